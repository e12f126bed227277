namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>A cell's value while its sheet is being read.</summary>
internal readonly record struct FlatValue
{
    public FlatCellKind Kind { get; private init; }

    /// <summary>The text; null for a number whose decimal prints exactly as the file wrote it.</summary>
    public string? Text { get; private init; }

    /// <summary>The number where it fits a decimal.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The file holds a value, be it an empty text.</summary>
    public bool Present => Kind != FlatCellKind.Blank;

    /// <summary>A number, with its source text when the decimal would print otherwise.</summary>
    public static FlatValue OfNumber(decimal? number, string? source) =>
        new() { Kind = FlatCellKind.Number, Number = number, Text = source };

    public static FlatValue OfText(string text) => new() { Kind = FlatCellKind.Text, Text = text };

    public static FlatValue OfBoolean(bool value) => new() { Kind = FlatCellKind.Boolean, Text = value ? "TRUE" : "FALSE" };

    public static FlatValue OfError(string code) => new() { Kind = FlatCellKind.Error, Text = code };
}
