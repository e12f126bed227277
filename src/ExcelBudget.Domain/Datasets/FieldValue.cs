using System.Globalization;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Datasets;

/// <summary>
/// One value of a dataset as its column declares it: a text or code, a number, a year, a day, or nothing. Parsed once, at the edge.
/// </summary>
public readonly record struct FieldValue
{
    // the text itself, or what holds the number: most values are texts, and eight bytes do for them
    private readonly object? _content;

    private FieldValue(object? content) => _content = content;

    /// <summary>True when the cell was blank or its column absent.</summary>
    public bool IsBlank => _content is null;

    /// <summary>The value as text: empty when blank, numbers in full without trailing zeros, days as yyyy-MM-dd.</summary>
    public string Text => _content switch
    {
        null => "",
        string text => text,
        Held.OfDay day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Figures.Plain(Number!.Value),
    };

    /// <summary>True for a text or code; no number or day is printed to find out.</summary>
    public bool IsText => _content is string;

    /// <summary>The number (a year too); null for a blank, a text or a day.</summary>
    public decimal? Number => _content is Held.OfFigure figure ? figure.Value : Year;

    /// <summary>The year; null when the value is none.</summary>
    public int? Year => _content is Held.OfYear year ? year.Value : null;

    /// <summary>The day; null when the value is none.</summary>
    public DateOnly? Day => _content is Held.OfDay day ? day.Value : null;

    /// <summary>A text or code; blank when it is empty.</summary>
    public static FieldValue Of(string text) => text.Length == 0 ? default : new FieldValue(text);

    /// <summary>An amount in yuan, or a count.</summary>
    public static FieldValue Of(decimal number) => new(new Held.OfFigure(number));

    /// <summary>A day as the dataset tells it, such as the 截止日期 of assets.</summary>
    public static FieldValue Of(DateOnly day) => new(new Held.OfDay(day));

    /// <summary>A budget year, four digits.</summary>
    public static FieldValue OfYear(int year) => new(new Held.OfYear(year));

    /// <summary>True when the value is this text; no number or day is printed to find out that it is none.</summary>
    public bool Is(string text) => _content is string own ? own == text : Text == text;

    /// <summary>The text, for messages and the debugger.</summary>
    public override string ToString() => Text;

    private abstract record Held
    {
        public sealed record OfFigure(decimal Value) : Held;

        public sealed record OfYear(int Value) : Held;

        public sealed record OfDay(DateOnly Value) : Held;
    }
}
