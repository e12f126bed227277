using System.Globalization;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>A cell by its row and column, both counted from 1.</summary>
internal readonly record struct GridCell(int Row, int Column)
{
    /// <summary>Last row of a sheet.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Last column of a sheet (XFD).</summary>
    public const int LastColumn = ColumnLetters.Last;

    /// <summary>Reads «D9», «$D$9» or the first cell of «D9:F12».</summary>
    public static bool TryParse(string text, out GridCell cell)
    {
        cell = default;
        var first = text.Split(':')[0].Replace("$", "", StringComparison.Ordinal).Trim();
        var column = ColumnLetters.Start(first, out var letters);
        if (column == 0 || !int.TryParse(first.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return false;

        cell = new GridCell(row, column);
        return row is >= 1 and <= LastRow;
    }

    /// <summary>The letters of a column: 4 → D.</summary>
    public static string ColumnName(int column) => ColumnLetters.Of(column);

    /// <inheritdoc/>
    public override string ToString() => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A rectangle of cells.</summary>
internal readonly record struct GridArea(GridCell First, GridCell Last)
{
    /// <summary>Is the cell inside?</summary>
    public bool Contains(GridCell cell) =>
        cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    /// <summary>Reads «D9:F12»; null when it is no area.</summary>
    public static GridArea? Parse(string? text)
    {
        var ends = (text ?? "").Split(':');
        return GridCell.TryParse(ends[0], out var first) && GridCell.TryParse(ends[^1], out var last) ? new GridArea(first, last) : null;
    }
}
