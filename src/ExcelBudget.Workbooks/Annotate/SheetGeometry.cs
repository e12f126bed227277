using System.Globalization;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>Widths of columns and heights of rows: where on a sheet a box of so many pixels ends.</summary>
internal sealed class SheetGeometry
{
    private const int PixelsPerUnit = 7;
    private readonly List<(int First, int Last, decimal Width)> _columns = [];
    private readonly Dictionary<int, decimal> _rowPoints = [];

    /// <summary>Height of a row that states none, in points.</summary>
    public decimal DefaultRowPoints { get; set; } = 13.5m;

    /// <summary>Width of a column that states none, in digits.</summary>
    public decimal DefaultColumnWidth { get; set; } = 9.14m;

    /// <summary>Width of some columns in digits, 0 when hidden.</summary>
    public void SetColumns(int first, int last, decimal? width) => _columns.Add((first, last, width ?? DefaultColumnWidth));

    /// <summary>Height of a row in points, 0 when hidden.</summary>
    public void SetRow(int row, decimal points) => _rowPoints[row] = points;

    /// <summary>The place of a new comment box: right of its cell, one row up, as Excel puts it.</summary>
    public Anchor Beside(GridCell cell, BoxSize size)
    {
        // near the last column or row the box moves in, so that it ends on the sheet
        var left = Math.Min(cell.Column, GridCell.LastColumn - 12);
        var top = Math.Clamp(cell.Row - 2, 0, GridCell.LastRow - 40);
        return Sized(new Anchor(left, 15, top, cell.Row > 1 ? 10 : 2, left, 15, top, 2), size);
    }

    /// <summary>The same box, its right and lower edge moved outwards where the text needs it; never inwards.</summary>
    public Anchor Grown(Anchor anchor, BoxSize size)
    {
        var now = new BoxSize(
            Distance(anchor.Left, anchor.LeftPixels, anchor.Right, anchor.RightPixels, ColumnPixels),
            Distance(anchor.Top, anchor.TopPixels, anchor.Bottom, anchor.BottomPixels, RowPixels));
        return Sized(anchor, new BoxSize(Math.Max(now.Width, size.Width), Math.Max(now.Height, size.Height)));
    }

    private static int Distance(int from, int fromPixels, int to, int toPixels, Func<int, int> pixels) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Sum(pixels) - fromPixels + toPixels;

    private static (int Index, int Pixels) Walk(int index, int offset, int distance, int last, Func<int, int> pixels)
    {
        var left = offset + distance;
        while (index < last && left >= pixels(index)) left -= pixels(index++);
        return (index, Math.Min(left, pixels(index)));
    }

    private Anchor Sized(Anchor anchor, BoxSize size)
    {
        var (right, rightPixels) = Walk(anchor.Left, anchor.LeftPixels, size.Width, GridCell.LastColumn - 1, ColumnPixels);
        var (bottom, bottomPixels) = Walk(anchor.Top, anchor.TopPixels, size.Height, GridCell.LastRow - 1, RowPixels);
        return anchor with { Right = right, RightPixels = rightPixels, Bottom = bottom, BottomPixels = bottomPixels };
    }

    private int ColumnPixels(int index)
    {
        var width = DefaultColumnWidth;
        foreach (var column in _columns)
        {
            if (index + 1 >= column.First && index + 1 <= column.Last) width = column.Width;
        }

        return (int)(width * PixelsPerUnit);
    }

    private int RowPixels(int index) => (int)(_rowPoints.GetValueOrDefault(index + 1, DefaultRowPoints) * 4 / 3);
}

/// <summary>Size of a comment box in pixels.</summary>
internal readonly record struct BoxSize(int Width, int Height);

/// <summary>Where a box lies: column and row of two corners, counted from 0, and pixels into them.</summary>
internal readonly record struct Anchor(
    int Left, int LeftPixels, int Top, int TopPixels, int Right, int RightPixels, int Bottom, int BottomPixels)
{
    /// <summary>Reads the eight numbers of x:Anchor; null when they are no anchor.</summary>
    public static Anchor? Parse(string? text)
    {
        var numbers = (text ?? "").Split(',')
            .Select(part => int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
                : -1)
            .ToArray();
        if (numbers.Length != 8 || numbers.Contains(-1)) return null;
        return new Anchor(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Left}, {LeftPixels}, {Top}, {TopPixels}, {Right}, {RightPixels}, {Bottom}, {BottomPixels}");
}
