using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>duplicateIndicator：指标重复。The same name and target twice in one project.</summary>
internal sealed class DuplicateIndicatorCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "duplicateIndicator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var seen = new Dictionary<string, ReviewedIndicator>(StringComparer.Ordinal);
        foreach (var line in project.Indicators.Where(
            line => !review.Meaning.IsClassified(line) && line.Indicator.Name.Any(char.IsLetter)))
        {
            var key = GoalText.Substance(line.Indicator.Name) + "\n" + line.Target;
            if (!seen.TryAdd(key, line)) yield return new Objection(project, line, Actual: line.Target, Expected: seen[key].Group);
        }
    }
}
