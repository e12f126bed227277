namespace ExcelBudget.Workbooks.Annotate;

/// <summary>References to cells of other sheets.</summary>
internal static class CellLink
{
    /// <summary>The sheet's name in quotes, as formulas and links want it.</summary>
    public static string Quoted(string sheet) => "'" + sheet.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>Where a link leads; null when the workbook has no such sheet or the address is none.</summary>
    public static string? Location(CellTarget target, WorkbookMarkup workbook) =>
        workbook.Find(target.Sheet) is { IsWorksheet: true } sheet && GridCell.TryParse(target.Cell, out var cell)
            ? Quoted(sheet.Name) + "!" + cell
            : null;
}
