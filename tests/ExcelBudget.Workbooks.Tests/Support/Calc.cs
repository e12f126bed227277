using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Tests.Support;

/// <summary>LibreOffice as the second calculator: what it computes and saves, read the way a dropped workbook is read.</summary>
internal static class Calc
{
    private static readonly Lazy<Dictionary<string, FlatWorkbook>> Samples = new(() => Hebei.Samples.Zip(
        LibreOffice.Recalculated([.. Hebei.Samples.Select(HebeiWorkbook.Of)]), (sample, saved) => (sample, Opened(saved))).ToDictionary());

    /// <summary>A sample's workbook after recalculation; all are made once, by one start.</summary>
    public static FlatWorkbook RecalculatedSample(string sample) => Samples.Value[sample];

    /// <summary>A workbook after recalculation.</summary>
    public static FlatWorkbook Recalculated(byte[] workbook) => Opened(LibreOffice.Recalculated([workbook])[0]);

    /// <summary>A workbook after a LibreOffice Basic macro has worked on it; the open document is «Book».</summary>
    public static FlatWorkbook Edited(byte[] workbook, string macro) => Opened(Saved(workbook, macro));

    /// <summary>The file that LibreOffice saves after a macro has worked on a workbook.</summary>
    public static byte[] Saved(byte[] workbook, string macro) => LibreOffice.Edited(workbook, [macro])[0];

    /// <summary>Reads a workbook the way a dropped one is read.</summary>
    public static FlatWorkbook Opened(byte[] workbook)
    {
        var result = WorkbookGuard.Open(workbook);
        result.IsReadable.ShouldBeTrue(result.Detail);
        return result.Package!.Content;
    }
}
