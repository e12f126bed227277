namespace ExcelBudget.Workbooks.Looking;

/// <summary>工作簿的样子。What a workbook shows, for a grid in a browser. Nothing in it is believed by a check.</summary>
/// <param name="Sheets">All sheets in tab order; of those that are not shown the names only.</param>
/// <param name="Styles">Looks of cells, by the number a cell has.</param>
public sealed record BookLook(IReadOnlyList<SheetLook> Sheets, IReadOnlyList<StyleLook> Styles);

/// <summary>工作表。</summary>
/// <param name="Name">The tab's name.</param>
/// <param name="Visible">0 shown, 1 hidden, 2 very hidden.</param>
/// <param name="Protected">True when its locked cells cannot be changed.</param>
public sealed record SheetLook(string Name, int Visible, bool Protected)
{
    /// <summary>Widths of columns that say one; those of others are the program's own.</summary>
    public IReadOnlyList<ColumnLook> Columns { get; init; } = [];

    /// <summary>Rows that say a height or are hidden.</summary>
    public IReadOnlyList<RowLook> Rows { get; init; } = [];

    /// <summary>Cells with a value, a formula or a look, row by row.</summary>
    public IReadOnlyList<CellLook> Cells { get; init; } = [];

    /// <summary>合并单元格, as A1:B2.</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    /// <summary>True when there is more than is shown here.</summary>
    public bool IsCut { get; init; }
}

/// <summary>Columns of one width.</summary>
/// <param name="First">First of them, from 1.</param>
/// <param name="Last">Last of them.</param>
/// <param name="Width">Width in characters of the default font.</param>
/// <param name="Hidden">True for hidden ones.</param>
/// <param name="Style">Number of the look of their empty cells.</param>
public sealed record ColumnLook(int First, int Last, decimal Width, bool Hidden, int Style);

/// <summary>A row.</summary>
/// <param name="At">Its number, from 1.</param>
/// <param name="Height">Its height in points; null for the program's own.</param>
/// <param name="Hidden">True for a hidden one.</param>
public sealed record RowLook(int At, decimal? Height, bool Hidden);

/// <summary>A cell.</summary>
/// <param name="At">Its address.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Number">The number it holds, with a point; null when it holds none.</param>
/// <param name="Boolean">What it holds when that is TRUE or FALSE; null otherwise.</param>
/// <param name="Error">True for an error value, whose code is the text.</param>
/// <param name="Formula">Its formula without «=»; null when there is none.</param>
/// <param name="Style">Number of its look.</param>
public sealed record CellLook(string At, string Text, string? Number, bool? Boolean, bool? Error, string? Formula, int Style);

/// <summary>How cells look, as far as a grid shows it.</summary>
/// <param name="Locked">True when a protected sheet keeps it from being changed.</param>
/// <param name="Bold">Bold.</param>
/// <param name="Fill">Colour of the ground as #RRGGBB; null for none.</param>
/// <param name="Align">left, center or right; null for the kind's own.</param>
/// <param name="Wrap">Texts go on in a further line.</param>
/// <param name="Border">It has a line around it.</param>
public sealed record StyleLook(bool Locked, bool Bold, string? Fill, string? Align, bool Wrap, bool Border);
