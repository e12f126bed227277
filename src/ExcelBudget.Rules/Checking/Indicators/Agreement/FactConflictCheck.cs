using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
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
    private const int Noun = 4;
    private const decimal Hundred = 100m;
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
        var digits = new Dictionary<string, (ReviewedProject Project, TextQuantity Told)>(StringComparer.Ordinal);
        foreach (var project in review.Projects)
        {
            foreach (var told in ProjectFigures.Of(project).Goal.Where(IsHeads))
            {
                // 生态护林员430名 in one project, 403名 in another: digits that changed places
                var slip = $"{told.Before[^Noun..]}|{told.Unit}|{string.Concat(Figures.Plain(told.Number).Order())}";
                if (digits.TryAdd(slip, (project, told)) || ReferenceEquals(digits[slip].Project, project)) continue;
                var (first, other) = digits[slip];
                // what both tell of the whole county is compared below
                if (other.Number == told.Number || (IsFact(told, review) && IsFact(other, review))) continue;
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Before + told.Text, Expected: other.Text,
                    Match: first.Name);
            }

            foreach (var told in ProjectFigures.Of(project).Goal.Where(told => IsFact(told, review)))
            {
                var key = $"{Plain(told)}|{told.Unit}|{told.Years}";
                if (known.TryAdd(key, (project, told)) || ReferenceEquals(known[key].Project, project)) continue;
                var (first, other) = known[key];
                if (Math.Abs(other.Number - told.Number) <= Rounded * Math.Max(other.Number, told.Number)) continue;
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Before + told.Text, Expected: other.Text,
                    Match: first.Name);
            }
        }
    }

    /// <summary>为全县护林员403名 tells how many there are as well.</summary>
    private static string Plain(TextQuantity told) => told.Before.TrimStart('为', '对', '向', '给');

    /// <summary>Three figures and more of people called by a long name.</summary>
    private static bool IsHeads(TextQuantity told) => told is
    {
        IsMoney: false, IsAbout: false, IsDetail: false, Unit: "人", Per.Count: 0,
        Years: null, IsOfLastYear: false
    } && told.Number >= Hundred && told.Before.Length >= ShortestFact
        && told.Before.AsSpan(told.Before.Length - Noun).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    private static bool IsFact(TextQuantity told, IndicatorReview review) =>
        told is { IsMoney: false, IsAbout: false, IsDetail: false, Per.Count: 0, Bound: TargetOperator.Equal } && told.Unit != "%"
        && told.Before.Length >= ShortestFact && told.Lead.Length == told.Before.Length
        && review.Standards.Words.Places.Any(place => Plain(told).StartsWith(place, StringComparison.Ordinal))
        // 全县建设公厕12座 is what each project does
        && !review.Standards.Words.Deeds.Any(deeds => deeds.Split('|').Any(deed => told.Before.Contains(deed, StringComparison.Ordinal)));
}
