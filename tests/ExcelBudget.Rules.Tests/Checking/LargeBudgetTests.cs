using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>
/// A budget of two hundred rows in each form and sixty projects is explained as well as a small one, and without a pause.
/// </summary>
public sealed class LargeBudgetTests(ITestOutputHelper output)
{
    private const int MoreRows = 140;
    private const int MoreProjects = 60;
    private const decimal Yuan = 123_400m;

    [Fact]
    public void LargeBudget_WithOneBrokenFigure_IsExplainedInABlink()
    {
        var sound = Large();
        var broken = Edit.Apply(sound, "T3[2080505,4]+1");
        var cell = new CellAddress("T3", "2080505", "4");
        // the made-up projects have no indicators, which is not the question here
        HebeiCheck.Lines(HebeiCheck.Of(sound).Findings.Where(finding => finding.Project is null)).ShouldBeEmpty();
        HebeiCheck.Of(broken, cell).Findings.Where(finding => finding.Project is null).ShouldHaveSingleItem().Place.Address.ShouldBe(cell);

        var (clean, explained) = (Fastest(() => HebeiCheck.Of(sound)), Fastest(() => HebeiCheck.Of(broken, cell)));

        output.WriteLine(
            $"{sound.Forms.Sum(form => form.Rows.Count)} rows: checked in {clean.TotalMilliseconds:F1} ms, with a broken figure explained "
                + $"in {explained.TotalMilliseconds:F1} ms");
        // far above what it takes, far below what trying every cell by checking again would take
        explained.ShouldBeLessThan(TimeSpan.FromMilliseconds(500) + (clean * 10));
    }

    private static TimeSpan Fastest(Func<object> check) => ProcessorTime.LeastOf(5, () => check());

    /// <summary>The clean budget with more codes, each with the same amount of basic expenditure in every form that shows it.</summary>
    private static Budget Large()
    {
        var budget = Hebei.BudgetOf("clean");
        var codes = Hebei.Book.Pack.CodeLists["functional"];
        var used = budget[new FormId("T3")]!.Rows.Select(row => row.Key.Value).ToHashSet();
        var leaves = Leaves(codes).Where(code => !used.Contains(code)).Take(MoreRows).ToArray();
        foreach (var (form, column) in new[] { ("T2", "5"), ("T3", "4"), ("T5", "4") })
            budget = Edit.With(budget, WithRows(budget[new FormId(form)]!, leaves, column));
        foreach (var cell in new CellAddress[] { new("T1", "1", "2"), new("T4", "1", "2"), new("T6", "30101", "4") })
        {
            budget = Edit.Set(budget, cell, new CellValue.Amount(((CellValue.Amount)budget[cell]!).Yuan + (leaves.Length * Yuan)));
        }

        return WithProjects(budget);
    }

    private static IEnumerable<string> Leaves(Domain.Codes.CodeList codes) =>
        from code in File.ReadLines(Repository.PathOf("templates/hebei/codes/functional.csv")).Skip(1)
            .Select(line => line.Split(',')[0].Trim('"')).Distinct()
        where codes.IsLeaf(code) && codes.NameOf(code) is not null && string.CompareOrdinal(code, "222") < 0
        select code;

    private static FormContent WithRows(FormContent form, string[] leaves, string column)
    {
        var rows = form.Rows.ToDictionary(row => row.Key.Value, StringComparer.Ordinal);
        foreach (var code in leaves)
        {
            rows[code] = new FormRow(
                new RowKey(code), new Dictionary<ColumnId, CellValue> { [new ColumnId(column)] = new CellValue.Amount(Yuan) });
            foreach (var parent in new[] { code[..3], code[..5] })
                rows.TryAdd(parent, new FormRow(new RowKey(parent), new Dictionary<ColumnId, CellValue>()));
        }

        return new FormContent(form.Form, [.. rows.Values.OrderBy(row => row.Key.Value, StringComparer.Ordinal)]);
    }

    private static Budget WithProjects(Budget budget)
    {
        var projects = budget[new FormId("projects")]!;
        var more = Enumerable.Range(1, MoreProjects)
            .Select(number => new FormRow(new RowKey($"13043423P{number + 500:D5}"), new Dictionary<ColumnId, CellValue>
            {
                [new ColumnId("code")] = new CellValue.Text($"13043423P{number + 500:D5}"),
                [new ColumnId("name")] = new CellValue.Text($"业务保障经费之{number}"),
                [new ColumnId("goal")] = new CellValue.Text("按计划完成。"),
                [new ColumnId("amount")] = new CellValue.Amount(number),
            }));
        return Edit.With(budget, new FormContent(projects.Form, [.. projects.Rows, .. more]));
    }
}
