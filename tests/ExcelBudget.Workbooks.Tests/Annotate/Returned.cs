using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>A dropped workbook on its way back: through the guard, then annotated.</summary>
internal static class Returned
{
    public static byte[] Annotate(byte[] file, IReadOnlyList<CellNote> notes, ReportSheet report)
    {
        var opened = WorkbookGuard.Open(file);
        opened.IsReadable.ShouldBeTrue(opened.Detail);
        return WorkbookAnnotator.Annotate(opened.Package!, notes, report);
    }
}
