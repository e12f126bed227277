using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>What is odd about a code as it was typed.</summary>
internal enum CodeFault
{
    None,

    /// <summary>It is a number, which sums by the beginning of a code do not see.</summary>
    Number,

    /// <summary>Blanks, full-width digits, «.0» or an exponent in a text: formulas do not see the code.</summary>
    Messy,

    /// <summary>The digits of several pieces stand in the cell of one: «2050101» under 类.</summary>
    Unsplit,

    /// <summary>The name stands in the cell too: «2070104-图书馆».</summary>
    Joined,

    /// <summary>A code of more than 15 digits that became a number: its last digits are gone.</summary>
    DigitsLost,
}

/// <summary>编码. A code as typed: a number, a number in exponent form, with blanks, with its name.</summary>
/// <param name="Code">The code; empty for a blank cell.</param>
/// <param name="Fault">What is odd.</param>
internal sealed partial record TypedCode(string Code, CodeFault Fault)
{
    /// <summary>The pieces that are odd, by their place, the oddest first; none where a code stands in one cell.</summary>
    public IReadOnlyList<(int Piece, TypedCode Reading)> Odd { get; init; } = [];

    /// <summary>Excel keeps 15 digits of a number.</summary>
    private const decimal FirstLostDigit = 1_000_000_000_000_000m;

    private static readonly TypedCode Blank = new("", CodeFault.None);

    /// <summary>Reads a classification code.</summary>
    /// <param name="cell">The cell; null for a blank one.</param>
    /// <param name="isCode">Is that a code of the list, or of one of its lengths?</param>
    public static TypedCode Of(FlatCell? cell, Func<string, bool> isCode)
    {
        if (cell is null) return Blank;
        if (cell.Kind == FlatCellKind.Number) return OfNumber(cell);
        var read = CodeReader.Read(cell.Text);
        if (read.Code is not { } code) return new(TextFolding.Trimmed(cell.Text), CodeFault.DigitsLost);
        if (LeadingDigits().Match(code) is { Success: true } start
            && isCode(start.Groups[1].Value)) return new(start.Groups[1].Value, CodeFault.Joined);
        return new(code, code.Length == 0 || read.Untidy == Untidiness.None ? CodeFault.None : CodeFault.Messy);
    }

    /// <summary>True for a number, or a text in exponent form, that has lost the last digits of a code.</summary>
    public static bool HasLostDigits(FlatCell cell) => cell.Kind switch
    {
        FlatCellKind.Number => cell.Number is not { } number || Math.Abs(number) >= FirstLostDigit,
        FlatCellKind.Text => CodeReader.Read(cell.Text).Code is null,
        _ => false,
    };

    private static TypedCode OfNumber(FlatCell cell)
    {
        if (cell.Number is not { } number) return new(cell.Text, CodeFault.DigitsLost);
        var plain = NumberFormat.Show(number, null)!;
        // «000» shows the zeros in front that the number lost
        var shown = NumberFormat.Show(number, cell.Format) is { } text && text.Length > plain.Length && text.TrimStart('0') == plain
            ? text : plain;
        return new(shown, HasLostDigits(cell) ? CodeFault.DigitsLost : CodeFault.Number);
    }

    // a code and, after any sign or none, words
    [GeneratedRegex(@"^(\d{3,})[^\d~]*\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex LeadingDigits();
}
