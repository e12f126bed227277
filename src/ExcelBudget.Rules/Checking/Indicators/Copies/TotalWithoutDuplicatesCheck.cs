using ExcelBudget.Rules.Checking.Indicators.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// totalWithoutDuplicates：合计不含重复的项目。The stated total is less than the projects add up to by just those that are listed twice: it was
/// made without them.
/// </summary>
internal sealed class TotalWithoutDuplicatesCheck : IIndicatorCheck
{
    /// <summary>Half a hundredth of 万元 either way, in yuan.</summary>
    private const decimal Tolerance = 100m;

    /// <inheritdoc />
    public string Name => "totalWithoutDuplicates";

    /// <inheritdoc />
    public bool NeedsIndicators => false;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return Explaining(review).Select(pair => new Objection(
            pair.Project, Part: ProjectPart.Name, Actual: pair.Project.Name,
            Expected: AmountComparison.Said(pair.Project.Amount!.Value.Value), Match: pair.First.Name));
    }

    /// <summary>Projects listed twice that together, or one alone, are the gap between a stated total and the projects.</summary>
    internal static IReadOnlyList<(ReviewedProject Project, ReviewedProject First)> Explaining(IndicatorReview review)
    {
        if (review.StatedTotals.Count == 0) return [];
        var sum = review.Projects.Sum(project => project.Amount?.Value ?? 0m);
        var twice = DuplicateProjects.Of(review);
        foreach (var gap in review.StatedTotals.Select(total => sum - total).Where(gap => gap > Tolerance))
        {
            if (IsNear(twice.Sum(pair => pair.Project.Amount!.Value.Value), gap)) return twice;
            var one = twice.Where(pair => IsNear(pair.Project.Amount!.Value.Value, gap)).Take(1).ToArray();
            if (one.Length > 0) return one;
        }

        return [];
    }

    private static bool IsNear(decimal amount, decimal gap) => Math.Abs(amount - gap) < Tolerance;
}
