using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.TestSupport;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>What the forms of other provinces print, said by the pack that has each way once (tests/data/packs/gouzao).</summary>
public sealed class OtherProvincesTests
{
    private static readonly RuleBook Book = EveryPack.BookOf(EveryPack.ConstructsId);

    [Fact]
    public void RangeOfRowsAndColumns_WithPartsToldBesides_LeavesThemOutOfItsSum()
    {
        var figures = Figures("301");
        Yuan(figures, "G1", "车辆", "一般公共预算拨款").ShouldBe(210_000m);
        Yuan(figures, "G1", "三公", "一般公共预算拨款").ShouldBe(220_000m);
        Yuan(figures, "G1", "接待", "合计").ShouldBe(10_000m);
        Yuan(figures, "G3", "合计", "总计").ShouldBe(8_350_000m);
    }

    [Fact]
    public void ColumnRepeatedForCodes_HasOneColumnForEachCodeOfTheClass()
    {
        var columns = Book.Pack[new FormId("G2")].Columns
            .Where(column => column.Id.Value.StartsWith("301", StringComparison.Ordinal)).ToArray();
        columns.Select(column => column.Id.Value).ShouldBe(
            Book.Pack.CodeLists["economic"].Entries.Where(entry => entry.Code.StartsWith("301", StringComparison.Ordinal)
                && entry.Code.Length == 5 && entry.LastYear is null).Select(entry => entry.Code).Order(StringComparer.Ordinal));
        columns[0].Title.ShouldBe("基本工资");
        Yuan(Figures("301"), "G2", "2050101", "30101").ShouldBe(4_000_000m);
    }

    [Theory]
    [InlineData("301", "501", "01")]
    [InlineData("302", "505", "01")]
    public void SecondClassification_FollowsFromTheFirstAndTheNatureOfTheUnit(string unit, string first, string second)
    {
        var row = Budget(unit)[new FormId("G3")]![new RowKey("30101")]!;
        (row.Text("政府类"), row.Text("政府款")).ShouldBe((first, second));
    }

    [Fact]
    public void ProjectsBelowTheirCode_AreRowsWithNamesOfTheirOwnAndAddUp()
    {
        var figures = Figures("301");
        var rows = figures.View(Book.Pack[new FormId("G4")]).Rows.Select(row => row.Key.Value).ToArray();
        rows.ShouldBe(["合计", "301001", "3010012050199", "3010012050199001", "3010012050199002", "301002", "3010022050204",
            "3010022050204001"]);
        figures.Budget[new FormId("G4")]![new RowKey("3010012050199002")]!.Text("名称").ShouldBe("校园安全");
        Yuan(figures, "G4", "3010012050199", "金额").ShouldBe(1_400_000m);
        Yuan(figures, "G4", "合计", "金额").ShouldBe(2_700_000m);
    }

    [Fact]
    public void TotalBelowAList_AddsTheRowsAboveIt()
    {
        Yuan(Figures("301"), "G12", "合计", "金额").ShouldBe(57_800m);
        Yuan(Figures("302"), "G12", "合计", "金额").ShouldBe(0m);
    }

    [Fact]
    public void FormForDepartments_IsNotPrintedByAUnit()
    {
        var form = Book.Pack[new FormId("G8")];
        (Figures("301").Prints(form), Figures("302").Prints(form)).ShouldBe((true, false));
        Budget("302").Identity.Words["自称"].ShouldBe("本单位");
    }

    [Fact]
    public void FormulasOfForms_AreRelationsWhereThePackAsksForThem()
    {
        Book.Relations.Count(relation => relation.Declaration.Id.StartsWith("FORMULA-", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        EveryPack.BookOf("hebei").Relations
            .ShouldAllBe(relation => !relation.Declaration.Id.StartsWith("FORMULA-", StringComparison.Ordinal));
    }

    /// <summary>A class adds up over the units above its codes; a fixed row that tells it again does not count twice.</summary>
    [Fact]
    public void ClassOverUnits_IsTheSumOfItsCodesInEveryUnit()
    {
        var figures = Figures("301");
        Yuan(figures, "G9", "205", "金额").ShouldBe(2_700_000m);
        Yuan(figures, "G9", "2050204", "金额").ShouldBe(1_300_000m);
        Yuan(figures, "G9", "教育", "金额").ShouldBe(2_700_000m);
        Yuan(figures, "G9", "合计", "金额").ShouldBe(2_700_000m);
    }

    /// <summary>One form, two trees: each is known by its own name, and the form's own rows add up either.</summary>
    [Fact]
    public void TwoTreesInOneForm_AreFormsOfTheirOwnOnOneSheet()
    {
        var figures = Figures("301");
        Book.Pack[new FormId("G10")].Parts.Select(part => part.Id.Value).ShouldBe(["G10功能", "G10经济"]);
        Book.Pack[new FormId("G10经济")].PartOf.ShouldBe(new FormId("G10"));
        Yuan(figures, "G10功能", "205", "合计").ShouldBe(8_350_000m);
        Yuan(figures, "G10经济", "302", "项目支出").ShouldBe(2_700_000m);
        Yuan(figures, "G10", "经济", "合计").ShouldBe(Yuan(figures, "G10", "功能", "合计"));
        Yuan(figures, "G11", "合计", "经济数").ShouldBe(8_350_000m);
    }

    /// <summary>What two forms take from the same facts is equal, however they say it; the pack need not say so.</summary>
    [Fact]
    public void CellsThatDrawOnTheSameFacts_AreTiedWithoutARule()
    {
        string[] ties = [.. Book.Relations.Select(relation => relation.Declaration)
            .Where(rule => rule.Id.StartsWith("TIE-", StringComparison.Ordinal)).Select(rule => rule.Check)];
        ties.ShouldContain("G10[功能,合计] = G3[合计,总计]");
        ties.ShouldContain("G5[合计,单位资金] = G3[合计,单位资金项目]");
        ties.ShouldContain("G10经济[本行,合计] = G3[本行,总计]");
        ties.ShouldContain("G9[本行,金额] = G4[本行,金额]");
        ties.ShouldNotContain(check => check.Contains("G11功能[本行", StringComparison.Ordinal));
        EveryPack.BookOf(WorkedExample.Id).Relations.Select(relation => relation.Declaration.Check)
            .Where(check => check.Contains("A3", StringComparison.Ordinal) && check.Contains("A4", StringComparison.Ordinal))
            .ShouldBe(["A4[本行,合计] = A3[本行,基本支出]"]);
        EveryPack.BookOf("hebei").Pack.Ties.ShouldBeNull();
    }

    [Fact]
    public void SentencesOfTheOutline_SayWhatTheirWordsMean()
    {
        var check = EveryPack.BookOf(WorkedExample.Id).Pack.NoteCheck;
        check.Phrases.ShouldContain(phrase => phrase.Words.Contains("收支总预算") && phrase.Figures[0] == "A1[总计,2]");
        check.Phrases.ShouldContain(phrase => phrase.Words.Contains("“三公”经费") && phrase.Figures[0] == "A5[1,本年合计]");
        check.CodeColumns.ShouldContain(column => column.Form == "A3" && column.Column == "小计" && column.IsByPath
            && column.Last == "执行数");
        check.Sections.Select(section => section.Title).ShouldContain("收支总表");
    }

    /// <summary>Funds, sources, categories and items are data; sentences of findings show them in their examples only.</summary>
    [Fact]
    public void WordsOfTheDataset_StandInNoSource()
    {
        var words = File.ReadLines(Repository.PathOf("templates", "common", "dataset-words.txt")).Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split('=')[1].Split('|')).Where(word => word.Length > 3).Distinct().ToArray();
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/Findings/Catalogue/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
                && words.Any(word => line.Contains(word, StringComparison.Ordinal)))
                .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .ShouldBeEmpty();
    }

    private static decimal Yuan(BudgetFigures figures, string form, string row, string column) =>
        figures.Value(new CellAddress(form, row, column)).Value.Value;

    private static BudgetFigures Figures(string unit) => new(Book, Budget(unit));

    private static Budget Budget(string unit) => EveryPack.BudgetOf(EveryPack.ConstructsId, "one", unit, 2025);
}
