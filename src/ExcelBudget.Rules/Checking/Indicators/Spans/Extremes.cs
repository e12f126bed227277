using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>最低与最高。库内最低温度 ≥12℃ beside 库内最高温度 ≤8℃: nothing can keep both.</summary>
internal static class Extremes
{
    private const string Least = "最低";
    private const string Most = "最高";

    private static bool IsBelowNought(ReviewedIndicator line) => line.Indicator.Raw.AsSpan().IndexOfAny('-', '－', '−') >= 0
        || line.Indicator.Value.AsSpan().IndexOfAny('-', '－', '−') >= 0 || line.Indicator.Raw.Contains("零下", StringComparison.Ordinal);

    /// <summary>The highest that lie below their own lowest, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project)
    {
        var least = project.Indicators.Where(line => line.Number is not null
            && line.Indicator.Name.Contains(Least, StringComparison.Ordinal)
            && line.Indicator.Operator is TargetOperator.AtLeast or TargetOperator.MoreThan or TargetOperator.Equal).ToArray();
        if (least.Length == 0) yield break;
        foreach (var most in project.Indicators.Where(line => line.Number is not null
            && line.Indicator.Name.Contains(Most, StringComparison.Ordinal)))
        {
            var name = most.Indicator.Name.Replace(Most, Least, StringComparison.Ordinal);
            var low = Array.Find(least, line => line.Indicator.Name == name && line.Unit == most.Unit);
            // -18℃: degrees below nought are read without their sign
            if (low is not null && !IsBelowNought(low) && !IsBelowNought(most) && most.Number < low.Number)
                yield return (most, $"比“{low.Title}”（{low.Target}）还低");
        }
    }
}
