using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>季节与日期。What must be done before a season, beside a day behind it: 主汛期到来之前全部清完, 清淤完成时间 10月底.</summary>
internal static partial class SeasonTerms
{
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("，。；、,;\n");

    /// <summary>清完: a verb and no thing.</summary>
    private const int LongestVerb = 3;

    /// <summary>The indicator dated behind the season that its work must precede, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project, IndicatorReview review)
    {
        var (words, goal) = (review.Standards.Words, project.PlainGoal);
        if (!goal.Contains('前', StringComparison.Ordinal)) yield break;
        var told = WordGroups.PairsOf(words.BeforeSeason).Select(pair => (Season: pair.Left[0], Month: pair.Right[0],
            At: goal.IndexOf(pair.Left[0], StringComparison.Ordinal))).Where(season => season.At >= 0).ToArray();
        if (told.Length == 0) yield break;
        var (season, month, at) = told.MinBy(season => season.At);
        var last = int.Parse(month, CultureInfo.InvariantCulture);
        // 汛前完成测量，10月底清完: the goal itself dates something later
        if (Months().Matches(goal).Any(match => Month(match) > last)) yield break;
        var rest = goal.AsSpan(at + season.Length);
        var what = (rest.IndexOfAny(Ends) is >= 0 and var end ? rest[..end] : rest).ToString();
        // 春播前回收2万亩: a part of the work
        if (what.AsSpan().ContainsAnyInRange('0', '9')) yield break;
        var dated = project.Indicators.Where(line => line.Indicator.Operator is not TargetOperator.None
            && Months().Count(line.Indicator.Value) == 1).ToArray();
        foreach (var line in dated.Where(line => Month(Months().Match(line.Indicator.Value)) > last && IsOf(what, line, dated, words)))
            yield return (line, $"绩效目标里却说“{season}{what}”");
    }

    /// <summary>全部清完 beside the only day, or a clause that shares a word with the indicator's name and names no other step.</summary>
    private static bool IsOf(string what, ReviewedIndicator line, ReviewedIndicator[] dated, Domain.Packs.IndicatorWords words)
    {
        if (WordList.IsIn(line.Indicator.Name, words.Seasons)) return false;
        if (words.Steps.Any(step => what.Contains(step, StringComparison.Ordinal)
            && !line.Indicator.Name.Contains(step, StringComparison.Ordinal))) return false;
        if (Kinship.Of(what, line.Indicator.Name, words.Generic) > 0) return true;
        return dated.Length == 1 && WordList.IsIn(what, words.AllOfIt)
            && WordList.Without(WordList.Without(what, words.AllOfIt), words.Finishes).Count(char.IsLetter) < LongestVerb;
    }

    private static int Month(Match match) => int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<month>1[0-2]|0?[1-9])月")]
    private static partial Regex Months();
}
