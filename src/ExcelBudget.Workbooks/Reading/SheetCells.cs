using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

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

    /// <summary>True for a row of notes or of the visible code, with which a form's region ends.</summary>
    public static bool IsFoot(this FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Kind != FlatCellKind.Text || cell.Text.Length == 0) continue;
            var text = cell.Text.TrimStart();
            return text.StartsWith("注：", StringComparison.Ordinal) || text.StartsWith("注:", StringComparison.Ordinal) || VisibleCode.IsOne(text);
        }

        return false;
    }
}
