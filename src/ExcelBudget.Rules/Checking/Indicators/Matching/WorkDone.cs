using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 完成进度。How far the work is to come by the end of the year: 年底前完成工程总量的60% beside 工程完成比例 ≥40%. Each told once; the year's own plan
/// is another whole.
/// </summary>
internal static class WorkDone
{
    private const string Percent = "%";
    private const string Investment = "投资";
    private static readonly char[] Between = ['的', '达', '到', '为', '至', '约'];

    /// <summary>What the goal promises where the indicator sets less; null where they agree or nobody knows.</summary>
    public static string? Of(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.Unit != Percent || !Names(line, review)
            || figures.Lines.Count(other => other.Unit == Percent && Names(other, review)) > 1) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == Percent && Tells(quantity, review)).ToArray();
        return told is [{ IsAbout: false } only] && only.Number > line.Number && !figures.IsOfOtherYears(only, review.Year)
            && only.Bound is not (TargetOperator.AtMost or TargetOperator.LessThan)
            && only.Before.Contains(Investment, StringComparison.Ordinal)
                == line.Line.Indicator.Name.Contains(Investment, StringComparison.Ordinal) ? only.Text : null;
    }

    private static bool Tells(TextQuantity quantity, IndicatorReview review)
    {
        var before = quantity.Before.TrimEnd(Between);
        return review.Standards.Words.Completions.Any(word => before.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>工程完成比例, 工程形象进度; not 年度计划完成率, whose whole is the year's.</summary>
    private static bool Names(LineQuantity line, IndicatorReview review)
    {
        var (name, words) = (line.Line.Indicator.Name, review.Standards.Words);
        return !IndicatorMeaning.ContainsAny(name, words.OtherWholes) && (IndicatorMeaning.ContainsAny(name, words.Completions)
            || IndicatorMeaning.ContainsAny(name, words.WorkRates));
    }
}
