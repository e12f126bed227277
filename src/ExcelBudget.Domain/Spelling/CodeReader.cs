using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Spelling;

/// <summary>What a text was read as: a code, or the reason why it is none.</summary>
/// <param name="Code">The code; empty when the text is blank, null when its digits are lost.</param>
/// <param name="Untidy">What had to be cleaned.</param>
/// <param name="Reason">A Chinese clause that follows the quoted text; empty when there is a code.</param>
public readonly record struct CodeReading(string? Code, Untidiness Untidy, string Reason);

/// <summary>编码。Reads codes, which are texts: leading zeros stay, and what programs did to digits is undone where none was lost.</summary>
public static partial class CodeReader
{
    /// <summary>
    /// Reads a code: 2070104.0, 2.070104E6, '2070104, ="2070104", full-width digits and blanks between digits are 2070104; 1.31E+19 has
    /// lost
    /// its digits. Letters, hyphens and names behind a code stay as typed: whether such a code exists is not asked here.
    /// </summary>
    /// <param name="text">A cell's text.</param>
    public static CodeReading Read(string text)
    {
        var bare = ExcelTextMarks.Without(text, out var hadMarks);
        var untidy = hadMarks ? Untidiness.TextMark : bare.Length == text.Length ? Untidiness.None : Untidiness.Blanks;
        var code = Narrow(bare, ref untidy);
        if (code.Length == 0 || code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return new CodeReading(code, untidy, "");
        if (FloatTail().Match(code) is { Success: true } tail) return new CodeReading(tail.Groups[1].Value,
            untidy | Untidiness.FloatTail, "");
        if (Torn().IsMatch(code)) return new CodeReading(code.Replace(" ", "", StringComparison.Ordinal), untidy | Untidiness.Blanks, "");
        if (!Scientific().IsMatch(code)) return new CodeReading(code, untidy, "");
        return FigureReader.Read(code) is { IsFigure: true } figure && decimal.IsInteger(figure.Number)
            && figure.Number < 1_000_000_000_000_000m
            ? new CodeReading(figure.Number.ToString("0", CultureInfo.InvariantCulture), untidy | Untidiness.Scientific, "")
            : new CodeReading(null, untidy, "是科学计数法，编码的位数已经丢失");
    }

    /// <summary>The code of a text for comparing; a text that has lost its digits stays as it is.</summary>
    public static string Clean(string text) => Read(text).Code ?? text;

    private static string Narrow(string text, ref Untidiness untidy)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0) return text;
        Span<char> narrow = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (TextFolding.IsInvisible(sign))
            {
                untidy |= Untidiness.Blanks;
                continue;
            }

            var half = TextFolding.Half(sign);
            var isFolded = half != sign && (char.IsAsciiLetterOrDigit(half) || half is '.' or ' ' or '+');
            if (isFolded) untidy |= half == ' ' ? Untidiness.Blanks : Untidiness.FullWidth;
            narrow[length++] = isFolded ? half : sign;
        }

        return new string(narrow[..length]);
    }

    [GeneratedRegex(@"^([0-9]+)\.0+\z")]
    private static partial Regex FloatTail();

    [GeneratedRegex(@"^[0-9]+( +[0-9]+)+\z")]
    private static partial Regex Torn();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?[eE]\+?[0-9]+\z")]
    private static partial Regex Scientific();
}
