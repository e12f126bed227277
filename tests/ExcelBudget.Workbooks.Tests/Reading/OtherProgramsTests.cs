using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Workbooks that another program has saved give back the very same budget.</summary>
[Trait("Category", "Slow")]
public sealed class OtherProgramsTests
{
    public static TheoryData<string> Samples() => ["clean", "full", "library"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void WorkbookSavedByLibreOffice_GivesBackTheSameBudget(string sample) =>
        ShouldBeTheSame(sample, Calc.RecalculatedSample(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public void WorkbookSavedByOpenpyxl_WithoutResults_GivesBackTheSameBudget(string sample)
    {
        var saved = SavedByOpenpyxl(HebeiWorkbook.Of(sample));
        saved.Sheets.SelectMany(sheet => sheet.Cells).Where(cell => cell.HasFormula).ShouldAllBe(cell => !cell.HasCachedValue);
        ShouldBeTheSame(sample, saved);
    }

    [Fact]
    public void OddTexts_SavedByLibreOffice_ComeBackAsTheyWere()
    {
        var budget = GeneratedBudget.Of(new Shape(12, 20, 6, 12, 20231117));
        ReadBack.Differences(budget, ReadBack.Of(Calc.Recalculated(HebeiWorkbook.Fill(budget))).Budget).ShouldBeEmpty();
    }

    private static void ShouldBeTheSame(string sample, FlatWorkbook saved)
    {
        var read = ReadBack.Of(saved);
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        read.Changes.Values.ShouldBeEmpty();
    }

    private static FlatWorkbook SavedByOpenpyxl(byte[] workbook)
    {
        using var folder = new TempFolder();
        var file = folder.Write("book.xlsx", workbook);
        OtherProgram.Python("import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])", file);
        return Calc.Opened(File.ReadAllBytes(file));
    }
}
