using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Packs;

/// <summary>What holds for every pack in templates/, whatever its forms: a pack joins by being there.</summary>
public sealed class EveryPackTests
{
    public static TheoryData<string, string, string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string, int>();
            foreach (var pack in EveryPack.Ids)
            {
                foreach (var (sample, unit, year) in EveryPack.Samples(pack)) samples.Add(pack, sample, unit, year);
            }

            return samples;
        }
    }

    public static TheoryData<string> Ids => [.. EveryPack.Ids];

    [Theory]
    [MemberData(nameof(Samples))]
    public void SampleOfAnyPack_FilledAndRead_IsTheSameBudgetAndNothingIsFound(string pack, string sample, string unit, int year)
    {
        var budget = EveryPack.BudgetOf(pack, sample, unit, year);
        var read = PackWorkbook.Read(pack, PackWorkbook.Fill(budget));
        ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
        read.Unreadable.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void BlankWorkbookOfAnyPack_FilledAndRead_IsBlankAndNothingIsFound(string pack)
    {
        var read = PackWorkbook.Read(pack, PackWorkbook.Fill(EveryPack.BlankOf(pack), isBlank: true));
        read.Budget.Forms.SelectMany(form => form.Rows).Where(row => row.Cells.Count > 0).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
    }

    /// <summary>Every row of data can be removed and is gone when the workbook is read; everything else stays.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void SampleOfAnyPackWithoutOneRow_FilledAndRead_IsTheSameBudget(string pack, string sample, string unit, int year)
    {
        var budget = EveryPack.BudgetOf(pack, sample, unit, year);
        var book = EveryPack.BookOf(pack);
        foreach (var content in budget.Forms.Where(content => content.Rows.Count > 1 && book.Pack[content.Form].Tree is not null).Take(4))
        {
            var dropped = content.Rows.Last(row => book.Pack[content.Form].FixedRow(row.Key) is null);
            var fewer = new Budget(
                budget.Identity, budget.Forms.Select(form => form.Form != content.Form ? form
                : new FormContent(form.Form, [.. form.Rows.Where(row => row != dropped)])));
            ReadBack.Differences(fewer, PackWorkbook.Read(pack, PackWorkbook.Fill(fewer)).Budget).ShouldBeEmpty();
        }
    }

    /// <summary>One start of LibreOffice for all: what it computes is what our engine says, cell by cell and line by line.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void SampleOfAnyPack_RecalculatedByLibreOffice_ShowsTheFiguresOfTheEngine()
    {
        var budgets = Samples.Select(row => EveryPack.BudgetOf((string)row[0], (string)row[1], (string)row[2], (int)row[3])).ToArray();
        var saved = LibreOffice.Recalculated([.. budgets.Select(budget => PackWorkbook.Fill(budget))]);
        var different = new List<string>();
        for (var index = 0; index < budgets.Length; index++)
        {
            var (pack, flat) = (budgets[index].Identity.Pack, Calc.Opened(saved[index]));
            var read = PackWorkbook.Read(pack, flat);
            different.AddRange(ReadBack.Differences(budgets[index], read.Budget).Select(difference => $"{pack}: {difference}"));
            different.AddRange(Wrong(read).Select(cell => $"{pack}: {cell}"));
            different.AddRange(Verdicts(flat).Where(line => line.Verdict is not ("通过" or "不适用" or "尾差" or "未填"))
                .Select(line => $"{pack} 校验: {line.Title} {line.Scope} {line.Verdict}"));
        }

        different.ShouldBeEmpty();
    }

    private static IEnumerable<string> Wrong(ReadWorkbook read)
    {
        var figures = new BudgetFigures(read.RuleBook, read.Budget, read.Unreadable);
        foreach (var (address, shown) in read.CachedResults)
        {
            var form = read.RuleBook.Pack[address.Form];
            var known = form.Number(figures.Value(address).Value);
            if (Math.Abs(known - shown) > 0.000001m)
                yield return string.Create(CultureInfo.InvariantCulture, $"{address} shows {shown}, is {known}");
        }
    }

    private static IEnumerable<(string Title, string Scope, string Verdict)> Verdicts(FlatWorkbook book)
    {
        var sheet = book.Sheets.First(sheet => sheet.Name == "校验");
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            if (sheet[row, 1]?.Number is not null && sheet[row, 9]?.Text is { Length: > 0 } verdict)
                yield return (sheet[row, 4]?.Text ?? "", sheet[row, 5]?.Text ?? "", verdict);
        }
    }
}
