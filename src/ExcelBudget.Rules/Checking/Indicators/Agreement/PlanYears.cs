using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 五年规划的头尾。“十四五”规划的收官之年 is 2025 and the 开局之年 of “十五五” is 2026: a plan of which another year than the budget's is the first or the
/// last. The tenth plan began in 2001, and each runs for five years.
/// </summary>
internal static partial class PlanYears
{
    private const int Years = 5;
    private const int BeginningOfTenth = 2001;
    private const string Digits = "一二三四五六七八九";

    /// <summary>The first such words of a text and the year that they mean; null where they mean the budget's.</summary>
    public static (string Text, int Year)? In(string text, int year)
    {
        foreach (Match match in Ends().Matches(text))
        {
            var number = match.Groups["number"] is { Length: > 0 } told ? Digits.IndexOf(told.Value, StringComparison.Ordinal) + 1 : 0;
            var first = BeginningOfTenth + (Years * number);
            var meant = match.Groups["first"].Success ? first : first + Years - 1;
            // 2025年是“十四五”收官之年，2026年… names the year of which it speaks
            var said = match.Groups["year"].Success ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : year;
            // 上年恰逢收官之年
            if (text.AsSpan(Math.Max(0, match.Index - 2), Math.Min(2, match.Index)) is "上年" or "去年") said = year - 1;
            if (meant != said) return (match.Value.Trim('，', '是', '为'), meant);
        }

        return null;
    }

    [GeneratedRegex("(?:(?<year>20[0-9]{2})年(?:作为|是|为|正值|恰逢|时值|系|也是)|(?:今年|本年|本年度)(?:作为|是|为)|正值|恰逢|时值)"
        + "[“\"「]?十(?<number>[一二三四五六七八九]?)五[”\"」]?(?:规划|时期|计划)?的?"
        + "(?:(?<first>开局|起步|第一|首|头)|收官|最后一?|末)(?:之)?年")]
    private static partial Regex Ends();
}
