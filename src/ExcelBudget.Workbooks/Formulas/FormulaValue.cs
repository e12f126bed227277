using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>What a formula or a part of it comes to.</summary>
internal enum FormulaKind
{
    Blank,

    /// <summary>A number; dates are day numbers.</summary>
    Number,

    /// <summary>A text, be it empty.</summary>
    Text,

    Boolean,

    /// <summary>An error value such as #N/A, as Excel would show it.</summary>
    Error,

    /// <summary>A reference to cells.</summary>
    Area,

    /// <summary>Values in rows and columns.</summary>
    Grid,

    /// <summary>It cannot be told; the text says why.</summary>
    Unknown,
}

/// <summary>A value of the evaluator. Exactly one of its parts means something, told by the kind.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number; 1 or 0 for a boolean.</param>
/// <param name="Content">The text, the error code, or why it is unknown; the area or the grid.</param>
internal readonly record struct FormulaValue(FormulaKind Kind, decimal Number = 0m, object? Content = null)
{
    private const ulong FifteenDigits = 1_000_000_000_000_000;

    /// <summary>#VALUE!</summary>
    public static readonly FormulaValue WrongKind = Error("#VALUE!");

    /// <summary>#N/A</summary>
    public static readonly FormulaValue NotFound = Error("#N/A");

    /// <summary>#REF!</summary>
    public static readonly FormulaValue NoSuchCell = Error("#REF!");

    /// <summary>#NUM!</summary>
    public static readonly FormulaValue TooLarge = Error("#NUM!");

    /// <summary>#DIV/0!</summary>
    public static readonly FormulaValue ByZero = Error("#DIV/0!");

    /// <summary>Error or unknown: whatever uses it becomes the same.</summary>
    public bool IsFailure => Kind is FormulaKind.Error or FormulaKind.Unknown;

    /// <summary>An area or a grid.</summary>
    public bool IsMany => Kind is FormulaKind.Area or FormulaKind.Grid;

    /// <summary>The text, the error code, or why it is unknown; empty for anything else.</summary>
    public string Text => Content as string ?? "";

    public CellArea Area => (CellArea)Content!;

    /// <summary>The grid, rows first.</summary>
    public FormulaValue[,] Grid => (FormulaValue[,])Content!;

    public static FormulaValue Of(decimal number) => new(FormulaKind.Number, number);

    public static FormulaValue Of(string text) => new(FormulaKind.Text, Content: text);

    public static FormulaValue Of(bool value) => new(FormulaKind.Boolean, value ? 1m : 0m);

    public static FormulaValue Of(CellArea area) => new(FormulaKind.Area, Content: area);

    public static FormulaValue Of(FormulaValue[,] grid) => new(FormulaKind.Grid, Content: grid);

    public static FormulaValue Error(string code) => new(FormulaKind.Error, Content: code);

    public static FormulaValue Unknown(string reason) => new(FormulaKind.Unknown, Content: reason);

    /// <summary>As arithmetic takes it: blanks are 0, texts that read as numbers are numbers.</summary>
    public FormulaValue AsNumber() => Kind switch
    {
        FormulaKind.Number or FormulaKind.Error or FormulaKind.Unknown => this,
        FormulaKind.Boolean => Of(Number),
        FormulaKind.Blank => Of(0m),
        FormulaKind.Text => Numeric(Text) is { } number ? Of(number) : WrongKind,
        _ => WrongKind,
    };

    /// <summary>As «&amp;» takes it.</summary>
    public FormulaValue AsText() => Kind switch
    {
        FormulaKind.Text or FormulaKind.Error or FormulaKind.Unknown => this,
        FormulaKind.Number => Of(Domain.Money.Figures.Plain(Rounded(Number))),
        FormulaKind.Boolean => Of(Number == 1m ? "TRUE" : "FALSE"),
        FormulaKind.Blank => Of(""),
        _ => WrongKind,
    };

    /// <summary>As conditions take it.</summary>
    public FormulaValue AsBoolean() => Kind switch
    {
        FormulaKind.Boolean or FormulaKind.Error or FormulaKind.Unknown => this,
        FormulaKind.Number => Of(Number != 0m),
        FormulaKind.Blank => Of(false),
        FormulaKind.Text when Text.Equals("TRUE", StringComparison.OrdinalIgnoreCase) => Of(true),
        FormulaKind.Text when Text.Equals("FALSE", StringComparison.OrdinalIgnoreCase) => Of(false),
        _ => WrongKind,
    };

    /// <summary>The number a text reads as for Excel: «12.70», «1,000», «5%»; null for anything else.</summary>
    public static decimal? Numeric(string text)
    {
        var trimmed = text.Trim();
        var isPercent = trimmed.EndsWith('%');
        const NumberStyles styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands
            | NumberStyles.AllowExponent;
        if (!decimal.TryParse(isPercent ? trimmed[..^1] : trimmed, styles, CultureInfo.InvariantCulture, out var value)) return null;
        return isPercent ? value / 100m : value;
    }

    /// <summary>To 15 significant digits, as Excel shows and compares: a third times three is one.</summary>
    public static decimal Rounded(decimal value) => Rounded(value, 15);

    /// <summary>Without what a division leaves at the end of a decimal's 28 digits: two thirds times three halves is one, and rounds
    /// so.</summary>
    public static decimal WithoutNoise(decimal value) => Rounded(value, 25);

    private static decimal Rounded(decimal value, int digits)
    {
        if (IsShort(value, digits)) return value;
        var magnitude = Math.Abs(value);
        var whole = 0;
        for (var power = 1m; whole < 28 && magnitude >= power; power *= 10m) whole++;
        return whole >= digits ? value : Math.Round(value, Math.Min(28, digits - whole), MidpointRounding.AwayFromZero);
    }

    /// <summary>Has a number no more digits than that, as nearly all amounts have? Then there is nothing to round.</summary>
    private static bool IsShort(decimal value, int digits)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return bits[2] == 0 && value.Scale <= digits && (((ulong)(uint)bits[1] << 32) | (uint)bits[0]) < FifteenDigits;
    }
}
