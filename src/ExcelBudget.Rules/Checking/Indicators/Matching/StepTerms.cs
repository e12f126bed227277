using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 各步的期限。Days by which a goal promises its steps (装备在7月底前到位, 5月18日前开馆), and the indicators that date the same steps: what an indicator
/// names must stand whole beside one of the goal's days, and beside no other.
/// </summary>
internal static class StepTerms
{
    private const int LastDay = 31;

    /// <summary>9月开始 is no day by which.</summary>
    private static readonly string[] Begins = ["开始", "启动", "开工", "动工", "起"];
    private static readonly string[] AsOf = ["时点", "基准日"];
    private const string Joints = "至到-—~～";
    private static readonly WordPatterns<Patterns> Made = new(Make);
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；;,、\n：:");

    /// <summary>The indicator that puts a step off, and the goal's day; null when each is in time or none is meant for certain.</summary>
    public static (ReviewedIndicator Line, string Told)? PutOff(ReviewedProject project, IndicatorReview review)
    {
        if (!project.Goal.Contains('月', StringComparison.Ordinal)) return null;
        var terms = Terms(project.Goal, review).ToArray();
        if (Monthly(project, terms, review) is { } rare) return rare;
        if (terms.Length == 0) return null;
        foreach (var line in project.Indicators)
        {
            if (line.Indicator.Operator is TargetOperator.None || By(review).Days.Matches(line.Indicator.Value) is not [var set]
                || By(review).Days.Count(line.Indicator.Raw) > 1) continue;
            var act = Act(line, review);
            if (act.Length < 2) continue;
            // 3月底前制定普法计划 is a step before 普法活动: only what is to be done as a whole binds an act of other words
            if (terms is [var single] && IsOfAll(single.Words, review) && IsOnlyDated(line, project, review)
                && !IsOfOtherPart(single.Words, line, review)
                && (Kinship.Of(single.Words, line.Indicator.Name, review.Standards.Words.TermWords) > 0
                    // 6月底前全部查完 beside 排查完成时间
                    || (single.Words is [.., var deed, '完'] && act.Contains(deed, StringComparison.Ordinal)
                        && act[0] is not ('补' or '复' or '再')))
                && IsLater(Day(set, review.Year), single.Day)) return (line, single.Said);
            var told = terms.Where(term => Covers(term.Words, act) && !IsOfOtherPart(term.Words, line, review))
                .DistinctBy(term => term.Day).ToArray();
            if (told is not [var only] || project.Indicators.Any(other => !ReferenceEquals(other, line)
                && By(review).Days.IsMatch(other.Indicator.Value) && Act(other, review) == act)) continue;
            // 4月底前完成第一轮清淤，10月底前完成其余: all of it is done with the rest
            if (IsOfAll(line.Indicator.Name, review) && terms.Any(term => Day(set, review.Year) is var day && !IsLater(day, term.Day)
                && !IsLater(term.Day, day))) continue;
            // 6月底前完成梭子蟹放流，9月底前全部完成
            if (!IsWholly(only.Words, act, review)
                && terms.Any(term => IndicatorMeaning.ContainsAny(term.Words, review.Standards.Words.AllOfIt)
                    && !IsLater(Day(set, review.Year), term.Day))) continue;
            if (IsLater(Day(set, review.Year), only.Day)) return (line, only.Said);
        }

        return null;
    }

    private static bool IsOfAll(string told, IndicatorReview review) => IndicatorMeaning.ContainsAny(told, review.Standards.Words.AllOfIt);

    /// <summary>3月底前完成宣传月活动 beside 宣传月活动完成时间: the goal dates this very act, not a part of it.</summary>
    private static bool IsWholly(string told, string act, IndicatorReview review) => told.EndsWith(act, StringComparison.Ordinal)
        && review.Standards.Words.Finishes.Contains(told[..^act.Length].TrimStart('|'));

    /// <summary>补助按月发放，于每月15日前打卡 beside 补助发放时间 每年12月底前: once a month in the goal, once a year in the indicator.</summary>
    private static (ReviewedIndicator Line, string Told)? Monthly(ReviewedProject project,
        (string Said, string Words, (int Month, int? Day) Day)[] terms, IndicatorReview review)
    {
        if (By(review).EachMonth.Matches(project.Goal) is not [var only]) return null;
        var start = project.Goal.AsSpan(0, only.Index).LastIndexOfAny("。；;\n") + 1;
        var said = project.Goal[start..];
        said = said.IndexOfAny(['。', '；', ';', '\n']) is > 0 and var end ? said[..end] : said;
        foreach (var line in project.Indicators)
        {
            var act = Act(line, review);
            var isRarer = By(review).Days.Matches(line.Indicator.Value) is [_] || By(review).Seldom.IsMatch(line.Indicator.Value);
            // 每月25日前发放，5月底前完成核查: the indicator's act has a day of its own
            if (terms.Any(term => !only.Value.Contains(term.Said, StringComparison.Ordinal) && Covers(term.Words, act))) continue;
            if (act.Length < 2 || By(review).EachMonth.IsMatch(line.Indicator.Raw) || !isRarer
                || line.Indicator.Raw.Contains("每月", StringComparison.Ordinal)
                || !(Covers(said, act) || IsOnlyOfVerb(said, act[^2..], project, review))) continue;
            return (line, only.Value);
        }

        return null;
    }

    /// <summary>每月10日前发放 beside 补助发放时间: the one indicator that dates this deed.</summary>
    private static bool IsOnlyOfVerb(string said, string verb, ReviewedProject project, IndicatorReview review) =>
        said.Contains(verb, StringComparison.Ordinal)
        && project.Indicators.Count(line => Act(line, review).EndsWith(verb, StringComparison.Ordinal)) == 1;

    private static IEnumerable<(string Said, string Words, (int Month, int? Day) Day)> Terms(string goal, IndicatorReview review)
    {
        var from = 0;
        var matches = By(review).Days.Matches(goal);
        for (var at = 0; at < matches.Count; at++)
        {
            var match = matches[at];
            var (start, end) = (match.Index, match.Index + match.Length);
            var next = at + 1 < matches.Count ? matches[at + 1].Index : goal.Length;
            var stop = goal.AsSpan(end, next - end).IndexOfAny(Breaks) is >= 0 and var cut ? end + cut : next;
            var begin = Math.Max(from, goal.AsSpan(0, start).LastIndexOfAny(Breaks) + 1);
            from = end;
            // 4月至10月: a span, no day by which
            // 以2023年12月31日为标准时点: as of when it is counted
            if (IsSpan(goal, start, end) || Array.Exists(AsOf, word => goal.AsSpan(end, Math.Min(word.Length + 3, goal.Length - end))
                .Contains(word, StringComparison.Ordinal)) || Array.Exists(Begins, word => string.CompareOrdinal(goal, end, word, 0,
                word.Length) == 0)) continue;
            yield return (match.Value, goal[begin..start] + "|" + goal[end..stop], Day(match, review.Year));
        }
    }

    /// <summary>8月底前全部装完联网 beside 设备安装联网完成时间: goal and indicators date one thing, in a word they share.</summary>
    private static bool IsOnlyDated(ReviewedIndicator line, ReviewedProject project, IndicatorReview review) =>
        project.Indicators.All(other => ReferenceEquals(other, line) || !By(review).Days.IsMatch(other.Indicator.Value))
        && By(review).Days.Count(project.Goal) == 1;

    /// <summary>第3标段9月底前完工: of a part of the work that the indicator does not name.</summary>
    private static bool IsOfOtherPart(string words, ReviewedIndicator line, IndicatorReview review) =>
        review.Standards.Words.PartOfWork.Any(part => words.Contains(part, StringComparison.Ordinal)
            && (!line.Indicator.Name.Contains(part, StringComparison.Ordinal)
                || IndicatorMeaning.ContainsAny(line.Indicator.Name, review.Standards.Words.AllOfIt)));

    private static bool IsSpan(string goal, int start, int end) =>
        (start > 0 && Joints.Contains(goal[start - 1], StringComparison.Ordinal))
        || (end < goal.Length && (goal[end] == '起'
            || (Joints.Contains(goal[end], StringComparison.Ordinal) && end + 1 < goal.Length
                && (char.IsAsciiDigit(goal[end + 1]) || goal[end + 1] is '次' or '翌' or '明'))));

    /// <summary>What an indicator dates: its name without 完成时间 and the like.</summary>
    private static string Act(ReviewedIndicator line, IndicatorReview review) =>
        WordList.Without(line.Stem, review.Standards.Words.TermWords).Replace("|", "", StringComparison.Ordinal);

    /// <summary>True when pairs of signs that stand in a text make up all of what an indicator names.</summary>
    private static bool Covers(string words, string act)
    {
        var end = 0;
        for (var at = 0; at + 1 < act.Length && at <= end; at++)
        {
            if (words.Contains(act.Substring(at, 2), StringComparison.Ordinal)) end = at + 2;
        }

        return end == act.Length;
    }

    private static bool IsLater((int Month, int? Day) set, (int Month, int? Day) told) => set.Month > told.Month
        || (set.Month == told.Month && set.Day is { } one && told.Day is { } other && one > other && other < LastDay);

    private static (int Month, int? Day) Day(Match match, int year)
    {
        var said = match.Groups["year"];
        var told = said.Success ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture)
            // 次年1月底前报送
            : match.Groups["next"].Success ? year + 1 : year;
        var day = match.Groups["day"];
        return ((told * 12) + int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture),
            day.Success ? int.Parse(day.ValueSpan, CultureInfo.InvariantCulture) : null);
    }

    private static Patterns By(IndicatorReview review) => Made.Of(review.Standards.Words);

    private static Patterns Make(IndicatorWords words) => new(
        WordPattern.Make($@"(?:(?<year>20[0-9]{{2}})年|(?<next>{WordPattern.Any(words.NextYears)}))?(?<![0-9])(?<month>1[0-2]|0?[1-9])月"
            + $@"(?>(?:(?<day>[12][0-9]|3[01]|0?[1-9])日|{WordPattern.Any(words.MonthParts)})?{WordPattern.Any(words.TermEnds)}?)"
            + $@"(?![\u4E00-\u9FFF]{{0,5}}{WordPattern.Any(words.NoTerms)})"),
        WordPattern.Make($@"^{WordPattern.Any(words.RareSpans)}(?:度)?{WordPattern.Any(words.SpanEnds)}"),
        WordPattern.Make($@"每月(?:[0-9]{{1,2}}日|{WordPattern.Any(words.MonthDays)}){WordPattern.Any(words.DayEnds)}?"));

    /// <summary>What tells days.</summary>
    /// <param name="Days">9月底前, 次年1月10日前.</param>
    /// <param name="Seldom">每季度末: less often than once a month.</param>
    /// <param name="EachMonth">每月10日前.</param>
    private sealed record Patterns(Regex Days, Regex Seldom, Regex EachMonth);
}
