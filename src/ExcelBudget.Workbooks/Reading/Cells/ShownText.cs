using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>What an accountant sees in a cell: dates, percent and words of the number format as printed, not the number behind.</summary>
internal static class ShownText
{
    /// <summary>The text as shown; a format too special to tell leaves the plain number.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="date1904">Dates count from 1904.</param>
    public static string Of(FlatCell cell, bool date1904) => cell switch
    {
        { Kind: FlatCellKind.Number, Number: { } number } =>
            NumberFormat.Show(number, cell.Format, date1904) ?? NumberFormat.Show(number, null)!,
        { Kind: FlatCellKind.Text } => NumberFormat.Show(cell.Text, cell.Format),
        _ => cell.Text,
    };

    /// <summary>True when the number format says more than can be shown here, as with fractions.</summary>
    public static bool IsGuess(FlatCell cell, bool date1904) =>
        cell is { Kind: FlatCellKind.Number, Number: { } number, Format: { } format }
            && NumberFormat.Show(number, format, date1904) is null;

    /// <summary>图片。WPS keeps a picture inside a cell as a formula that names it.</summary>
    public static bool IsPicture(FlatCell cell) =>
        (cell.Formula ?? "").Contains("DISPIMG(", StringComparison.OrdinalIgnoreCase)
            || cell.Text.AsSpan().TrimStart().TrimStart('=').StartsWith("DISPIMG(", StringComparison.OrdinalIgnoreCase);
}
