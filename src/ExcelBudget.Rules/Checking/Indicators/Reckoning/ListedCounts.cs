using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 列出的个数。安塬、交口、槐柏3个乡镇分别新建2座、3座、1座、2座: so many are counted, and another number of figures is told for them.
/// </summary>
internal static partial class ListedCounts
{
    private const int Most = 12;
    private const int Longest = 30;

    /// <summary>The first list whose figures are more or fewer than what they are told for; null for none.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        if (Herds(project.PlainGoal) is { } herds) return herds;
        if (!project.PlainGoal.Contains("分别", StringComparison.Ordinal)
            && !project.PlainGoal.Contains("依次", StringComparison.Ordinal)) return null;
        foreach (Match match in Lists().Matches(project.PlainGoal))
        {
            if (FigureReader.Read(match.Groups["count"].Value) is not { IsFigure: true, Value: > 1m and <= Most and var count }) continue;
            var figures = Figures().Matches(match.Groups["list"].Value).ToArray();
            // 3个乡镇分别建库2座、补助60万元: of two kinds
            if (figures.Length < 2 || figures.Length == count || figures.DistinctBy(one => one.Groups["unit"].Value).Count() > 1) continue;
            // 为6个乡镇分别按20人、10人组建两支队: what each of them has
            if (match.Value.Contains("分别按", StringComparison.Ordinal) || InKinds().IsMatch(match.Groups["lead"].Value)) continue;
            var list = match.Groups["list"].Value;
            if (list.Length > Longest) list = list[..Longest] + "…";
            return new Miscount($"{Domain.Money.Figures.Plain(count)}个数", match.Groups["lead"].Value,
                $"{figures.Length}个数（{list}）");
        }

        return null;
    }

    [GeneratedRegex(@"(?<lead>(?<count>[0-9]{1,2}|[二两三四五六七八九十])(?:个|所|家|处|条|座|名|类|项|镇|村)(?!月|百分)[^，。；,;、0-9]{0,10}(?:分别|依次))"
        + @"[^，。；,;、0-9]{0,12}"
        + @"(?<list>[0-9]+(?:\.[0-9]+)?\p{L}{1,3}(?:[、和][0-9]+(?:\.[0-9]+)?\p{L}{1,3})+)")]
    private static partial Regex Lists();

    /// <summary>生猪24.6万头、牛3.8万头、羊5.2万只，合计36.3万头（只）: animals of several measure words, and all of them.</summary>
    private static Miscount? Herds(string goal)
    {
        foreach (Match match in Animals().Matches(goal))
        {
            var sum = match.Groups["part"].Captures.Sum(part => decimal.Parse(part.ValueSpan,
                System.Globalization.CultureInfo.InvariantCulture));
            if (sum == decimal.Parse(match.Groups["all"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)) continue;
            var unit = match.Groups["tens"].Value + "头";
            return new Miscount(Domain.Money.Figures.Plain(sum) + unit, string.Join('＋', match.Groups["part"].Captures.Select(part =>
                part.Value)),
                match.Groups["all"].Value + unit);
        }

        return null;
    }

    [GeneratedRegex(@"(?:[^，。；、0-9]{1,8}(?<part>[0-9]{1,6}(?:\.[0-9]{1,3})?)(?<tens>万?)[头只羽][、，,和]){2,6}(?:合计|共计|共)(?"
        + @"<all>[0-9]{1,7}(?:\.[0-9]{1,3})?)\k<tens>[头只]")]
    private static partial Regex Animals();

    /// <summary>日夜两班分别安排3人、2人.</summary>
    [GeneratedRegex("[两二三四](?:班|类|种|级|档|期|支|组)")]
    private static partial Regex InKinds();

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?(?<unit>\p{L}{1,3})")]
    private static partial Regex Figures();
}
