using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
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
        ["all in whole yuan, separators, dashes"] =
            new(() => Pack(PackInYuan.WholeYuan + "\nseparators: true\nzero: —", PackInYuan.Forms)),
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
                var read = Read(
                    name, pack.Value.Filler.Fill(new BudgetFigures(pack.Value.Book, budget), new FillRequest("7F3A2C9D", false)));
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
    public void WorkbookInOtherUnits_ChangedAndRecalculatedByLibreOffice_SaysWhatTheEngineSays(string pack)
    {
        var ours = Fill(pack, "full");
        var changes = Changes(pack, ours).ToArray();
        changes.Length.ShouldBeGreaterThan(6);
        var broken = 0;
        var saved = LibreOffice.Edited(ours, [.. changes.Select(change => change.Typing.ToString())]).Select(Calc.Opened).ToArray();
        FormDifferences(Calc.Opened(ours), saved[0]).ShouldBeEmpty();
        foreach (var (book, (name, _)) in saved.Zip(changes))
        {
            var lines = CheckSheetLine.Of(book);
            var engine = Outcomes(pack, book);
            var disagreeing = engine.Zip(lines)
                .Where(pair => pair.First.Verdict != pair.Second.Verdict || (pair.First.Gap is { } gap && gap != pair.Second.Gap));
            disagreeing.Select(pair => $"{name}: {pair.Second} should be {pair.First}").ShouldBeEmpty();
            broken += engine.Any(line => line.Verdict == "不通过") ? 1 : 0;
        }

        broken.ShouldBeGreaterThan(4);
    }

    /// <summary>Nothing, and then one amount of each form that is 1 万元 too large.</summary>
    private static IEnumerable<(string Name, Typing Typing)> Changes(string pack, byte[] workbook)
    {
        var read = Read(pack, workbook);
        yield return ("", new Typing());
        foreach (var form in Packs[pack].Value.Book.Pack.Forms.Where(
            form => form.Id.Value is "T1" or "T2" or "T3" or "T4" or "T5" or "T6" or "T9" or "procurement"))
        {
            foreach (var address in read.Places.Keys.Where(cell => cell.Form == form.Id && read.Budget[cell] is CellValue.Amount).Take(1))
            {
                var (place, amount) = (read.Places[address], (CellValue.Amount)read.Budget[address]!);
                CellReference.TryParse(place.Cell, out var cell).ShouldBeTrue();
                yield return (address.ToString(),
                    new Typing().On(place.Sheet!).Number(cell.Row, cell.Column, form.Amounts.Number(amount.Yuan + 10_000m)));
            }
        }
    }

    private static IEnumerable<string> FormDifferences(FlatWorkbook ours, FlatWorkbook theirs) =>
        RecalculationTests.Differences(
            ours with { Sheets = [.. ours.Sheets.Where(sheet => !sheet.Name.StartsWith("校验", StringComparison.Ordinal))] }, theirs);

    /// <summary>What our engine says of each line: its verdict, and where it is broken the gap in the line's unit.</summary>
    private static IReadOnlyList<(string Verdict, decimal? Gap)> Outcomes(string pack, FlatWorkbook workbook)
    {
        var book = Packs[pack].Value.Book;
        var read = Read(pack, workbook);
        var figures = new BudgetFigures(book, read.Budget, read.Unreadable);
        var checker = new RelationChecker(figures);
        var results = book.Relations.ToDictionary(relation => relation, relation => checker.Check(relation).ToArray());
        var empty = new EmptyForms(figures);
        return
        [
            .. new CheckLines(book).All.Select(line => LineOutcome.Of(line, results[line.Relation], figures, empty))
                .Select(outcome => (LineOutcome.WordOf(outcome.State),
                    outcome.State >= LineOutcome.Questioned ? Rounded(outcome.Left - outcome.Right) : null)),
        ];
    }

    private static decimal? Rounded(decimal? gap) => gap is { } known ? decimal.Round(known, 6) : null;

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
