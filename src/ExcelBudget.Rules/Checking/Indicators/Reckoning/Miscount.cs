namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>算不拢的数。What some figures of a project make, and what is told instead.</summary>
/// <param name="Made">What they make, as a message shows it.</param>
/// <param name="Said">The calculation with its figures.</param>
/// <param name="Written">What is told instead.</param>
/// <param name="Line">The indicator that tells it; null where the goal does.</param>
internal sealed record Miscount(string Made, string Said, string Written, ReviewedIndicator? Line = null)
{
    /// <summary>Indicators that take part in it.</summary>
    public IReadOnlyList<ReviewedIndicator> Also { get; init; } = [];
}
