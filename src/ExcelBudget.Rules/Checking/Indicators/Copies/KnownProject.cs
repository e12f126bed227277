namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>A project whose text stands in another one that was accepted before.</summary>
/// <param name="Project">Key of the project in the budget that is checked.</param>
/// <param name="Name">Name of the other project.</param>
/// <param name="Unit">单位名称 of the other; empty for the unit's own of last year.</param>
/// <param name="LastAmount">Amount of last year's in yuan, where its indicators were taken over; null for a goal of another unit.</param>
public sealed record KnownProject(string Project, string Name, string Unit, decimal? LastAmount = null)
{
    /// <summary>
    /// What a review sees of it. The goal is the project's own: the two are alike, and the other's is not kept.
    /// </summary>
    public ReviewedProject? Beside(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (review.Projects.FirstOrDefault(project => project.Key.Value == Project) is not { } own) return null;
        return LastAmount is { } amount
            ? new ReviewedProject { Key = own.Key, Name = Name, IsLastYears = true, Amount = Domain.Money.Measure.Money(amount) }
            : new ReviewedProject { Key = own.Key, Name = Name, Unit = Unit, Goal = own.Goal };
    }
}
