using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>What is odd about a code as it was typed.</summary>
internal enum CodeFault
{
    /// <summary>Nothing, or only that it is a number.</summary>
    None,

    /// <summary>Blanks, full-width digits, «.0» or an exponent in a text: formulas do not see the code.</summary>
    Messy,

    /// <summary>The name stands in the cell too: «2070104-图书馆».</summary>
    Joined,

    /// <summary>A code of more than 15 digits that became a number: its last digits are gone.</summary>
    DigitsLost,
}

/// <summary>编码. A code as typed: a number, a number in exponent form, with blanks, with its name.</summary>
/// <param name="Code">The code; empty for a blank cell.</param>
/// <param name="Fault">What is odd.</param>
internal sealed partial record CodeReading(string Code, CodeFault Fault)
{
    /// <summary>Excel keeps 15 digits of a number.</summary>
    private const decimal FirstLostDigit = 1_000_000_000_000_000m;

    private static readonly CodeReading Blank = new("", CodeFault.None);

    /// <summary>Reads a classification code.</summary>
    /// <param name="cell">The cell; null for a blank one.</param>
    /// <param name="isCode">Is that a code of the list, or of one of its lengths?</param>
    public static CodeReading Of(FlatCell? cell, Func<string, bool> isCode)
    {
        if (cell is null) return Blank;
        if (cell.Kind == FlatCellKind.Number) return OfNumber(cell);
        var code = CodeText.Clean(cell.Text);
        var fault = code == cell.Text ? CodeFault.None : CodeFault.Messy;
        if (code.Length == 0) return Blank;
        if (Quoted().Match(code) is { Success: true } quoted) (code, fault) = (quoted.Groups[1].Value, CodeFault.Messy);
        if (OfDecimal(code) is { } number) return number;
        var start = LeadingDigits().Match(code);
        return start.Success && isCode(start.Groups[1].Value) ? new(start.Groups[1].Value, CodeFault.Joined) : new(code, fault);
    }

    /// <summary>True for a number, or a text in exponent form, that has lost the last digits of a code.</summary>
    public static bool HasLostDigits(FlatCell cell) => cell.Kind switch
    {
        FlatCellKind.Number => cell.Number is not { } number || Math.Abs(number) >= FirstLostDigit,
        FlatCellKind.Text => OfDecimal(CodeText.Clean(cell.Text)) is { Fault: CodeFault.DigitsLost },
        _ => false,
    };

    private static CodeReading OfNumber(FlatCell cell)
    {
        if (cell.Number is not { } number) return new(cell.Text, CodeFault.DigitsLost);
        var plain = NumberFormat.Show(number, null)!;
        // «000» shows the zeros in front that the number lost
        var shown = NumberFormat.Show(number, cell.Format) is { } text && text.Length > plain.Length && text.TrimStart('0') == plain ? text : plain;
        return new(shown, HasLostDigits(cell) ? CodeFault.DigitsLost : CodeFault.None);
    }

    /// <summary>«2070104.0» and «2.070104E6» written as text; null for anything else.</summary>
    private static CodeReading? OfDecimal(string code)
    {
        if (!Exponent().IsMatch(code)) return null;
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(code, styles, CultureInfo.InvariantCulture, out var number)) return new(code, CodeFault.DigitsLost);
        return number != Math.Truncate(number) ? null : new(NumberFormat.Show(number, null)!, number >= FirstLostDigit ? CodeFault.DigitsLost : CodeFault.Messy);
    }

    [GeneratedRegex(@"^(?:\d+\.0+|\d(?:\.\d+)?[eE]\+?\d{1,3})$")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(?:=""|['‘’])(\d+)(?:""|['‘’])?$")]
    private static partial Regex Quoted();

    // a code and, after any sign or none, words
    [GeneratedRegex(@"^(\d{3,})[^\d~]*\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex LeadingDigits();
}
