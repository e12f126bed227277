using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Build;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Fill;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Workbooks of a pack in which forms print money in another unit: the same budget, other numbers in the cells.</summary>
public sealed class OtherUnitsTests
{
    private static readonly string[] Two = ["T3", "T9"];

    /// <summary>Forms in another unit, and how they print.</summary>
    private static readonly Dictionary<string, Lazy<(RuleBook Book, WorkbookFiller Filler)>> Packs = new(StringComparer.Ordinal)
    {
        ["T2 in yuan"] = new(() => Pack(PackInYuan.Yuan, "T2")),
        ["T3 and T9 in yuan"] = new(() => Pack(PackInYuan.Yuan, Two)),
        ["all in yuan"] = new(() => Pack(PackInYuan.Yuan, PackInYuan.Forms)),
        ["all in whole yuan, separators, dashes"] = new(() => Pack(PackInYuan.WholeYuan + "\nseparators: true\nzero: —", PackInYuan.Forms)),
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var pack in Packs.Keys)
        {
            foreach (var sample in new[] { "clean", "full", "blank" }) cases.Add(pack, sample);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Budget_FilledInOtherUnitsAndRead_IsTheSameBudgetAndNothingIsFound(string pack, string sample)
    {
        var read = Read(pack, Fill(pack, sample));
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        read.Changes.Values.ShouldBeEmpty();
        read.Unreadable.ShouldBeEmpty();
    }

    [Fact]
    public void AnyBudget_FilledInOtherUnitsAndRead_IsTheSameBudget()
    {
        foreach (var (name, pack) in Packs)
        {
            for (var seed = 1; seed <= 5; seed++)
            {
                var budget = GeneratedBudget.Of(new Shape(3, 3, 2, 0, seed));
                var read = Read(name, pack.Value.Filler.Fill(new BudgetFigures(pack.Value.Book, budget), new FillRequest("7F3A2C9D", false)));
                ReadBack.Differences(budget, read.Budget).ShouldBeEmpty(name);
            }
        }
    }

    [Theory]
    [InlineData("T2 in yuan", "金额以万元为单位填写，“T2 收入总表”以元为单位；")]
    [InlineData("all in yuan", "金额以元为单位填写；")]
    [InlineData("all in whole yuan, separators, dashes", "表中按整数显示")]
    public void Guide_OfForms_SaysTheirUnits(string pack, string words)
    {
        var guide = Calc.Opened(Fill(pack, "blank")).Sheet("填报说明")!;
        guide.Cells.ShouldContain(cell => cell.Text.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("T2 in yuan", 0.0)]
    [InlineData("all in whole yuan, separators, dashes", 0.5)]
    public void AmountTypedInAForm_IsKnownToTheLastDigitTheFormPrints(string pack, double halfWidth)
    {
        var filled = Fill(pack, "full");
        var read = Read(pack, filled);
        var address = read.Places.Keys.First(cell => cell.Form.Value == "T2" && read.Budget[cell] is CellValue.Amount);
        var place = read.Places[address];
        var typed = Read(pack, new Desk(Calc.Opened(filled)).Number(place, 1_234_567m).Book).Budget[address];
        typed.ShouldBe(new CellValue.Amount(1_234_567m, (decimal)halfWidth));
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("T2 in yuan")]
    [InlineData("T3 and T9 in yuan")]
    [InlineData("all in yuan")]
    [InlineData("all in whole yuan, separators, dashes")]
    public void WorkbookInOtherUnits_RecalculatedByLibreOffice_KeepsEveryResultAndPassesEveryCheck(string pack)
    {
        var workbooks = new[] { Fill(pack, "clean"), Fill(pack, "full") };
        foreach (var (ours, saved) in workbooks.Zip(LibreOffice.Recalculated(workbooks)))
        {
            var theirs = Calc.Opened(saved);
            RecalculationTests.Differences(Calc.Opened(ours), theirs).ShouldBeEmpty();
            CheckSheetLine.Of(theirs).Where(line => line.Verdict is not ("通过" or "尾差" or "不适用")).ShouldBeEmpty();
        }
    }

    private static (RuleBook Book, WorkbookFiller Filler) Pack(string lines, params IReadOnlyList<string> forms)
    {
        var book = PackInYuan.Book(lines, forms);
        return (book, new WorkbookFiller(book, TemplateParser.Parse(WorkbookBuilder.Build(book.Pack))));
    }

    private static byte[] Fill(string pack, string sample)
    {
        var (book, filler) = Packs[pack].Value;
        return filler.Fill(new BudgetFigures(book, Hebei.BudgetOf(sample)), new FillRequest("7F3A2C9D", sample == "blank"));
    }

    private static ReadWorkbook Read(string pack, byte[] workbook) => Read(pack, Calc.Opened(workbook));

    private static ReadWorkbook Read(string pack, FlatWorkbook workbook)
    {
        var read = new WorkbookReader([Packs[pack].Value.Book]).Read(workbook, out var reason);
        reason.ShouldBeNull();
        return read!;
    }
}
