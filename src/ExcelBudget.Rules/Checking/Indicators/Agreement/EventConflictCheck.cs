using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>eventConflict：届次前后不一致。The project's name says 四次会议, its goal or indicators 第三次会议; or another 届.</summary>
internal sealed partial class EventConflictCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "eventConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var goal = Conflict(project.Name, project.Goal);
        if (goal is { } told)
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Told, Expected: told.Named, Match: told.Told);
        foreach (var line in project.Indicators)
        {
            if (Conflict(project.Name, line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name) is { } said)
            {
                yield return new Objection(project, line, Actual: said.Told, Expected: said.Named, Match: said.Told);
            }
        }
    }

    /// <summary>What the name says and what the text says, when both name one event of the same kind and not the same.</summary>
    private static (string Named, string Told)? Conflict(string name, string text)
    {
        // neither kind goes without one of these signs
        if (name.AsSpan().IndexOfAny('届', '次') < 0 || text.AsSpan().IndexOfAny('届', '次') < 0) return null;
        foreach (var kind in (Regex[])[Meetings(), Terms(), Surveys()])
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

    /// <summary>«第三次会议», and «四次会议» after 届: a bare «四次会议» is a count.</summary>
    [GeneratedRegex(@"(?:第|届(?:县|市|区|省|州)?(?:人大|政协|党代会|委员会|人民代表大会|常委会|人大常委会)?)\s*"
        + @"(?<said>(?<number>[一二三四五六七八九十百]+|\d+)\s*次\s*(?:全体)?(?:会议|全会|代表大会|代表会议|大会))")]
    private static partial Regex Meetings();

    /// <summary>第五次全国经济普查 and 第四次经济普查.</summary>
    [GeneratedRegex(@"(?<said>第(?<number>[一二三四五六七八九十]+|\d+)次(?:全国|全省|全县|全市)?(?:经济|人口|农业|国土|土壤|文物|水资源|森林资源|地名|污染源|工业)?(?:普查|调查|清查))")]
    private static partial Regex Surveys();

    [GeneratedRegex(@"(?<said>第?(?<number>[一二三四五六七八九十百]+|\d+)\s*届)")]
    private static partial Regex Terms();
}
