using System.Globalization;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>What a cell says by its colour.</summary>
public enum CellTone
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing has happened yet: grey.</summary>
    Quiet,

    /// <summary>Under way: blue.</summary>
    Underway,

    /// <summary>Done: green.</summary>
    Good,

    /// <summary>Somebody has to look: amber.</summary>
    Attention,

    /// <summary>Late or wrong: red.</summary>
    Bad,

    /// <summary>A total: bold on a pale ground.</summary>
    Total,
}

/// <summary>A cell of a list: a text, a number or a day. What is given as text stays text, also when it looks like a formula.</summary>
public readonly record struct TableCell
{
    private TableCell(string text, decimal? number, DateOnly? day, CellTone tone) => (Text, Number, Day, Tone) = (text, number, day, tone);

    /// <summary>A cell with nothing in it and no colour.</summary>
    public static TableCell Blank { get; } = new("", null, null, CellTone.None);

    /// <summary>The cell as text: of a number its digits, of a day yyyy-MM-dd.</summary>
    public string Text { get; }

    /// <summary>The number; null for a text or day.</summary>
    public decimal? Number { get; }

    /// <summary>The day; null for a text or number.</summary>
    public DateOnly? Day { get; }

    /// <summary>What it says by its colour.</summary>
    public CellTone Tone { get; }

    /// <summary>True for a text that takes the whole width of a plain sheet.</summary>
    public bool IsSpread { get; private init; }

    /// <summary>A text that takes the whole width of a plain sheet.</summary>
    public static TableCell Spread(string text) => new(text, null, null, CellTone.None) { IsSpread = true };

    /// <summary>A text; null counts as empty.</summary>
    public static TableCell Of(string? text, CellTone tone = CellTone.None) => new(text ?? "", null, null, tone);

    /// <summary>A figure, shown as its column is formatted.</summary>
    public static TableCell Of(decimal number, CellTone tone = CellTone.None) =>
        new(number.ToString(CultureInfo.InvariantCulture), number, null, tone);

    /// <summary>A day; empty when null.</summary>
    public static TableCell Of(DateOnly? day, CellTone tone = CellTone.None) =>
        new(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", null, day, tone);
}
