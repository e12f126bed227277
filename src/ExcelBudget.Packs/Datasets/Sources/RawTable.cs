using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>A table as it stands in a CSV file or a sheet: header and rows, fully blank rows left out.</summary>
/// <param name="File">How messages name it.</param>
/// <param name="Rows">All rows that hold anything; the first is the header. They are read while they are asked for: once.</param>
internal sealed record RawTable(string File, IEnumerable<RawRow> Rows)
{
    /// <summary>False when the file could not be opened or decoded; its fault has been reported and its rows are unknown.</summary>
    public bool Readable { get; init; } = true;

    /// <summary>True for CSV: a filled cell beyond the header means that an unquoted comma has shifted the row.</summary>
    public bool ExtraCellsAreShifts { get; init; }

    /// <summary>True for a sheet: its cells have addresses.</summary>
    public bool IsSheet { get; init; }

    /// <summary>A table whose file is there but cannot be read.</summary>
    public static RawTable Unreadable(string file) => new(file, []) { Readable = false };
}

/// <summary>A row as it stands in a file.</summary>
/// <param name="Line">Physical line (CSV: where the row starts) or sheet row, from 1.</param>
/// <param name="Cells">The cells from the first column on; rows may differ in length.</param>
internal sealed record RawRow(int Line, IReadOnlyList<RawCell> Cells)
{
    /// <summary>The cell of a column, blank beyond the end of the row.</summary>
    public RawCell this[int index] => index < Cells.Count ? Cells[index] : RawCell.Blank;

    /// <summary>True when no cell holds anything.</summary>
    public bool IsBlank
    {
        get
        {
            for (var index = 0; index < Cells.Count; index++)
            {
                if (!Cells[index].IsBlank) return false;
            }

            return true;
        }
    }
}
