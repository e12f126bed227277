using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>A dropped sheet seen as rows of labels.</summary>
internal static class SheetCells
{
    /// <summary>Text of a place; a merged area shows its top left text everywhere. Empty when there is none.</summary>
    public static string Text(this FlatSheet sheet, int row, int column)
    {
        if (sheet[row, column] is { } own) return own.Text;
        var shown = sheet.MergedTopLeft(row, column);
        return shown.Row == row && shown.Column == column ? "" : sheet[shown.Row, shown.Column]?.Text ?? "";
    }

    /// <summary>The text as labels are compared.</summary>
    public static string Label(this FlatSheet sheet, int row, int column) => PlainText.Label(sheet.Text(row, column));
}
