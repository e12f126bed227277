using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>前后两个数与幅度。What was, what is to be, and by how much it changes: 由1200件增加到1500件，增长20%; 由58%提高到76%，提高16个百分点.</summary>
internal static partial class ChangeTold
{
    private const decimal All = 100m;
    private const decimal Rounded = 1m;
    private const decimal Far = 0.3m;
    private const decimal HalfPoint = 0.5m;
    private const decimal HalfTenth = 0.05m;

    /// <summary>翻一番 of 31 is said of 60 as well.</summary>
    private const decimal Loose = 0.1m;

    /// <summary>The first change of the goal that its two figures do not bear out; null when each may be meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        if (YearBesideYear.Elsewhere(project, review) is { } elsewhere) return elsewhere;
        if (WordList.IsIn(project.PlainGoal, review.Standards.Words.ComparableGrowth)) return null;
        if (Reached(project.PlainGoal) is { } reached) return reached;
        if (Doubled(project.PlainGoal) is { } doubled) return doubled;
        if (YearBesideYear.Of(project.PlainGoal, review) is { } beside) return beside;
        if (project.PlainGoal.AsSpan().IndexOfAny('由', '从') < 0) return null;
        if (Difference(project.PlainGoal, review) is { } difference) return difference;
        foreach (Match match in Changes().Matches(project.PlainGoal))
        {
            var (from, to, by) = (Figure(match, "from"), Figure(match, "to"), Figure(match, "by"));
            var change = Math.Abs(to - from);
            // the other way is told as impossible
            if (from <= 0m || change == 0m || match.Groups["up"].Success != to > from) continue;
            var isRate = match.Groups["unit"].Value is "%" or "％";
            var share = change / from * All;
            // 由92.5%提高到95%，提高2.5个百分点: points are told as they are, or rounded to whole ones
            var isPoints = match.Groups["told"].Value.EndsWith("百分点", StringComparison.Ordinal);
            if (isRate && isPoints ? Math.Abs(change - by) <= (by == decimal.Truncate(by) ? HalfPoint : HalfTenth)
                : Math.Abs(share - by) <= Rounded || Math.Abs(change - by) <= Rounded
                    || (share > by && IsAtLeast(project.PlainGoal, match))) continue;
            var (more, less) = (Figures.Plain(Math.Max(from, to)), Figures.Plain(Math.Min(from, to)));
            return isRate
                ? new Miscount(Figures.Plain(change) + "个百分点", $"{more}%－{less}%", match.Groups["told"].Value)
                : new Miscount(Figures.Plain(Figures.Round(share, 1)) + "%", $"（{more}－{less}）÷{Figures.Plain(from)}",
                    match.Groups["told"].Value);
        }

        return null;
    }

    /// <summary>增长20%以上, 翻了一番多: more than that is no conflict.</summary>
    internal static bool IsAtLeast(string goal, Match match) => goal.AsSpan(match.Index + match.Length) is ['以', '上',
        ..] or ['多' or '余', ..];

    /// <summary>由3.2万亩下降到2.8万亩，减少0.5万亩: what lies between the two.</summary>
    private static Miscount? Difference(string goal, IndicatorReview review)
    {
        foreach (Match match in Differences().Matches(goal))
        {
            var (from, to, by) = (Figure(match, "from"), Figure(match, "to"), Figure(match, "by"));
            var change = Math.Abs(to - from);
            // 由2020年的3.1万亩扩大到3.6万亩，比上年增加0.3万亩: each from a year of its own
            // 由12个增加到15个，新增5个，撤并2个
            if (match.Value.Contains("新增", StringComparison.Ordinal) && (goal.AsSpan().IndexOfAny("撤退拆停") >= 0
                || WordList.IsIn(goal, review.Standards.Words.TakenAway))) continue;
            if (change == 0m || change == by || (match.Groups["year"].Success && match.Groups["last"].Success)) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(change) + unit,
                $"{Figures.Plain(Math.Max(from, to))}{unit}－{Figures.Plain(Math.Min(from, to))}{unit}", match.Groups["by"].Value + unit);
        }

        return null;
    }

    [GeneratedRegex(@"(?:由|从)(?:上年度?|去年|(?<year>20[0-9]{2}年))?的?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,4}?)(?:提高|提升|增加|"
        + @"增长|上升|扩大|"
        + @"下降|降低|降|减少|压减|缩短|压缩)"
        + @"(?:到|至)(?:20[0-9]{2}年的?)?(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>[，,](?:净|(?<last>[比较]上年|同比))?(?:增加|减少|压减|新增|缩短|压缩|提高|"
        + @"降低|下降|增|减)了?"
        + @"(?<by>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>(?=[，。；,;]|$)")]
    private static partial Regex Differences();

    /// <summary>由30家增加到90家，数量翻一番: twice as many would be 60.</summary>
    private static Miscount? Doubled(string goal)
    {
        if (!goal.Contains('番', StringComparison.Ordinal) && !goal.Contains('倍', StringComparison.Ordinal)) return null;
        foreach (Match match in Times().Matches(goal))
        {
            var (from, to) = (Figure(match, "from"), Figure(match, "to"));
            var times = match.Groups["twice"].Success ? 4m : match.Groups["more"].Success ? Figure(match, "more") + 1m : 2m;
            var made = from * times;
            // 数量翻了一番多
            if (from <= 0m || Math.Abs(made - to) <= Math.Max(Rounded, made * Loose) || (to > made && IsAtLeast(goal, match))) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(made) + unit, $"{match.Groups["from"].Value}{unit}×{Figures.Plain(times)}",
                match.Groups["to"].Value + unit);
        }

        return null;
    }

    [GeneratedRegex(@"(?:由|从)(?:上年度?|去年|20[0-9]{2}年)?的?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,3}?)(?:提高|提升|增加|增长|上升|扩大)"
        + @"(?:到|至)(?:20[0-9]{2}年的?)?"
        + @"(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>[，,](?:数量|总数|总量|规模|实现|个数|家数|人数)?(?:(?:翻(?:了)?(?:一番|(?<twice>两番)))|(?:增长|增加)(?"
        + @":了)?(?:一|(?"
        + @"<more>[0-9](?:\.[0-9])?))倍)")]
    private static partial Regex Times();

    /// <summary>由上年的50万人次增长12%，达到58万人次: what the share of last year's figure comes to.</summary>
    private static Miscount? Reached(string goal)
    {
        foreach (Match match in Reaches().Matches(goal))
        {
            var (from, by, to) = (Figure(match, "from"), Figure(match, "by"), Figure(match, "to"));
            var isShare = match.Groups["share"].Success;
            var signed = match.Groups["up"].Success ? by : -by;
            var made = isShare ? from * (1m + (signed / All)) : from + signed;
            // 112万 for 111.6万 is rounded to what the figure shows
            // 上年新增120个，今年增加180个，总数达到860个: what was added is not what there was
            if (!isShare && Math.Abs(made - to) > Far * made) continue;
            if (from <= 0m || made == to || (isShare && Math.Abs(made - to) <= Math.Max(Rounded, from / All))) continue;
            var unit = match.Groups["unit"].Value;
            if (!isShare)
            {
                return new Miscount(Figures.Plain(made) + unit, $"{match.Groups["from"].Value}{unit}{(signed > 0m ? "＋" : "－")}"
                    + match.Groups["by"].Value + unit, match.Groups["to"].Value + unit);
            }

            return new Miscount(Figures.Plain(Figures.Round(made, 2)) + unit,
                $"{match.Groups["from"].Value}{unit}×(1{(match.Groups["up"].Success ? "＋" : "－")}{match.Groups["by"].Value}%)",
                match.Groups["to"].Value + unit);
        }

        return null;
    }

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:由|从)(?:上年度?|去年|20[0-9]{2}年)?的?(?:每\p{L}{1,2})?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[%％\p{L}]{0,3}?)"
        + "(?:(?<up>提高|提升|增加|增长|上升|扩大|提标)|下降|降低|降|减少|压减|缩短|压缩)"
        + @"(?:到|至)(?:20[0-9]{2}年的?)?(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>"
        + @"[，,]\s*(?:(?:增加|减少|提高|降低|下降|增长|压减)了?[0-9.]{1,9}\k<unit>[，,、])?"
        + @"(?:同比|比上年|较上年|净)?(?:增长|提高|提升|增加|下降|降低|减少|增幅|降幅)(?:达到?|约|为)?(?<told>(?<by>[0-9]{1,4}(?:\.[0-9]{1,2})?)(?:%|个百分点))")]
    private static partial Regex Changes();

    /// <summary>由上年的50万人次增长12%，达到…; 上年全县改厕1600户，今年计划数增长15%，达到….</summary>
    [GeneratedRegex(@"(?:(?:由|从|在|比|较)(?:上年度?|去年|20[0-9]{2}年)的?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[\p{L}]{1,4}?)(?:的?基础上)?"
        + @"|(?<=^|[，。；\n])(?:上年度?|去年)[^，。；、0-9]{2,10}(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[\p{L}]{1,2})[，,]"
        + @"(?:今年|本年|20[0-9]{2}年)(?:计划数?|任务数?|预计|目标)?(?:比上年|同比)?)"
        + @"(?:(?<up>增长|增加|提高|上升)|下降|降低|减少|压减)了?(?:约)?(?:(?<by>[0-9]{1,3}(?:\.[0-9]{1,2})?)(?<share>%)|(?<by>[0-9]{1,7}(?"
        + @":\.[0-9]{1,4})?)\k<unit>)[，,]?(?:总数|总量|规模)?(?:达到?|增至|升至|降至|减至|至|到)"
        + @"(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>")]
    private static partial Regex Reaches();
}
