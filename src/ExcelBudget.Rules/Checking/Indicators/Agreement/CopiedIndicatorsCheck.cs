namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// copiedIndicators：指标雷同。A project whose indicators are all another project's again; what is not published and a few usual lines are no
/// copy.
/// </summary>
public sealed class CopiedIndicatorsCheck : IIndicatorCheck
{
    private const int FewestLines = 4;

    /// <inheritdoc />
    public string Name => "copiedIndicators";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var seen = new Dictionary<string, ReviewedProject>(StringComparer.Ordinal);
        foreach (var project in review.Elsewhere.Concat(review.Projects))
        {
            var lines = project.Indicators.Where(line => !review.Meaning.IsClassified(line) && !line.IsMoney).ToArray();
            var block = string.Join('\n', lines.Select(line => $"{line.Group}|{line.Indicator.Name}|{line.Target}"));
            if (lines.Length < FewestLines || seen.TryAdd(block, project) || !review.Projects.Contains(project)
                || DuplicateProjects.IsPair(review, project, seen[block])) continue;
            yield return new Objection(project, Expected: seen[block].Name, Match: seen[block].Name);
        }
    }
}
