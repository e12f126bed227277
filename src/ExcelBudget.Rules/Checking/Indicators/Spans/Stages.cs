using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>
/// 分几个阶段。分四个阶段推进：第一阶段…；第二阶段…；第四阶段…: one of them is missing; 第一步完工并通过验收，第二步8月起招标: what comes first stands last.
/// </summary>
internal static partial class Stages
{
    /// <summary>The stages that are not as many as announced, or stand in the wrong order, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal)
    {
        if (!goal.Contains('第', StringComparison.Ordinal)) return null;
        return Missing(goal) ?? Backwards(goal);
    }

    private static (string, string)? Missing(string goal)
    {
        if (Announced().Matches(goal) is not [var announced] || Number(announced.Groups["many"].Value)
            is not (> 2 and < 10 and var many)) return null;
        var kind = announced.Groups["kind"].Value;
        var told = Ordinals().Matches(goal).Where(match => match.Groups["kind"].Value == kind).SelectMany(Named).Distinct().ToArray();
        // 首批 is the first
        if (goal.Contains("首" + kind, StringComparison.Ordinal) && !told.Contains(1)) told = [.. told, 1];
        if (told.Length < 2 || told.Max() > many || told.Length >= many) return null;
        // 第一阶段…，其余阶段…: the last told is not the last there is
        if (told.Max() < many) return null;
        var missing = Enumerable.Range(1, many).First(at => !told.Contains(at));
        return (announced.Value, $"却没有写第{ChineseDigits[missing - 1]}{kind}");
    }

    private static (string, string)? Backwards(string goal)
    {
        foreach (Match match in DoneThenBegun().Matches(goal))
        {
            // 第一步，样板段完工并通过验收；第二步，6月起全面开工
            if (Number(match.Groups["later"].Value) != Number(match.Groups["first"].Value) + 1 || First().IsMatch(match.Value)) continue;
            return (match.Groups["begun"].Value.Trim('，'), "可是它前面的一步已经完工验收");
        }

        return null;
    }

    /// <summary>第二、三批 are two of them, 第二至四批 three.</summary>
    private static IEnumerable<int> Named(Match match)
    {
        var first = Number(match.Groups["at"].Value);
        if (!match.Groups["more"].Success) return [first];
        var more = match.Groups["more"].Captures.Select(capture => Number(capture.Value)).ToArray();
        return match.Groups["range"].Success && more[^1] > first ? Enumerable.Range(first, more[^1] - first + 1) : more.Prepend(first);
    }

    [GeneratedRegex("样板|试点|示范|先行|首开|试验")]
    private static partial Regex First();

    private const string ChineseDigits = "一二三四五六七八九";

    private static int Number(string said) => said is "两" ? 2 : FigureReader.Read(said) is { IsFigure: true } figure
        ? (int)figure.Value : 0;

    [GeneratedRegex("(?:分|按|共)(?<many>[两二三四五六七八九2-9])个?(?<kind>阶段|步|批|期)(?:走|推进|实施|进行|完成|开展)?")]
    private static partial Regex Announced();

    /// <summary>第一阶段，第二、三批，第二至四批, and 二期 without its 第.</summary>
    [GeneratedRegex("(?:第|(?<![分按共第])(?=[一二三四五六七八九]期))(?<at>[一二三四五六七八九1-9])"
        + "(?:(?:阶段|步|批|期)?(?:、|和|及|(?<range>至|到|-|—|－))第?(?<more>[一二三四五六七八九1-9]))*(?<kind>阶段|步|批|期)")]
    private static partial Regex Ordinals();

    /// <summary>第一步，7月底前全部装修完工并通过验收；第二步，8月起委托设计、组织招标.</summary>
    [GeneratedRegex(@"第(?<first>[一二三四五])(?<kind>阶段|步)[，,：:（(]?[^；。第]{0,30}?(?:完工并通过验收|竣工验收|通过验收|验收合格)[^；。第]{0,10}[；。]\s*"
        + @"第(?<later>[一二三四五])\k<kind>(?<begun>[，,：:（(]?[^；。第]{0,40}?(?:招标|勘察设计|委托设计|编制设计)"
        + @"|[，,：:（(]?(?:20[0-9]{2}年)?(?:[0-9]{1,2}月[底初]?[前起]?)?(?:正式|全面|进场|组织)?(?:开工|动工))")]
    private static partial Regex DoneThenBegun();
}
