using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>Writes a workbook of lists.</summary>
public static class TableBookWriter
{
    /// <summary>The workbook as xlsx.</summary>
    public static byte[] Write(TableBook book)
    {
        using var package = new ExcelPackage();
        foreach (var sheet in book.Sheets) new TableSheetWriter(package, sheet).Write();
        package.Workbook.Worksheets[book.Sheets[0].Name].Select();
        using var stream = new MemoryStream();
        package.SaveAs(stream);
        return stream.ToArray();
    }
}
