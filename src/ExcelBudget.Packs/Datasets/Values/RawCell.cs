using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>A cell as it stands in a file or worksheet, before it means anything.</summary>
/// <param name="Text">Its text; for typed cells what a reader of the sheet would write down: 0.9 formatted as % is 90%.</param>
/// <param name="Number">The number, when the worksheet typed the cell as one.</param>
/// <param name="Kind">How the worksheet typed it; CSV knows only text.</param>
internal readonly record struct RawCell(string Text, decimal? Number = null, RawCellKind Kind = RawCellKind.Text)
{
    /// <summary>A cell with nothing in it.</summary>
    public static readonly RawCell Blank = new("");

    /// <summary>True when nothing but blanks stands in the cell.</summary>
    public bool IsBlank => Kind == RawCellKind.Text && TextFolding.IsBlank(Text);
}

/// <summary>How a worksheet typed a cell.</summary>
internal enum RawCellKind
{
    /// <summary>Text, a number, or a truth value.</summary>
    Text,

    /// <summary>A day; the text is yyyy-MM-dd.</summary>
    Date,

    /// <summary>An error such as #REF!.</summary>
    Error,

    /// <summary>A formula that was never calculated.</summary>
    NotCalculated,
}
