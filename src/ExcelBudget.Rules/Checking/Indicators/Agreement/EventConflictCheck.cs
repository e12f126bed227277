using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// eventConflict：届次、时节前后不一致。The project's name says 四次会议, its goal or indicators 第三次会议; or another 届, festival, season, batch, phase,
/// place or count.
/// </summary>
internal sealed class EventConflictCheck : ProjectCheck
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
        foreach (var line in project.Indicators)
        {
            if (Conflict(kinds, project.Name, line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name) is { } said)
            {
                yield return new Objection(project, line, Actual: said.Told, Expected: said.Named, Match: said.Told);
            }
        }
    }

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
