using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Spelling;

/// <summary>
/// Reads figures as people type them. The only such reader: a cell of a dataset, a cell of a workbook, a sentence of a note and the rule
/// language all ask here, so that «−12.00» means the same everywhere. Each entrance decides what it accepts of what was read.
/// </summary>
public static partial class FigureReader
{
    /// <summary>A county's budget is below 10^11 yuan; sums of such figures must stay far from the end of decimal.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private const int Longest = 80;

    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "-", "--", "---", "/", "//", "\\", "无", "暂无", "不适用", "没有", "空", "N/A", "NA", "nil",
    };

    /// <summary>Reads a whole text as one figure. Never throws for what stands in it.</summary>
    /// <param name="text">A cell's or a control's text.</param>
    public static FigureReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Plain(text) is { } plain) return plain;
        if (text.Length > Longest && TextFolding.Trimmed(text).Length > Longest) return FigureReading.Wrong(FigureProblem.NotAFigure);
        var bare = ExcelTextMarks.Without(text, out var hadMarks);
        var untidy = hadMarks ? Untidiness.TextMark : Untidiness.None;
        if (bare.Length == 0) return FigureReading.Blank;
        if (bare.Length != text.Length && !hadMarks) untidy |= Untidiness.Blanks;
        var folded = Folded(bare, ref untidy);
        if (Nothing.Contains(folded)) return FigureReading.Nothing(untidy);
        var scan = new FigureScan(folded, 0, isWhole: true);
        var reading = scan.Figure();
        if (reading.IsFigure && scan.At == folded.Length) return reading.With(untidy);
        return FigureReading.Wrong(reading.IsFigure || reading.Problem == FigureProblem.NotAFigure ? Problem(folded) : reading.Problem);
    }

    /// <summary>
    /// Reads the figure that begins at a place in running text: digits with a comma between thousands, a currency sign or minus before, 万,
    /// 元, % and their kin behind; numerals only with 百分之 before or 元 behind, as 三公 and 一般 are words.
    /// </summary>
    /// <param name="text">Text in half-width signs (see <see cref="TextFolding"/>).</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="numberEnd">The place behind the number; <paramref name="at"/> when there is none.</param>
    /// <param name="end">The place behind its unit.</param>
    public static FigureReading At(string text, int at, out int numberEnd, out int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scan = new FigureScan(text.AsSpan(at, Math.Min(Longest, text.Length - at)), 0, isWhole: false);
        var reading = scan.Figure();
        (numberEnd, end) = reading.IsFigure ? (at + scan.NumberEnd, at + scan.At) : (at, at);
        return reading;
    }

    /// <summary>
    /// The place behind the plain digits that begin at a place, with commas between thousands and decimals; the place itself when none
    /// stand there.
    /// </summary>
    public static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        while (at + 3 < text.Length && text[at] == ',' && DigitCount(text, at + 1) == 3) at += 4;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1])) at = at + 1 + DigitCount(text, at + 1);
        return at;
    }

    /// <summary>
    /// Signs and digits of a figure alone, for lists of them in running text: 12.70 of «预算12.70万元»; empty when there are none.
    /// </summary>
    public static IEnumerable<decimal> In(string text)
    {
        var folded = TextFolding.Half(text);
        for (var at = 0; at < folded.Length; at++)
        {
            if (!char.IsAsciiDigit(folded[at])) continue;
            var end = DigitsEnd(folded, at);
            if (At(folded, at, out _, out _) is { IsFigure: true } figure) yield return figure.Number;
            at = end;
        }
    }

    internal static int DigitCount(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at - start;
    }

    /// <summary>Plain digits, by far the most frequent, without another look.</summary>
    private static FigureReading? Plain(string text)
    {
        if (text.Length is 0 or > 15) return text.Length == 0 ? FigureReading.Blank : null;
        var (at, point) = (text[0] == '-' ? 1 : 0, -1);
        var first = at;
        for (; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at])) continue;
            if (text[at] != '.' || point >= 0 || at == first || at + 1 == text.Length) return null;
            point = at;
        }

        if (at == first) return null;
        var number = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return FigureReading.Of(number, 1m, FigureUnit.None, point < 0 ? 0 : text.Length - point - 1, Untidiness.None);
    }

    private static string Folded(string text, ref Untidiness untidy)
    {
        Span<char> folded = stackalloc char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (TextFolding.IsInvisible(sign))
            {
                untidy |= Untidiness.Blanks;
                continue;
            }

            var half = sign == '。' ? '.' : TextFolding.Half(sign);
            if (half == ' ') untidy |= Untidiness.Blanks;
            else if (half == '-' && sign != '-') untidy |= Untidiness.Sign;
            else if (sign == '。') untidy |= Untidiness.Point;
            else if (half != sign) untidy |= Untidiness.FullWidth;
            folded[length++] = half;
        }

        return new string(folded[..length]);
    }

    private static FigureProblem Problem(string folded) =>
        folded[0] == '#' ? FigureProblem.ErrorValue
        : DayReader.Read(folded).Day is not null ? FigureProblem.Day
        : Vague().IsMatch(folded) ? FigureProblem.Vague
        : FigureProblem.NotAFigure;

    [GeneratedRegex(@"^(约|大约|近|超过|不到|不少于|不超过|至少|最多|[<>≤≥~]=?)|(左右|上下|以上|以下|以内|多|余)$|\d\s*(余|多)\s*[万亿元]|\d\S*?\s*[-~至到]\s*\d")]
    private static partial Regex Vague();
}
