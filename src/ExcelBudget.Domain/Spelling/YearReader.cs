using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Spelling;

/// <summary>What a text was read as: a year, or the reason why it is none.</summary>
/// <param name="Year">The year as written, not checked against any range; null when the text is none.</param>
/// <param name="Untidy">What had to be cleaned.</param>
/// <param name="Reason">A Chinese clause that follows the quoted text; empty when the text is a year or blank.</param>
public readonly record struct YearReading(int? Year, Untidiness Untidy, string Reason);

/// <summary>年度。Reads a whole text as a year: 2024, 2024年, 2024年度, ２０２４, 2024.0, 二〇二四年.</summary>
public static partial class YearReader
{
    /// <summary>Reads a year as people write it: 2024, 2024年度, 2024.0, 二〇二四年.</summary>
    /// <param name="text">A cell's text. A blank one gives no year and no reason.</param>
    public static YearReading Read(string text)
    {
        var bare = ExcelTextMarks.Without(text, out var hadMarks);
        if (bare.Length == 0) return default;
        var untidy = hadMarks ? Untidiness.TextMark : bare.Length == text.Length ? Untidiness.None : Untidiness.Blanks;
        var compact = TextFolding.Compact(bare);
        if (compact != bare) untidy |= Untidiness.FullWidth;
        var match = Form().Match(compact);
        if (!match.Success) return new YearReading(null, untidy, "不是年度");
        if (match.Groups["tail"].Success) untidy |= Untidiness.FloatTail;
        if (match.Groups["unit"].Success) untidy |= Untidiness.UnitWords;
        if (match.Groups["digits"].Success) return new YearReading(int.Parse(match.Groups["digits"].ValueSpan,
            CultureInfo.InvariantCulture), untidy, "");
        var numeral = ChineseNumerals.Value(match.Groups["numeral"].ValueSpan);
        return numeral is { } value
            ? new YearReading((int)value, untidy | Untidiness.Numerals, "")
            : new YearReading(null, untidy, "不是年度");
    }

    [GeneratedRegex(@"^(?:(?<digits>[0-9]{1,9})(?<tail>\.0+)?|(?<numeral>[〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{4}))(?<unit>年度?)?\z")]
    private static partial Regex Form();
}
