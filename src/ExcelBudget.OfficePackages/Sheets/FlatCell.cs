using System.Globalization;
using ExcelBudget.OfficePackages.Formats;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>One cell as it stands in the file: nothing is interpreted, cleaned or recalculated.</summary>
public sealed class FlatCell
{
    private readonly decimal _number;
    private readonly CellFormat? _format;

    // a workbook has some thousands of cells: none of these is wider than it need be
    private readonly ushort _column;
    private readonly byte _kind;
    private readonly Traits _traits;
    private string? _text;

    // its text, or the formula it shares as long as nobody has asked for the text
    private object? _formula;

    /// <summary>A cell as it was read.</summary>
    internal FlatCell(CellReference place, in FlatValue value, CellFormat? format, bool isArray, object? formula)
    {
        // one too far to the right for any limit stays so
        (Row, _column, _kind) = (place.Row, (ushort)Math.Min(place.Column, ushort.MaxValue), (byte)value.Kind);
        _traits = (value.Number.HasValue ? Traits.FitsDecimal : 0) | (isArray ? Traits.Array : 0);
        _number = value.Number.GetValueOrDefault();
        _format = format;
        _text = value.Text;
        _formula = formula;
    }

    private FlatCell(FlatCell cell, string? formula, bool isArrayPart)
    {
        (Row, _column, _kind) = (cell.Row, cell._column, cell._kind);
        _traits = (cell._traits & Traits.FitsDecimal) | (isArrayPart ? Traits.Array | Traits.ArrayPart : 0);
        _format = cell._format;
        _number = cell._number;
        _text = cell._text;
        _formula = formula;
    }

    private FlatCell(int row, int column, in FlatValue value, CellFormat? format, string? formula)
        : this(new CellReference(row, column), value, format, isArray: false, formula)
    {
    }

    [Flags]
    private enum Traits : byte
    {
        FitsDecimal = 1,
        Array = 2,
        ArrayPart = 4,
    }

    /// <summary>Row, from 1.</summary>
    public int Row { get; }

    /// <summary>Column, from 1.</summary>
    public int Column => _column;

    /// <summary>What the cell holds; for a formula, what its cached result is.</summary>
    public FlatCellKind Kind => (FlatCellKind)_kind;

    /// <summary>False only for a formula whose result is not in the file.</summary>
    public bool HasCachedValue => Kind != FlatCellKind.Blank;

    /// <summary>The cell's number format shows a date or a time.</summary>
    public bool IsDateFormat => _format is { IsDate: true };

    /// <summary>数字格式。The format's text as the file has it, such as «0"场"»; null for General.</summary>
    public string? Format => _format?.Code;

    /// <summary>The formula is an array formula: areas in it are computed cell by cell.</summary>
    public bool IsArrayFormula => (_traits & Traits.Array) != 0;

    /// <summary>
    /// The cell shows one value of an array formula that another cell carries; which one cannot be told from the formula.
    /// </summary>
    public bool IsArrayPart => (_traits & Traits.ArrayPart) != 0;

    /// <summary>The text, the error code (#REF!), TRUE or FALSE, or the number as the file writes it; empty for a blank.</summary>
    public string Text => _text ??= Kind == FlatCellKind.Number ? _number.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// The number, to 15 significant digits as Excel shows it; null when the cell is no number or one too large for a decimal.
    /// </summary>
    public decimal? Number => FitsDecimal ? _number : null;

    /// <summary>The formula without «=», a shared one moved to this cell; null when there is none. Never empty.</summary>
    public string? Formula => _formula is SharedFormula shared ? Moved(shared) : (string?)_formula;

    /// <summary>Does the cell compute its value?</summary>
    public bool HasFormula => _formula is not (null or SharedFormula { IsKnown: false });

    /// <summary>Where the cell is.</summary>
    public CellReference Reference => new(Row, Column);

    private bool FitsDecimal => (_traits & Traits.FitsDecimal) != 0;

    /// <summary>A cell with a number, optionally the cached result of a formula.</summary>
    public static FlatCell OfNumber(int row, int column, decimal number, string? formula = null) =>
        new(row, column, FlatValue.OfNumber(number, null), null, formula);

    /// <summary>A cell with a text, optionally the cached result of a formula.</summary>
    public static FlatCell OfText(int row, int column, string text, string? formula = null) =>
        new(row, column, FlatValue.OfText(text), null, formula);

    /// <summary>A cell with an error code, optionally the cached result of a formula.</summary>
    public static FlatCell OfError(int row, int column, string error, string? formula = null) =>
        new(row, column, FlatValue.OfError(error), null, formula);

    /// <summary>A cell with a formula whose result is not in the file.</summary>
    public static FlatCell OfFormula(int row, int column, string formula) =>
        new(row, column, default, null, formula);

    /// <summary>A cell with a number and a number format.</summary>
    public static FlatCell OfFormatted(int row, int column, decimal number, string format) =>
        new(row, column, FlatValue.OfNumber(number, null), new CellFormat(format, CellFormats.ShowsDate(format)), null);

    /// <summary>The same cell with its cached result as if it had been typed.</summary>
    public FlatCell WithoutFormula() => new(this, null, isArrayPart: false);

    /// <summary>The same cell, shown in the same format, holding a number.</summary>
    public FlatCell Holding(decimal number) => new(Row, Column, FlatValue.OfNumber(number, null), _format, null);

    /// <summary>The same cell, shown in the same format, holding a text.</summary>
    public FlatCell Holding(string text) => new(Row, Column, FlatValue.OfText(text), _format, null);

    /// <summary>The same cell as the result of a formula that another cell carries.</summary>
    internal FlatCell ComputedBy(string formula) => new(this, formula, isArrayPart: true);

    private string? Moved(SharedFormula shared)
    {
        var text = shared.At(Row, Column);
        if (text is not null) _formula = text;
        return text;
    }

    /// <summary>For the debugger: «D9 Number 12.70».</summary>
    public override string ToString() => $"{Reference} {Kind} {Text}";
}
