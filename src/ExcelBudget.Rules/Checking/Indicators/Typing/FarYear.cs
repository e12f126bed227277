using System.Globalization;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>年份写到几十年后。2062年9月底前 in a form of 2026 that speaks of nothing that lasts so long.</summary>
internal static class FarYear
{
    private const int Digits = 4;
    private const int Far = 10;

    /// <summary>The slip in a term; null for none.</summary>
    public static Mistyping? In(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var value = line.Indicator.Value;
        if (value.Length <= Digits || !value.StartsWith("20", StringComparison.Ordinal) || value[Digits] is not ('年' or '.' or '-' or '/')
            || !int.TryParse(value.AsSpan(0, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year - review.Year < Far) return null;
        var words = review.Standards.Words.LastingYears;
        if (IndicatorMeaning.ContainsAny(line.Indicator.Name + value, words) || IndicatorMeaning.ContainsAny(project.Goal, words)
            || IndicatorMeaning.ContainsAny(project.Name, words)) return null;
        var own = review.Year.ToString(CultureInfo.InvariantCulture);
        return new Mistyping(value, own + value[Digits..], $"比预算年度晚了{(year - review.Year).ToString(CultureInfo.InvariantCulture)}年")
        { IsDoubtful = true };
    }
}
