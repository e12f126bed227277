namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>一级指标 and 二级指标 in force at a place of the text.</summary>
internal readonly record struct Levels(string Level1, string Level2);

/// <summary>
/// Follows the headings and says under which levels the text stands. Names say most; for 成本指标 and 满意度指标, and for misprints such as
/// «（四）效益指标» inside 产出, the way the document writes its list marks decides.
/// </summary>
internal sealed class LevelTracker
{
    private readonly IReadOnlyList<Heading> _headings;
    // 一、 for level 1 and （一） for level 2 is the usual way; 产出指标, which nobody misprints as level 2, overrules it
    private readonly Dictionary<(MarkStyle Style, bool IsHalf), int> _votes =
        new() { [(MarkStyle.Chinese, false)] = -1, [(MarkStyle.ChineseInBrackets, false)] = 3 };
    private int _next;
    private const int LongestGap = 2;
    private bool _isImplied;
    private Heading? _last;

    public LevelTracker(IEnumerable<OutlinePart> parts)
    {
        _headings = [.. parts.SelectMany(part => part is HeadingPart head ? [head.Heading] : part.Levels)];
        foreach (var heading in _headings)
        {
            if (heading.Mark.Style == MarkStyle.None || heading.Name.JoinedLevel1 is not null) continue;
            var vote = heading.Name.Rank switch
            {
                HeadingRank.Level1 => heading.Name.Name == HeadingName.Output ? -4 : -2,
                HeadingRank.Level2 => 2,
                _ => 0,
            };
            _votes[Style(heading.Mark)] = _votes.GetValueOrDefault(Style(heading.Mark)) + vote;
        }
    }

    /// <summary>The levels in force.</summary>
    public Levels Now { get; private set; } = new("", "");

    /// <summary>Takes the next heading.</summary>
    /// <returns>1 or 2: the level it stands at.</returns>
    public int Take(Heading heading)
    {
        _next++;
        var name = heading.Name;
        var rank = Rank(heading);
        // 数量指标 产出指标 培训: level 2 stands right before its level 1
        var isBelow = _last is { Name.Rank: HeadingRank.Level2 or HeadingRank.Either } last && heading.Start <= last.End + LongestGap
            && heading.Start >= last.End && heading.Mark.Style == MarkStyle.None && name.Rank is HeadingRank.Level1 or HeadingRank.Either
            && last.Name.Name != name.Name && last.Name.Parents.Contains(name.Name, StringComparer.Ordinal);
        var isImplied = name.JoinedLevel1 is not null || (rank == 2 && Implied(heading) is not null);
        Now = (rank, name.JoinedLevel1) switch
        {
            (_, { } joined) => new(joined, name.Name),
            _ when isBelow => new(name.Name, _last!.Name.Name),
            (1, _) => new(name.Name, ""),
            // 满意度指标 once more under itself names no 二级指标
            _ when name.Name == HeadingName.Satisfaction && (Implied(heading) ?? Now.Level1) == HeadingName.Satisfaction =>
                new(HeadingName.Satisfaction, ""),
            _ => new(Implied(heading) ?? Now.Level1, name.Name),
        };
        (_isImplied, _last) = (isImplied, heading);
        return rank;
    }

    /// <summary>True when a heading of level 2 stands under a level 1 it does not belong to.</summary>
    public bool IsMisplaced(Heading heading) => Now.Level2.Length > 0 && Now.Level1.Length > 0 && heading.Name.Rank != HeadingRank.Unknown
        && !heading.Name.Parents.Contains(Now.Level1, StringComparer.Ordinal);

    /// <summary>
    /// 社会效益指标 without a 效益指标 above it: level 1 is the one it belongs to, unless that is printed elsewhere, for then it is misfiled.
    /// </summary>
    private string? Implied(Heading heading)
    {
        if (heading.Name.Parents is not [var parent, ..] || heading.Name.Parents.Contains(Now.Level1, StringComparer.Ordinal)) return null;
        if (Now.Level1.Length == 0 || _isImplied) return parent;
        var isPrinted = _headings.Any(other => other.Name.Name == parent);
        return heading.Name.Rank == HeadingRank.Level2 && (!isPrinted || StyleRank(heading) == 1) ? parent : null;
    }

    private int Rank(Heading heading)
    {
        var style = StyleRank(heading);
        return heading.Name.Rank switch
        {
            HeadingRank.Level1 => style == 2 && Now.Level1.Length > 0 && Now.Level1 != heading.Name.Name && !HeadsNext(heading) ? 2 : 1,
            HeadingRank.Level2 => 2,
            HeadingRank.Unknown => style == 1 ? 1 : 2,
            _ when HeadsNext(heading) && Now.Level1 != heading.Name.Name => 1,
            _ => heading.Name.Name == HeadingName.Cost ? Cost(style) : Satisfaction(style),
        };
    }

    /// <summary>2.效益指标 above 1.社会效益指标: what heads its own groups is level 1, however it is marked.</summary>
    private bool HeadsNext(Heading heading) =>
        _next < _headings.Count && _headings[_next].Name is { Rank: HeadingRank.Level2 } next
            && next.Parents.Contains(heading.Name.Name, StringComparer.Ordinal);

    private int Satisfaction(int style)
    {
        if (Now.Level1 == HeadingName.Satisfaction) return 2;
        // under a level 1 that is nowhere printed it stands for itself
        return style == 2 && _headings.Any(heading => heading.Name.Name == Now.Level1) ? 2 : 1;
    }

    private int Cost(int style)
    {
        if (style > 0) return style;
        var follower = _next < _headings.Count ? _headings[_next].Name : null;
        if (follower?.Parents is [HeadingName.Cost]) return 1;
        if (Now.Level1 == HeadingName.Output) return 2;
        var comesFirst = Now.Level1.Length == 0 && _headings.Any(heading => heading.Name.Name == HeadingName.Output);
        return comesFirst || Now.Level1.Length > 0 ? 1 : 2;
    }

    /// <summary>1） and （1） are two ways to number in one document.</summary>
    private static (MarkStyle Style, bool IsHalf) Style(ListMark mark) =>
        (mark.Style, mark.Style == MarkStyle.ArabicInBrackets && mark.Length <= (mark.Number?.Length ?? 0) + 1);

    /// <summary>The level that this document's list marks of this style stand for; 0 when they tell nothing.</summary>
    private int StyleRank(Heading heading) =>
        Math.Sign(_votes.GetValueOrDefault(Style(heading.Mark))) switch { < 0 => 1, > 0 => 2, _ => 0 };
}
