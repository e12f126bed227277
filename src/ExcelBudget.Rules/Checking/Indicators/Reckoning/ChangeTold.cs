using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>前后两个数与幅度。What was, what is to be, and by how much it changes: 由1200件增加到1500件，增长20%; 由58%提高到76%，提高16个百分点.</summary>
internal static partial class ChangeTold
{
    private const decimal All = 100m;
    private const decimal Rounded = 1m;

    /// <summary>The first change of the goal that its two figures do not bear out; null when each may be meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        if (project.Goal.AsSpan().IndexOfAny('由', '从') < 0) return null;
        foreach (Match match in Changes().Matches(project.Goal))
        {
            var (from, to, by) = (Figure(match, "from"), Figure(match, "to"), Figure(match, "by"));
            var change = Math.Abs(to - from);
            // the other way is told as impossible
            if (from <= 0m || change == 0m || match.Groups["up"].Success != to > from) continue;
            var isRate = match.Groups["unit"].Value is "%" or "％";
            var share = change / from * All;
            if (Math.Abs(share - by) <= Rounded || Math.Abs(change - by) <= Rounded) continue;
            var (more, less) = (Figures.Plain(Math.Max(from, to)), Figures.Plain(Math.Min(from, to)));
            return isRate
                ? new Miscount(Figures.Plain(change) + "个百分点", $"{more}%－{less}%", match.Groups["told"].Value)
                : new Miscount(Figures.Plain(Figures.Round(share, 1)) + "%", $"（{more}－{less}）÷{Figures.Plain(from)}",
                    match.Groups["told"].Value);
        }

        return null;
    }

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:由|从)(?:上年度?|去年|20\d{2}年)?的?(?<from>\d{1,9}(?:\.\d{1,4})?)(?<unit>[%％\p{L}]{0,3}?)"
        + "(?:(?<up>提高|提升|增加|增长|上升|扩大|提标)|下降|降低|降|减少|压减|缩短|压缩)"
        + @"(?:到|至)(?<to>\d{1,9}(?:\.\d{1,4})?)\k<unit>"
        + @"[，,]\s*(?:增长|提高|提升|增加|下降|降低|减少|增幅|降幅)(?:达到?|约|为)?(?<told>(?<by>\d{1,4}(?:\.\d{1,2})?)(?:%|个百分点))")]
    private static partial Regex Changes();
}
