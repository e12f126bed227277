using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// staleAnniversary：周年不在预算年度。建党100周年 in a budget of 2025: an event whose year is known, kept in another year than the budget's. The year
/// to come is prepared for, the year before may be settled.
/// </summary>
internal sealed class StaleAnniversaryCheck : ProjectCheck
{
    private const string Anniversary = "周年";
    private const int LongestNumeral = 5;

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, (string Event, int Year)[]> Known = [];

    /// <inheritdoc />
    public override string Name => "staleAnniversary";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (In(project.Goal, review) is { } inGoal) return [Told(project, review, inGoal) with { Part = ProjectPart.Goal }];
        if (In(project.Name, review) is { } inName) return [Told(project, review, inName) with { Part = ProjectPart.Name }];
        foreach (var line in project.Indicators)
        {
            if (In(line.Indicator.Raw, review) is { } told) return [Told(project, review, told) with { At = line }];
        }

        return [];
    }

    private static Objection Told(ReviewedProject project, IndicatorReview review, (string Text, int Year) told) => new(
        project, Actual: told.Text, Expected: told.Year.ToString(CultureInfo.InvariantCulture),
        Match: review.Year.ToString(CultureInfo.InvariantCulture));

    private static (string Text, int Year)? In(string text, IndicatorReview review)
    {
        if (PlanYears.In(text, review.Year) is { } plan) return plan;
        var words = review.Standards.Words;
        for (var at = text.IndexOf(Anniversary, StringComparison.Ordinal); at > 0;
            at = text.IndexOf(Anniversary, at + 1, StringComparison.Ordinal))
        {
            var start = at;
            while (start > 0 && at - start < LongestNumeral && IsNumeral(text[start - 1])) start--;
            if (start == at || FigureReader.Read(text[start..at]) is not { IsFigure: true } figure) continue;
            var before = text.AsSpan(0, start).TrimEnd("第 “”\"").ToString();
            var behind = text[(at + Anniversary.Length)..];
            if (words.AfterAnniversary.Any(word => behind.StartsWith(word, StringComparison.Ordinal)) || IsInTitle(text, at)) continue;
            var kept = Known.GetValue(words.Anniversaries, static list => [.. list.Select(entry => entry.Split('='))
                .Select(parts => (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture)))])
                .FirstOrDefault(one => before.EndsWith(one.Event, StringComparison.Ordinal));
            if (kept.Event is null) continue;
            var year = kept.Year + (int)figure.Value;
            var clause = text[(text.AsSpan(0, start).LastIndexOfAny('，', '。', '；') + 1)..start];
            var isSettled = year == review.Year - 1 && (WordList.IsIn(text, words.LookingBack)
                // 上年举办的80周年图片展
                || clause.Contains("上年", StringComparison.Ordinal) || clause.Contains("去年", StringComparison.Ordinal));
            if (year == review.Year || year == review.Year + 1 || isSettled) continue;
            return (kept.Event + text[start..(at + Anniversary.Length)], year);
        }

        return null;
    }

    private static bool IsNumeral(char sign) =>
        char.IsAsciiDigit(sign) || "一二三四五六七八九十百零".Contains(sign, StringComparison.Ordinal);

    private static bool IsInTitle(string text, int at)
    {
        var open = text.LastIndexOf('《', at);
        return open >= 0 && text.IndexOf('》', open) is var close && (close < 0 || close > at);
    }
}
