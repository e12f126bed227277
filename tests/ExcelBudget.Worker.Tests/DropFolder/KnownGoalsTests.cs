using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>Workbooks dropped one after the other see the goals accepted before them, and those of last year.</summary>
public sealed class KnownGoalsTests : IDisposable
{
    private static readonly LoadedPack Pack = RealEngine.Store.Find("qinghai")!;
    private static readonly Budget Archive = new BudgetProjection(Pack.RuleBook.Pack,
        DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean"), Pack.RuleBook.Pack.Tables).Dataset)
            .Of("405001", 2024);

    private static readonly ColumnId Name = new("name");
    private static readonly ColumnId Amount = new("amount");
    private static readonly ColumnId Goal = new("goal");

    private readonly TempFolder _temp = new();
    private readonly Workplace _place;
    private int _number;

    public KnownGoalsTests() => _place = new Workplace(_temp, RealEngine.Engine);

    public void Dispose()
    {
        _place.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Goal_TakenFromAnotherUnit_IsToldAtTheUnitThatHandsItInLater()
    {
        Told(Archive, "GOAL-COPIED").ShouldBeEmpty();
        Told(Other("406001", "示例县党史研究室"), "GOAL-COPIED").ShouldHaveSingleItem().ShouldContain("档案数字化加工经费（示例县档案馆）");
        // who had it first is not told when it hands in again
        Told(Archive, "GOAL-COPIED").ShouldBeEmpty();
    }

    [Fact]
    public void Goal_ThatItsUnitHasReplacedByAnother_IsNobodysAnyMore()
    {
        Told(Archive, "GOAL-COPIED").ShouldBeEmpty();
        Told(With(Archive, Goal, new CellValue.Text("完成馆藏婚姻登记档案的全文识别和著录，建立检索目录并向查档群众开放。")), "GOAL-COPIED").ShouldBeEmpty();
        Told(Other("406001", "示例县党史研究室"), "GOAL-COPIED").ShouldBeEmpty();
    }

    [Fact]
    public void Indicators_OfLastYear_AreToldWhereTheAmountIsAnother()
    {
        var last = new Budget(Archive.Identity with { Year = 2023 }, Archive.Forms);
        Told(last, "INDICATORS-LAST-YEAR").ShouldBeEmpty();
        Told(Archive, "INDICATORS-LAST-YEAR").ShouldBeEmpty();
        var amount = Row(Archive)[Amount]!.AsMeasure()!.Value.Value;
        Told(With(Archive, Amount, new CellValue.Amount(amount + 10_000m, 0m)), "INDICATORS-LAST-YEAR")
            .ShouldHaveSingleItem().ShouldContain("档案数字化加工经费");
    }

    /// <summary>What a rule says of a budget that is dropped now.</summary>
    private string[] Told(Budget budget, string rule)
    {
        var file = Pack.Filler().Fill(new BudgetFigures(Pack.RuleBook, budget), new FillRequest($"7F3A2C{++_number:00}", false)
        {
            Lineage = IssueLineage.At(_place.Time.GetUtcNow()),
        });
        _place.Drop($"{_number}.xlsx", file);
        _place.Pass();
        _place.Time.Pass(TimeSpan.FromHours(1));
        _place.Pass();
        var submission = _place.All()[^1];
        (submission.Verdict, submission.Hold).ShouldBe((Verdict.Accepted, null));
        var json = _place.Ledger.Outputs(submission.Id).Select(output => output.FinalPath)
            .Where(path => path.EndsWith(".json", StringComparison.Ordinal)).ToArray();
        using var report = System.Text.Json.JsonDocument.Parse(_temp.Text(json.ShouldHaveSingleItem()));
        return [.. report.RootElement.GetProperty("files")[0].GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("rule").GetString() == rule)
            .Select(finding => finding.GetProperty("message").GetString()!)];
    }

    private static FormRow Row(Budget budget) => budget[new FormId("projects")]!.Rows.First(IsFirst);

    private static bool IsFirst(FormRow row) => row.Text(Name.Value) == "档案数字化加工经费";

    private static Budget Other(string code, string unit) =>
        With(Archive, Name, new CellValue.Text("红色教育基地布展经费")) is { } budget
            ? new Budget(budget.Identity with { UnitCode = code, UnitName = unit }, budget.Forms) : Archive;

    private static Budget With(Budget budget, ColumnId column, CellValue value) => new(
        budget.Identity,
        budget.Forms.Select(form => form.Form.Value != "projects" ? form : new FormContent(form.Form, [.. form.Rows.Select(row =>
            IsFirst(row) ? new FormRow(row.Key, row.Cells.ToDictionary(cell => cell.Key, cell => cell.Key == column ? value : cell.Value))
                : row)])));
}
