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

    /// <summary>
    /// Whether another calculation doubts what this one doubts: the same words, the same indicator, or one that takes part.
    /// </summary>
    public bool Doubts(Miscount other) => Written == other.Written || Made == other.Made
        || Named(other).Any(line => ReferenceEquals(line, Line) || Also.Any(also => ReferenceEquals(also, line)));

    private static IEnumerable<ReviewedIndicator> Named(Miscount miscount)
        => miscount.Line is { } line ? miscount.Also.Append(line) : miscount.Also;
}
