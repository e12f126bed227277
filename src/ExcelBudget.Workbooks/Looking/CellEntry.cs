namespace ExcelBudget.Workbooks.Looking;

/// <summary>What somebody types into a cell.</summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Cell">Address of the cell.</param>
/// <param name="Number">A number; null for a text.</param>
/// <param name="Text">A text; null or empty, without a number, to clear the cell.</param>
public sealed record CellEntry(string Sheet, string Cell, decimal? Number, string? Text)
{
    /// <summary>The most characters Excel keeps in a cell; a file with more is broken to it.</summary>
    public const int LongestText = 32_767;
}

/// <summary>Why something cannot be typed into a cell.</summary>
public enum EntryRefusal
{
    /// <summary>It can.</summary>
    None,

    /// <summary>There is no such sheet.</summary>
    NoSheet,

    /// <summary>There is no such cell.</summary>
    BadCell,

    /// <summary>The sheet is protected and the cell locked, or the cell computes its value.</summary>
    Locked,

    /// <summary>A formula is not taken, nor a text that Excel would take for one.</summary>
    Formula,

    /// <summary>A text of more characters than a cell holds.</summary>
    TooLong,
}
