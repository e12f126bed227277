using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// factConflict：同一情况各项目说法不一。What there is in the county (全县持证残疾人5860人), told in the same words by two projects of one budget with
/// different figures; found at the later one.
/// </summary>
internal sealed class FactConflictCheck : IIndicatorCheck
{
    /// <summary>全县 and four signs more: shorter words are of many things.</summary>
    private const int ShortestFact = 6;
    private const decimal Rounded = 0.01m;

    /// <inheritdoc />
    public string Name => "factConflict";

    /// <inheritdoc />
    public bool NeedsIndicators => false;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var known = new Dictionary<string, (ReviewedProject Project, TextQuantity Told)>(StringComparer.Ordinal);
        foreach (var project in review.Projects)
        {
            foreach (var told in ProjectFigures.Of(project).Goal.Where(told => IsFact(told, review)))
            {
                var key = $"{told.Before}|{told.Unit}|{told.Years}";
                if (known.TryAdd(key, (project, told)) || ReferenceEquals(known[key].Project, project)) continue;
                var (first, other) = known[key];
                if (Math.Abs(other.Number - told.Number) <= Rounded * Math.Max(other.Number, told.Number)) continue;
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Before + told.Text, Expected: other.Text,
                    Match: first.Name);
            }
        }
    }

    private static bool IsFact(TextQuantity told, IndicatorReview review) =>
        told is { IsMoney: false, IsAbout: false, IsDetail: false, Per.Count: 0, Bound: TargetOperator.Equal } && told.Unit != "%"
        && told.Before.Length >= ShortestFact && told.Lead.Length == told.Before.Length
        && review.Standards.Words.Places.Any(place => told.Before.StartsWith(place, StringComparison.Ordinal))
        // 全县建设公厕12座 is what each project does
        && !review.Standards.Words.Deeds.Any(deeds => deeds.Split('|').Any(deed => told.Before.Contains(deed, StringComparison.Ordinal)));
}
