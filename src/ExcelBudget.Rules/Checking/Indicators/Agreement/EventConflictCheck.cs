using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// eventConflict：届次、时节前后不一致。The project's name says 四次会议, its goal or indicators 第三次会议; or another 届, festival, season, batch, phase,
/// place or count.
/// </summary>
internal sealed partial class EventConflictCheck : ProjectCheck
{
    private static readonly WordPatterns<Regex[]> Kinds = new(Make);

    /// <inheritdoc />
    public override string Name => "eventConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var kinds = Kinds.Of(review.Standards.Words);
        var goal = Conflict(kinds, project.Name, project.Goal)
            ?? Occasions.Conflict(project.Name, project.Goal, review.Standards.Words) ?? NameAgainstGoal.Conflict(project, review);
        if (goal is { } told)
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Told, Expected: told.Named, Match: told.Told);
        // 举办第八届文化节 beside 举办第七届文化节: goal and indicator, where the name tells none
        if (!project.Name.Contains('届', StringComparison.Ordinal) && project.Goal.Contains('届', StringComparison.Ordinal))
        {
            foreach (var line in project.Indicators)
            {
                if (!OtherEvent().IsMatch(line.Indicator.Name) && Of(project.Goal, line.Indicator.Name) is { } other)
                    yield return new Objection(project, line, Actual: other.Set, Expected: other.Told, Match: other.Set);
            }
        }

        foreach (var line in project.Indicators.Where(line => line.Indicator.Name.Contains('第', StringComparison.Ordinal)))
        {
            // 第四十一个活动月 beside 第四十个活动月
            if (Numbered().Match(line.Indicator.Name) is { Success: true } set && Numbered().Matches(project.Goal).Where(match =>
                    match.Groups["of"].Value[^Noun..] == set.Groups["of"].Value[^Noun..]).ToArray() is [var held]
                && held.Groups["number"].Value != set.Groups["number"].Value)
                yield return new Objection(project, line, Actual: set.Value, Expected: held.Value, Match: set.Value);
        }

        foreach (var line in project.Indicators)
        {
            // 参加市第三届运动会, 较第七届荷花文化节: another event
            if (OtherEvent().IsMatch(line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name)) continue;
            if (Conflict(kinds, project.Name, line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name) is { } said)
            {
                yield return new Objection(project, line, Actual: said.Told, Expected: said.Named, Match: said.Told);
            }
        }
    }

    [GeneratedRegex("(?:[市省州国]|自治区|较|比|上)第[一二三四五六七八九十0-9]{1,3}[届次]")]
    private static partial Regex OtherEvent();

    private const int Noun = 3;

    [GeneratedRegex("第(?<number>[一二三四五六七八九十百]{1,5}|[0-9]{1,3})个(?<of>[^，。；、0-9]{0,8}?"
        + "(?:活动月|宣传月|宣传周|活动周|活动日|宣传日|教师节|护士节|记者节|节水周|科技周|读书月))")]
    private static partial Regex Numbered();

    /// <summary>The number of the one event of the goal, and that which an indicator sets for one of its kind.</summary>
    private static (string Told, string Set)? Of(string goal, string name)
    {
        var (told, set) = (Editions().Matches(goal), Editions().Matches(name));
        if (set is not [var named] || told.Select(match => match.Groups["number"].Value).Distinct().Count() != 1) return null;
        // 第八届海上丝绸之路文化节 and 第七届海丝文化节: the event's last two signs
        return told[0].Groups["number"].Value != named.Groups["number"].Value
            && told[0].Groups["kind"].Value == named.Groups["kind"].Value ? (told[0].Value, named.Value) : null;
    }

    [GeneratedRegex("第(?<number>[一二三四五六七八九十]{1,3}|[0-9]{1,3})届[^，。；、0-9]{0,16}?(?<kind>"
        + "那达慕|赛马会|文化节|旅游节|艺术节|运动会|博览会|采摘节|丰收节|大赛|比赛|联赛|论坛|年会|庙会|[^，。；、0-9]节|展会|交易会)")]
    private static partial Regex Editions();

    /// <summary>What the name says and what the text says, when both name one event of the same kind and not the same.</summary>
    private static (string Named, string Told)? Conflict(Regex[] kinds, string name, string text)
    {
        // neither kind goes without one of these signs
        if (name.AsSpan().IndexOfAny('届', '次') < 0 || text.AsSpan().IndexOfAny('届', '次') < 0) return null;
        foreach (var kind in kinds)
        {
            var (named, told) = (Ordinals(kind, name), Ordinals(kind, text));
            if (named.Length == 1 && told.Length == 1 && named[0].Number != told[0].Number) return (named[0].Text, told[0].Text);
        }

        return null;
    }

    private static (string Text, decimal? Number)[] Ordinals(Regex kind, string text) =>
        [.. kind.Matches(text).Select(match => (Text: match.Groups["said"].Value, Number: Number(match.Groups["number"].Value)))
            .DistinctBy(pair => pair.Number)];

    private static decimal? Number(string said) => FigureReader.Read(said) is { IsFigure: true } figure ? figure.Value : null;

    private static Regex[] Make(IndicatorWords words) =>
    [
        // «第三次会议», and «四次会议» after 届: a bare «四次会议» is a count
        WordPattern.Make($@"(?:第|届{WordPattern.Any(words.EventLevels)}?{WordPattern.Any(words.EventBodies)}?)\s*"
            + $@"(?<said>(?<number>[一二三四五六七八九十百]+|[0-9]+)\s*次\s*(?:全体)?{WordPattern.Any(words.Meetings)})"),
        WordPattern.Make(@"(?<said>第?(?<number>[一二三四五六七八九十百]+|[0-9]+)\s*届)"),
        // 第五次全国经济普查 and 第四次经济普查
        WordPattern.Make($@"(?<said>第(?<number>[一二三四五六七八九十]+|[0-9]+)次{WordPattern.Any(words.SurveyScopes)}?"
            + $@"{WordPattern.Any(words.SurveySubjects)}?{WordPattern.Any(words.Surveys)})"),
    ];
}
