using System.Diagnostics;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Workbooks that another program has saved give back the very same budget.</summary>
[Trait("Category", "Slow")]
public sealed class OtherProgramsTests
{
    public static TheoryData<string> Samples() => ["clean", "full-1", "full-2"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void WorkbookSavedByLibreOffice_GivesBackTheSameBudget(string sample) => ShouldBeTheSame(sample, Calc.RecalculatedSample(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public void WorkbookSavedByOpenpyxl_WithoutResults_GivesBackTheSameBudget(string sample)
    {
        var saved = SavedByOpenpyxl(Hebei.Workbook(sample));
        saved.Sheets.SelectMany(sheet => sheet.Cells).Where(cell => cell.HasFormula).ShouldAllBe(cell => !cell.HasCachedValue);
        ShouldBeTheSame(sample, saved);
    }

    [Fact]
    public void OddTexts_SavedByLibreOffice_ComeBackAsTheyWere()
    {
        var budget = GeneratedBudget.Of(new Shape(12, 20, 6, 12, 20231117));
        ReadBack.Differences(budget, ReadBack.Of(Calc.Recalculated(Hebei.Fill(budget))).Budget).ShouldBeEmpty();
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
        var folder = Directory.CreateTempSubdirectory("excelbudget-openpyxl-");
        try
        {
            var file = Path.Combine(folder.FullName, "book.xlsx");
            File.WriteAllBytes(file, workbook);
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])", file]) { RedirectStandardError = true })!;
            var error = python.StandardError.ReadToEnd();
            python.WaitForExit();
            python.ExitCode.ShouldBe(0, error);
            return Calc.Opened(File.ReadAllBytes(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
