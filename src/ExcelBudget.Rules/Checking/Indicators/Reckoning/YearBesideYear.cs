using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>两年并列。Last year's figure and this year's side by side, and by how much they differ: 2024年5120人，2025年5460人，比上年增加340人.</summary>
internal static partial class YearBesideYear
{
    private const decimal All = 100m;
    private const decimal Rounded = 1m;

    /// <summary>The first difference or share that the two years do not bear out; null where they do, or nobody knows.</summary>
    public static Miscount? Of(string goal, IndicatorReview review) => Compared(goal) ?? Between(goal, review) ?? ShareBetween(goal)
        ?? ShareOfMore(goal) ?? LastYearBehind(goal);

    /// <summary>86公里，比上年64公里增加50%; 38.6万人，比上年38.2万人增加0.6万人: this year's figure, last year's, and what lies between.</summary>
    private static Miscount? Compared(string goal)
    {
        if (goal.AsSpan().IndexOfAny('比', '较') < 0) return null;
        foreach (Match match in WithLastYear().Matches(goal))
        {
            var (now, was, by) = (Figure(match, "now"), Figure(match, "from"), Figure(match, "by"));
            // 增长8.1%（按可比口径核算）
            if (goal.AsSpan(match.Index + match.Length).TrimStart().StartsWith("（") || goal.Contains("可比",
                StringComparison.Ordinal)) continue;
            var (change, unit) = (now - was, match.Groups["unit"].Value);
            // 13680人，其中初中生4260人，较上年的14120人减少440人: what stands right before is a part
            var made = match.Groups["up"].Success ? was + by : was - by;
            if (was <= 0m || change == 0m || (Math.Abs(change) != by && goal.Contains(Figures.Plain(made) + unit,
                StringComparison.Ordinal)))
                continue;
            var (more, less) = (Figures.Plain(Math.Max(now, was)), Figures.Plain(Math.Min(now, was)));
            if (match.Groups["up"].Success != change > 0m)
            {
                // 580万元，较上年的620万元增加40万元: by so much, and the other way
                if (Math.Abs(change) != by) continue;
                return new Miscount((change > 0m ? "增加" : "减少") + Figures.Plain(by) + unit,
                    $"{Figures.Plain(now)}{unit}－{Figures.Plain(was)}{unit}",
                    (change > 0m ? "减少" : "增加") + match.Groups["told"].Value);
            }

            var isShare = match.Groups["share"].Success;
            var isRate = unit is "%" or "％";
            if (isShare && !isRate)
            {
                var share = Math.Abs(change) / was * All;
                if (Math.Abs(share - by) <= Rounded || (share > by && ChangeTold.IsAtLeast(goal, match))) continue;
                return new Miscount(Figures.Plain(Figures.Round(share, 1)) + "%", $"（{more}－{less}）÷{Figures.Plain(was)}",
                    match.Groups["told"].Value);
            }

            // 比上年98%提高2%: points are meant
            // 25万人次，比上年的20万人次增加5万人次，增长20%: the share is told behind it
            if (Math.Abs(change) == by && !isRate && Share().Match(goal, match.Index + match.Length) is { Success: true } told
                && Math.Abs((Math.Abs(change) / was * All) - Figure(told, "by")) > Rounded)
                return new Miscount(Figures.Plain(Figures.Round(Math.Abs(change) / was * All, 1)) + "%",
                    $"（{more}－{less}）÷{Figures.Plain(was)}",
                    told.Groups["by"].Value + "%");
            if (Math.Abs(change) == by || (isRate && isShare)) continue;
            return new Miscount(Figures.Plain(Math.Abs(change)) + (isRate ? "个百分点" : unit), $"{more}{unit}－{less}{unit}",
                match.Groups["told"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"(?<![0-9.])(?<now>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>[%％]|\p{L}{1,4}?)(?:以上)?[，,、]\p{L}{0,2}?(?:比|较)(?:上年度?|"
        + @"去年|20[0-9]{2}年)的?"
        + @"(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>(?:(?<up>增加|增长|提高|提升|上升)|减少|下降|降低|压减)(?:了|约)?"
        + @"(?<told>(?<by>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?:(?<share>%)|个百分点|\k<unit>(?=[，。；,;、]|$)))")]
    private static partial Regex WithLastYear();

    [GeneratedRegex(@"\G[，,、](?:同比)?(?:增长|增幅|下降|降幅)(?:达到?|为|约)?(?<by>[0-9]{1,3}(?:\.[0-9]{1,2})?)%(?!以上|左右)")]
    private static partial Regex Share();

    /// <summary>2024年在园幼儿5120人，2025年5460人，比上年增加430人: two years told one behind the other, and what lies between.</summary>
    private static Miscount? Between(string goal, IndicatorReview review)
    {
        foreach (Match match in TwoYears().Matches(goal))
        {
            var (was, now, by) = (Figure(match, "from"), Figure(match, "to"), Figure(match, "by"));
            var change = now - was;
            if (change == 0m || Math.Abs(change) == by || match.Groups["up"].Success != change > 0m) continue;
            // 2023年底38所，2025年底达到45所，比2024年增加4所
            if (match.Groups["than"].Success && match.Groups["was"].Success && match.Groups["than"].Value != match.Groups["was"].Value)
                continue;
            // 增加12个、出库5个: what goes is told behind it
            var rest = goal[(match.Index + match.Length)..].Split('。', '；', ';', '\n')[0];
            if (WordList.IsIn(rest, review.Standards.Words.TakenAway)) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(Math.Abs(change)) + unit,
                $"{Figures.Plain(Math.Max(now, was))}{unit}－{Figures.Plain(Math.Min(now, was))}{unit}", match.Groups["told"].Value);
        }

        return null;
    }

    /// <summary>培训2500人。…2024年培训2200人，2025年比上年增加400人: this year's figure was told before, under the same verb.</summary>
    public static Miscount? Elsewhere(ReviewedProject project, IndicatorReview review)
    {
        foreach (Match match in LastYearAndMore().Matches(project.PlainGoal))
        {
            var (was, by) = (Figure(match, "from"), Figure(match, "by"));
            // 2026年计划补贴3000万袋，较上年增加400万袋 tells this year's
            if (match.Groups["year"].Success && int.Parse(match.Groups["year"].ValueSpan,
                CultureInfo.InvariantCulture) >= review.Year) continue;
            var (deed, unit) = (match.Groups["of"].Value, match.Groups["unit"].Value);
            var now = Quantities.ProjectFigures.Of(project).Goal.Where(told => told is
            {
                IsMoney: false, IsDetail: false,
                IsAbout: false, Per.Count: 0
            }
                && told.Text.EndsWith(unit, StringComparison.Ordinal) && !unit.StartsWith('万') && told.Number != was
                && told.Before.EndsWith(deed, StringComparison.Ordinal)
                && !Quantities.ProjectFigures.Of(project).IsOfOtherYears(told, review.Year)).Select(told =>
                    told.Number).Distinct().ToArray();
            if (now is not [var told] || told <= was != !match.Groups["up"].Success || Math.Abs(told - was) == by) continue;
            return new Miscount(Figures.Plain(Math.Abs(told - was)) + unit,
                $"{Figures.Plain(Math.Max(told, was))}{unit}－{Figures.Plain(Math.Min(told, was))}{unit}", match.Groups["told"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"(?:上年|去年|(?<year>20[0-9]{2})年)(?<of>\p{L}{2,6})(?<from>[0-9]{1,7})(?<unit>\p{L}{1,2}(?:（\p{L}）)?)[，,](?:今年|本年|"
        + @"20[0-9]{2}年)?(?:比|较)"
        + @"(?:上年|去年)"
        + @"(?:(?<up>增加|增长)|减少)(?<told>(?<by>[0-9]{1,7})\k<unit>)(?=[，。；,;、]|$)")]
    private static partial Regex LastYearAndMore();

    /// <summary>2024年接待48万人次，2025年达到60万人次以上，增加12万人次，增长20%: by which share the second is more than the first.</summary>
    private static Miscount? ShareBetween(string goal)
    {
        foreach (Match match in TwoYearsShare().Matches(goal))
        {
            var (was, now, by) = (Figure(match, "from"), Figure(match, "to"), Figure(match, "by"));
            if (was <= 0m || now == was || match.Groups["up"].Success != now > was) continue;
            var share = Math.Abs(now - was) / was * All;
            if (Math.Abs(share - by) <= Rounded) continue;
            return new Miscount(Figures.Plain(Figures.Round(share, 1)) + "%",
                $"（{Figures.Plain(Math.Max(now, was))}－{Figures.Plain(Math.Min(now, was))}）÷{Figures.Plain(was)}",
                    match.Groups["told"].Value);
        }

        return null;
    }

    /// <summary>发射600枚，2023年用弹480枚，较上年增加150枚; 接待60万人次，上年实际48万人次，增幅达30%: this year's figure, and last year's behind it.</summary>
    private static Miscount? LastYearBehind(string goal)
    {
        foreach (Match match in NowThenWas().Matches(goal))
        {
            var (now, was, by) = (Figure(match, "now"), Figure(match, "from"), Figure(match, "by"));
            var (change, unit) = (Math.Abs(now - was), match.Groups["unit"].Value);
            if (was <= 0m || change == 0m || match.Groups["up"].Success != now > was) continue;
            var (more, less) = (Figures.Plain(Math.Max(now, was)), Figures.Plain(Math.Min(now, was)));
            if (match.Groups["share"].Success)
            {
                var share = change / was * All;
                if (Math.Abs(share - by) <= Rounded || (share > by && ChangeTold.IsAtLeast(goal, match))) continue;
                return new Miscount(Figures.Plain(Figures.Round(share, 1)) + "%", $"（{more}－{less}）÷{Figures.Plain(was)}",
                    match.Groups["told"].Value);
            }

            if (change == by) continue;
            return new Miscount(Figures.Plain(change) + unit, $"{more}{unit}－{less}{unit}", match.Groups["told"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"(?<![0-9.])(?<now>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,4}?)[，,、](?:上年度?|去年|20[0-9]{2}年)[^，。；;、0-9]{0,8}?"
        + @"(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>[，,、]"
        + @"(?:(?:今年|本年)?(?:比|较)(?:上年|去年)|同比|今年|本年)?(?:(?<up>增加|增长|提高|增幅)|减少|下降|降幅|压减)(?:达到?|为|了)?"
        + @"(?<told>(?<by>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?:(?<share>%)|\k<unit>))(?=[，。；,;、以]|$)")]
    private static partial Regex NowThenWas();

    /// <summary>2025年完成7.2万亩，今年比上年增加1.8万亩，增长30%: which share of last year's the addition is.</summary>
    private static Miscount? ShareOfMore(string goal)
    {
        foreach (Match match in MoreAndShare().Matches(goal))
        {
            var (was, more, by) = (Figure(match, "from"), Figure(match, "more"), Figure(match, "by"));
            if (was <= 0m || Math.Abs((more / was * All) - by) <= Rounded) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(Figures.Round(more / was * All, 1)) + "%",
                $"{match.Groups["more"].Value}{unit}÷{match.Groups["from"].Value}{unit}", match.Groups["by"].Value + "%");
        }

        return null;
    }

    [GeneratedRegex(@"(?:上年度?|去年|20[0-9]{2}年)[^，。；;0-9]{0,14}?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,4})[，,]"
        + @"(?:本年|今年|20[0-9]{2}年)?(?:预计|计划)?(?:比|较)(?:上年|去年)(?:增加|减少)(?<more>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>[，,]"
        + @"(?:增长|下降|减少|增幅|降幅)(?:约|为)?(?<by>[0-9]{1,3}(?:\.[0-9]{1,2})?)%")]
    private static partial Regex MoreAndShare();

    [GeneratedRegex(@"(?:上年度?|去年|20[0-9]{2}年底?)[^，。；;0-9]{0,14}?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,4})[，,、]"
        + @"(?:本年|今年|预计|20[0-9]{2}年底?)[^，。；;0-9]{0,14}?(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>(?:以上|左右)?[，,、]"
        + @"(?:(?:净|预计)?(?:增加|减少)了?[0-9.]{1,9}\k<unit>[，,、])?(?:(?:比|较)(?:上年|去年)|同比)?(?:(?<up>增长|增加|提高)|下降|减少|降低)"
        + @"(?<told>(?<by>[0-9]{1,3}(?:\.[0-9]{1,2})?)%)(?=[，。；,;、]|$)")]
    private static partial Regex TwoYearsShare();

    [GeneratedRegex(@"(?:上年度?|去年|(?<was>20[0-9]{2})年底?)[^，。；;0-9]{0,14}?(?<from>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<unit>\p{L}{1,3})[，,、]"
        + @"(?:本年|今年|预计|20[0-9]{2}年底?)[^，。；;0-9]{0,14}?(?<to>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>[，,、]"
        + @"(?:(?:比|较)(?:上年|去年|(?<than>20[0-9]{2})年)|同比|净)?(?:(?<up>增加|增长|提高)|减少|下降|压减)了?"
        + @"(?<told>(?<by>[0-9]{1,9}(?:\.[0-9]{1,4})?)\k<unit>)(?=[，。；,;、]|$)")]
    private static partial Regex TwoYears();

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
}
