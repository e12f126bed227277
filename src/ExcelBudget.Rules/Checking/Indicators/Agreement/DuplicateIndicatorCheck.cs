using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>duplicateIndicator：指标重复。The same name and target twice in one project.</summary>
internal sealed class DuplicateIndicatorCheck : ProjectCheck
{
    /// <summary>分值：10 is a column, no name.</summary>
    private const int ShortestName = 3;

    /// <summary>畜禽粪污综合利用率 names one thing; 验收合格率 may be of several.</summary>
    private const int ShortestRate = 6;

    /// <inheritdoc />
    public override string Name => "duplicateIndicator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var seen = new Dictionary<string, ReviewedIndicator>(StringComparer.Ordinal);
        var rates = new Dictionary<string, ReviewedIndicator>(StringComparer.Ordinal);
        foreach (var line in project.Indicators.Where(
            line => !review.Meaning.IsClassified(line) && line.Indicator.Name.Count(char.IsLetter) >= ShortestName))
        {
            var key = GoalText.Substance(line.Indicator.Name) + "\n" + line.Target;
            if (Elsewhere(line, rates, review) is { } other)
            {
                yield return new Objection(project, line, Actual: line.Target, Expected: $"{other.Group}（{other.Target}）")
                { Also = [other] };
                continue;
            }

            if (!seen.TryAdd(key, line)) yield return new Objection(project, line, Actual: line.Target, Expected: seen[key].Group);
        }
    }

    /// <summary>The same rate, by its full name, earlier in another group with another figure: one of the two is wrong.</summary>
    private static ReviewedIndicator? Elsewhere(ReviewedIndicator line, Dictionary<string, ReviewedIndicator> rates,
        IndicatorReview review)
    {
        if (!line.IsPercent || line.Stem.Length < ShortestRate || !review.Meaning.IsRate(line)) return null;
        if (rates.TryAdd(line.Indicator.Name, line)) return null;
        var first = rates[line.Indicator.Name];
        return first.Group != line.Group && first.Number != line.Number ? first : null;
    }
}
