namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>单元格区域。A rectangle of cells, both corners included, counted from 1.</summary>
/// <param name="FirstRow">Top row.</param>
/// <param name="FirstColumn">Left column.</param>
/// <param name="LastRow">Bottom row.</param>
/// <param name="LastColumn">Right column.</param>
public readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>The top left cell.</summary>
    public CellReference TopLeft => new(FirstRow, FirstColumn);

    /// <summary>Is the cell inside?</summary>
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;

    /// <summary>Reads «A1:B2» or a single «A1» with the corners in any order; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (!CellReference.TryParse(colon < 0 ? text : text[..colon], out var one)) return false;
        var other = one;
        if (colon >= 0 && !CellReference.TryParse(text[(colon + 1)..], out other)) return false;
        range = new CellRange(
            Math.Min(one.Row, other.Row),
            Math.Min(one.Column, other.Column),
            Math.Max(one.Row, other.Row),
            Math.Max(one.Column, other.Column));
        return true;
    }

    /// <summary>«A1:B2», or «A1» for a single cell.</summary>
    public override string ToString()
    {
        var last = new CellReference(LastRow, LastColumn);
        return TopLeft == last ? TopLeft.ToString() : $"{TopLeft}:{last}";
    }
}
