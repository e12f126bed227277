namespace ExcelBudget.Packs.Datasets.Faults;

/// <summary>Where a fault is.</summary>
/// <param name="File">File or workbook and sheet.</param>
/// <param name="Line">Line or row, from 1; null for the whole file.</param>
/// <param name="Column">Fixed column name; null when no column is to blame.</param>
/// <param name="Value">The value as written; null when there is none to quote.</param>
/// <param name="Header">The header as the file writes it, when that differs from the column's name.</param>
internal readonly record struct FaultPlace(string File, int? Line = null, string? Column = null, string? Value = null,
    string? Header = null)
{
    /// <summary>Address of the cell in its sheet, as C5; null in a CSV file and for a whole row.</summary>
    public string? Cell { get; init; }
}
