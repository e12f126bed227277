namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// fromLastYear：指标沿用上年。A project whose indicators are those accepted last year, sign for sign, although its amount is another. Says
/// nothing where last year's are not known.
/// </summary>
internal sealed class FromLastYearCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public string Name => "fromLastYear";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var before = review.Elsewhere.Where(project => project is { IsLastYears: true, Amount: not null })
            .ToLookup(project => project.Key.Value, StringComparer.Ordinal);
        return from project in review.Projects
               where project.Amount is not null
               from last in before[project.Key.Value].Take(1)
               select new Objection(
                   project, Actual: Money.AmountComparison.Said(project.Amount!.Value.Value),
                   Expected: Money.AmountComparison.Said(last.Amount!.Value.Value), Match: last.Name);
    }
}
