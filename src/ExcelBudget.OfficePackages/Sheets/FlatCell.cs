using System.Globalization;
using ExcelBudget.OfficePackages.Formats;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>One cell as it stands in the file: nothing is interpreted, cleaned or recalculated.</summary>
public sealed class FlatCell
{
    private readonly decimal _number;
    private readonly CellFormat? _format;
    private readonly SharedFormula? _shared;
    private string? _text;
    private string? _formula;

    /// <summary>A cell; the factories below read better.</summary>
    internal FlatCell(int row, int column, in FlatValue value, string? formula, SharedFormula? shared)
    {
        Row = row;
        Column = column;
        Kind = value.Kind;
        HasCachedValue = value.Present;
        _format = value.Format;
        IsArrayFormula = value.IsArray;
        FitsDecimal = value.Number.HasValue;
        _number = value.Number.GetValueOrDefault();
        _text = value.Text;
        _formula = formula;
        _shared = shared;
    }

    private FlatCell(FlatCell cell, string? formula, bool isArrayPart)
    {
        Row = cell.Row;
        Column = cell.Column;
        Kind = cell.Kind;
        HasCachedValue = cell.HasCachedValue;
        _format = cell._format;
        IsArrayFormula = IsArrayPart = isArrayPart;
        FitsDecimal = cell.FitsDecimal;
        _number = cell._number;
        _text = cell._text;
        _formula = formula;
    }

    /// <summary>Row, from 1.</summary>
    public int Row { get; }

    /// <summary>Column, from 1.</summary>
    public int Column { get; }

    /// <summary>What the cell holds; for a formula, what its cached result is.</summary>
    public FlatCellKind Kind { get; }

    /// <summary>False only for a formula whose result is not in the file.</summary>
    public bool HasCachedValue { get; }

    /// <summary>The cell's number format shows a date or a time.</summary>
    public bool IsDateFormat => _format is { IsDate: true };

    /// <summary>数字格式。The format's text as the file has it, such as «0"场"»; null for General.</summary>
    public string? Format => _format?.Code;

    /// <summary>The formula is an array formula: areas in it are computed cell by cell.</summary>
    public bool IsArrayFormula { get; }

    /// <summary>
    /// The cell shows one value of an array formula that another cell carries; which one cannot be told from the formula.
    /// </summary>
    public bool IsArrayPart { get; }

    /// <summary>The text, the error code (#REF!), TRUE or FALSE, or the number as the file writes it; empty for a blank.</summary>
    public string Text => _text ??= Kind == FlatCellKind.Number ? _number.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// The number, to 15 significant digits as Excel shows it; null when the cell is no number or one too large for a decimal.
    /// </summary>
    public decimal? Number => FitsDecimal ? _number : null;

    /// <summary>The formula without «=», a shared one moved to this cell; null when there is none. Never empty.</summary>
    public string? Formula => _formula ??= _shared?.At(Row, Column);

    /// <summary>Does the cell compute its value?</summary>
    public bool HasFormula => _formula is not null || _shared is { IsKnown: true };

    /// <summary>Where the cell is.</summary>
    public CellReference Reference => new(Row, Column);

    private bool FitsDecimal { get; }

    /// <summary>A cell with a number, optionally the cached result of a formula.</summary>
    public static FlatCell OfNumber(int row, int column, decimal number, string? formula = null) =>
        new(row, column, FlatValue.OfNumber(number, null), formula, null);

    /// <summary>A cell with a text, optionally the cached result of a formula.</summary>
    public static FlatCell OfText(int row, int column, string text, string? formula = null) =>
        new(row, column, FlatValue.OfText(text), formula, null);

    /// <summary>A cell with an error code, optionally the cached result of a formula.</summary>
    public static FlatCell OfError(int row, int column, string error, string? formula = null) =>
        new(row, column, FlatValue.OfError(error), formula, null);

    /// <summary>A cell with a formula whose result is not in the file.</summary>
    public static FlatCell OfFormula(int row, int column, string formula) =>
        new(row, column, default, formula, null);

    /// <summary>A cell with a number and a number format.</summary>
    public static FlatCell OfFormatted(int row, int column, decimal number, string format) =>
        new(row, column, FlatValue.OfNumber(number, null) with
        {
            Format = new CellFormat(format, CellFormats.ShowsDate(format)),
        }, null, null);

    /// <summary>The same cell with its cached result as if it had been typed.</summary>
    public FlatCell WithoutFormula() => new(this, null, isArrayPart: false);

    /// <summary>The same cell, shown in the same format, holding a number.</summary>
    public FlatCell Holding(decimal number) => new(Row, Column, FlatValue.OfNumber(number, null) with { Format = _format }, null, null);

    /// <summary>The same cell, shown in the same format, holding a text.</summary>
    public FlatCell Holding(string text) => new(Row, Column, FlatValue.OfText(text) with { Format = _format }, null, null);

    /// <summary>The same cell as the result of a formula that another cell carries.</summary>
    internal FlatCell ComputedBy(string formula) => new(this, formula, isArrayPart: true);

    /// <summary>For the debugger: «D9 Number 12.70».</summary>
    public override string ToString() => $"{Reference} {Kind} {Text}";
}
