using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 目标的后半句。The last sentence of a goal when it was meant for another project: it shares no word with the project's name, with any of its
/// indicators or with what the goal says before, and serves people or an institution of another field. A second task alone tells nothing:
/// 博物馆免费开放，做好文物安防系统维保 is one project's.
/// </summary>
internal static partial class LastSentence
{
    private const int Shortest = 10;
    private const int Shown = 16;
    [System.Text.RegularExpressions.GeneratedRegex(@"^[（(]?(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})(?:是|要|[、.．）)])")]
    private static partial System.Text.RegularExpressions.Regex Items();

    private static readonly char[] Stops = ['。', '；', ';', '\n'];

    /// <summary>How it begins; null where the last sentence may well be the project's own.</summary>
    public static string? Elsewhere(ReviewedProject project, IndicatorReview review)
    {
        var sentences = project.Goal.Split(Stops, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (sentences.Length < 2 || sentences[^1].Length < Shortest) return null;
        var (last, words) = (sentences[^1], review.Standards.Words);
        // 三是做好…: an item of a list
        if (Items().IsMatch(last)) return null;
        // 由县融媒体中心委托有资质的公司巡检: who does it
        if (last.StartsWith('由')) return null;
        // 由物业公司承担，不在本项目内
        if (IndicatorMeaning.ContainsAny(last, words.OtherFunds) || IndicatorMeaning.ContainsAny(last, words.Shares)
            || IndicatorMeaning.ContainsAny(last, words.NotOfProject)) return null;
        var rest = string.Join('|', sentences[..^1]) + project.Name
            + string.Concat(project.Indicators.Select(line => line.Indicator.Name + line.Indicator.Value));
        if (!IndicatorMeaning.ContainsAny(last, words.Institutions)
            && BusinessFields.Of(words).Foreign(last, rest) is null) return null;
        // a figure that an indicator sets was meant for this project
        var figures = ProjectFigures.Of(project);
        if (figures.Goal.Any(told => told.Sentence == figures.Goal[^1].Sentence && last.Contains(told.Text, StringComparison.Ordinal)
            && figures.IsCarried(told))) return null;
        return Kinship.Of(rest, last, words.FitsAll) == 0 ? ReviewedIndicator.Shortened(last[..Math.Min(Shown, last.Length)]) : null;
    }
}
