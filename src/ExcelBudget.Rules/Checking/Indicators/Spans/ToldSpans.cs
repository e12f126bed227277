using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>起止与时长。A span whose ends are told, beside how long it is said to be: 2024年3月1日至2024年8月31日，共9个月.</summary>
internal static partial class ToldSpans
{
    private const int MonthsOfYear = 12;
    private const string Ends = "。；;\n";
    private const string OfWhich = "其中";

    /// <summary>Years by which a building may be older or younger than the budget's year says.</summary>
    private const int Loose = 2;

    /// <summary>The first length that its own ends contradict, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal, int year)
    {
        if (!goal.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return Months(goal, year) ?? Days(goal, year) ?? Years(goal, year);
    }

    /// <summary>自2024年3月1日至2024年8月31日，共9个月.</summary>
    private static (string, string)? Months(string goal, int year)
    {
        if (!goal.Contains("个月", StringComparison.Ordinal)) return null;
        if ((TwoSpans(goal) ?? BareMonths(goal)) is { } bare) return bare;
        foreach (var match in MonthSpans().Matches(goal).Concat(MonthsFirst().Matches(goal)).Concat(MonthsLater().Matches(goal)))
        {
            var isDated = match.Groups["later"].Success || match.Groups["year"].Success || match.Groups["next"].Success
                || match.Groups["toyear"].Success;
            if (!isDated || IsBroken(goal, match) || JoinedMonths().Count(Sentence(goal, match)) > 1) continue;
            var (from, to) = (Number(match.Groups["month"]), Number(match.Groups["tomonth"]));
            if (from is < 1 or > MonthsOfYear || to is < 1 or > MonthsOfYear || Told(match) is not { } told) continue;
            var first = match.Groups["year"].Success ? Number(match.Groups["year"]) : year;
            var last = match.Groups["toyear"].Success ? Number(match.Groups["toyear"])
                : match.Groups["next"].Success || to < from ? first + 1 : first;
            var between = ((last - first) * MonthsOfYear) + to - from;
            if (between > 0 && told != between && told != between + 1)
                return (match.Value, $"起止时间只有约{between + 1}个月，与所写的月数不符");
        }

        return null;
    }

    /// <summary>3月至12月，共8个月.</summary>
    private static (string, string)? BareMonths(string text)
    {
        foreach (Match match in MonthsOfOneYear().Matches(text))
        {
            var (from, to, told) = (Number(match.Groups["from"]), Number(match.Groups["to"]), Number(match.Groups["months"]));
            if (from is < 1 or > MonthsOfYear || to is < 1 or > MonthsOfYear) continue;
            if (Resting().IsMatch(Sentence(text, match))) continue;
            if (IsBroken(text, match) || JoinedMonths().Count(Sentence(text, match)) > 1) continue;
            var between = to >= from ? to - from : to + MonthsOfYear - from;
            // 4月1日至10月31日: whole months from the first of one to the last of the other
            // and so are 1月至6月 without a day
            var isWhole = match.Groups["first"].Success ? match.Groups["last"].Success
                : !match.Groups["begin"].Success && !match.Groups["end"].Success;
            // 逢单月采样; 11月15日供热…11月至3月共4个月
            if (isWhole && (EveryOther().IsMatch(text) || DayOf(text, from) || DayOf(text, to))) continue;
            if (isWhole ? told != between + 1
                : told != between && told != between + 1) return (match.Value, "起止月份与月数不符");
        }

        return null;
    }

    [GeneratedRegex("改造后|[迁改重扩翻]建")]
    private static partial Regex Rebuilt();

    [GeneratedRegex("分[两二三四2-4]期|周末|节假日|工作日|双休|每期|每班")]
    private static partial Regex InTerms();

    private static bool DayOf(string text, int month) => Regex.IsMatch(text, $"(?<![0-9]){month}月(?!1日|3[01]日)[0-9]{{1,2}}日");

    [GeneratedRegex("轮休|不发|不计|休牧|停工期|除外")]
    private static partial Regex Resting();

    [GeneratedRegex("单月|双月|隔月|逢月|间隔")]
    private static partial Regex EveryOther();

    /// <summary>2月1日至4月30日和10月1日至12月31日，共5个月: two spans, each of whole months.</summary>
    private static (string, string)? TwoSpans(string goal)
    {
        if (PairOfSpans().Match(goal) is not { Success: true } match || Told(match) is not { } told) return null;
        var (one, two) = (Number(match.Groups["to"]) - Number(match.Groups["from"]) + 1,
            Number(match.Groups["end"]) - Number(match.Groups["start"]) + 1);
        if (one < 1 || two < 1 || Math.Abs(one + two - told) < 1) return null;
        return (match.Value, $"两段起止时间合起来是{one + two}个月");
    }

    [GeneratedRegex(@"(?<![0-9])(?<from>[0-9]{1,2})月(?:1日|份)?(?:至|到|-|—|–|~|～)(?<to>[0-9]{1,2})月(?:30日|31日|28日|29日|底|份)?[和、及与]"
        + @"(?<start>[0-9]{1,2})月(?:1日|份)?(?:至|到|-|—|–|~|～)(?<end>[0-9]{1,2})月(?:30日|31日|底|份)?[，,（(]\p{L}{0,6}?(?:共计|合计|共|计)(?"
        + @"<told>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月")]
    private static partial Regex PairOfSpans();

    [GeneratedRegex(@"(?<!年|[0-9])(?<from>[0-9]{1,2})月(?:(?<first>1日)|份|(?<begin>底|初|[0-9]{1,2}日))?起?(?:至|到|-|—|~|～)(?<to>[0-9]{1,2})月"
        + @"(?:(?<last>3[01]日)|份|(?<end>底|[0-9]{1,2}日))?止?"
        + @"[，,（(]?(?:按|共|共计|计|合计)?(?<months>[0-9]{1,2})个月(?!一|[0-9]{1,2}次|内|以|开展|组织|进行)")]
    private static partial Regex MonthsOfOneYear();

    /// <summary>5月10日开幕、5月14日闭幕，赛期7天: the only two days of the sentence, one begins and one ends.</summary>
    private static (string, string)? Days(string goal, int year)
    {
        if (!goal.Contains('日', StringComparison.Ordinal)) return null;
        foreach (var match in DaySpans().Matches(goal).Concat(DaysFirst().Matches(goal)))
        {
            // 分两期共10天，周末不上课
            if (InTerms().IsMatch(Sentence(goal, match))) continue;
            if (IsBroken(goal, match) || OneDay().Count(Sentence(goal, match)) != 2 || Told(match) is not { } told) continue;
            var month = Number(match.Groups["month"]);
            var tomonth = match.Groups["tomonth"].Success ? Number(match.Groups["tomonth"]) : month;
            if (Day(year, month, match.Groups["day"]) is not { } from || Day(year, tomonth, match.Groups["today"]) is not { } to) continue;
            var days = (to - from).Days + 1;
            if (days > 1 && Math.Abs(told - days) > 1)
                return (match.Value, $"起止日期之间是{days}天，与所写的天数不符");
        }

        return null;
    }

    /// <summary>1998年建成，到2024年已使用36年; a sentence that tells a third year may count from that.</summary>
    private static (string, string)? Years(string goal, int year)
    {
        if (!goal.Contains('年', StringComparison.Ordinal)) return null;
        foreach (var match in Since().Matches(goal).Concat(BuiltIn().Matches(goal)))
        {
            // 建于1998年，改造后已运行8年
            if (Rebuilt().IsMatch(Sentence(goal, match))) continue;
            var isDated = match.Groups["to"].Success;
            if (AnyYear().Count(Sentence(goal, match)) != (isDated ? 2 : 1) || Told(match) is not { } told) continue;
            var between = (isDated ? Number(match.Groups["to"]) : year) - Number(match.Groups["from"]);
            if (between >= 0 && Math.Abs(told - between) > (isDated ? 1 : Loose))
                return (match.Value, $"按所写的年份是{between}年");
        }

        return null;
    }

    /// <summary>共9个月（扣除寒暑假）: what is taken out of a span makes it shorter.</summary>
    private static bool IsBroken(string goal, Match match)
    {
        var start = goal.AsSpan(0, match.Index).LastIndexOfAny(Ends) + 1;
        // 其中重点展览自3月1日至8月31日: of which of them, not how much of the span
        var end = match.Index + match.Length - start;
        return TakenOut().Matches(Sentence(goal, match)).Any(word => word.Value != OfWhich || (word.Index >= end && word.Index <= end
            + 2));
    }

    private static string Sentence(string goal, Match match)
    {
        var start = goal.AsSpan(0, match.Index).LastIndexOfAny(Ends) + 1;
        var end = goal.AsSpan(match.Index + match.Length).IndexOfAny(Ends);
        return end < 0 ? goal[start..] : goal[start..(match.Index + match.Length + end)];
    }

    private static decimal? Told(Match match) =>
        FigureReader.Read(match.Groups["told"].Value) is { IsFigure: true } figure ? figure.Value : null;

    private static DateTime? Day(int year, int month, Group day) => month is >= 1 and <= MonthsOfYear
        && Number(day) is >= 1 and var told && told <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, told) : null;

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年)?(?<![0-9])(?<month>[0-9]{1,2})月(?:[0-9]{1,2}日|份|初)?(?:起|开始)?(?:至|到|-|—|–|~|～)"
        + @"(?:(?<toyear>20[0-9]{2})年|(?<next>次年|翌年))?(?<tomonth>[0-9]{1,2})月(?:[0-9]{1,2}日|份|底|末)?止?\p{L}{0,4}[，,、（(]?"
        + @"(?:共计|合计|总计|共|计|为期|历时|期限|时长|连续|服务期|展期|展出期|租期|租赁期|工期|会期|施工期|合同期|培训期)?(?<told>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月(?!一|"
        + @"[0-9]{1,2}次|内|以)")]
    private static partial Regex MonthSpans();

    /// <summary>3月至8月按月发放，中间不停发，共8个月.</summary>
    [GeneratedRegex(@"(?<![0-9]|年)(?<month>[0-9]{1,2})月(?:份)?(?:至|到|-|—|–|~|～)(?<tomonth>[0-9]{1,2})月(?:份|底)?(?<later>[^。；;0-9]{2,20}?)"
        + @"[，,](?:共计|合计|共|为期|计)(?<told>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月")]
    private static partial Regex MonthsLater();

    /// <summary>服务期9个月（2024年3月1日至2024年8月31日）.</summary>
    [GeneratedRegex(@"(?<told>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})个月[，,（(]\s*(?:即|自|从|时间)?"
        + @"(?:(?<year>20[0-9]{2})年)(?<month>[0-9]{1,2})月(?:[0-9]{1,2}日|份|初)?"
        + @"(?:起|开始)?(?:至|到|-|—|–|~|～)(?:(?<toyear>20[0-9]{2})年|(?<next>次年|翌年))?(?<tomonth>[0-9]{1,2})月")]
    private static partial Regex MonthsFirst();

    /// <summary>为期7天（5月10日至14日）.</summary>
    [GeneratedRegex(@"(?:共计|共|为期|历时|赛期|会期|展期|节期|期限|连续)(?<told>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})天[，,（(]\s*"
        + @"(?:即|自|从)?(?:20[0-9]{2}年)?"
        + @"(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(?:起|开始)?(?:至|到|-|—|–|~|～)(?:(?<tomonth>[0-9]{1,2})月)?(?<today>[0-9]{1,2})日")]
    private static partial Regex DaysFirst();

    /// <summary>建于1998年，至今已使用36年.</summary>
    [GeneratedRegex(@"(?:建成于|修建于|始建于|建于|购于|购置于|投用于|成立于|竣工于)(?<from>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?[，,、]?\p{L}{0,4}?"
        + @"(?:(?:到|至|截至)(?<to>20[0-9]{2})年(?:底|末)?|至今|距今)?(?:已经|已|将|就)?(?:连续|累计)?"
        + @"(?:使用|运行|服役|运营|开办|办学|有)?(?:了|满|达)?(?<told>[0-9]{1,3})年(?!前|代|内|来|底|末)")]
    private static partial Regex BuiltIn();

    [GeneratedRegex(@"月[^，。；0-9]{0,4}(?:[0-9]{1,2}日)?(?:起|开始)?(?:至|到|-|—|–|~|～)")]
    private static partial Regex JoinedMonths();

    [GeneratedRegex(@"(?<![0-9])(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(?:起?(?:至|到|-|—|–|~|～)"
        + @"|\p{L}{0,4}(?:开幕|开班|开赛|开营|开展|开始|启动|报到)[、，,]\p{L}{0,2}?)"
        + @"(?:(?<tomonth>[0-9]{1,2})月)?(?<today>[0-9]{1,2})日\p{L}{0,4}[，,、（(]\p{L}{0,4}?"
        + @"(?:共计|共|为期|历时|赛期|会期|展期|节期|期限|连续)(?<told>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})天")]
    private static partial Regex DaySpans();

    [GeneratedRegex(@"[0-9]日")]
    private static partial Regex OneDay();

    [GeneratedRegex(@"(?<![0-9])(?<from>(?:19|20)[0-9]{2})年(?:[0-9]{1,2}月)?\p{L}{0,4}?(?:建成|建设|修建|始建|兴建|投用|投入使用|投运|竣工|购置|购买|购入|"
        + @"启用|安装|成立|配备|通车|通水)\p{L}{0,6}[，,、]?\p{L}{0,4}?(?:(?:到|至|截至)(?<to>20[0-9]{2})年(?:底|末)?)?(?:已经|已|将|就|也)"
        + @"(?:连续|累计)?(?:使用|运行|服役|运营|开办|办学|有)(?:了|满|达)?(?<told>[0-9]{1,3})年(?!前|代|内|来)")]
    private static partial Regex Since();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}年")]
    private static partial Regex AnyYear();

    [GeneratedRegex("扣除|剔除|除去|除外|不含|不计|寒假|暑假|假期|节假|工作日|(?<!不)停|间断|分段|轮流|其中|实际")]
    private static partial Regex TakenOut();
}
