namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// copiedIndicators：指标雷同。A project whose indicators are all another project's again; what is not published and a few usual lines are no
/// copy.
/// </summary>
internal sealed class CopiedIndicatorsCheck : IIndicatorCheck
{
    internal const int FewestLines = 4;

    /// <inheritdoc />
    public string Name => "copiedIndicators";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var seen = new Dictionary<string, ReviewedProject>(StringComparer.Ordinal);
        foreach (var project in review.Elsewhere) seen.TryAdd(Block(project, review, out _), project);
        foreach (var project in review.Projects)
        {
            var block = Block(project, review, out var lines);
            if (lines < FewestLines || seen.TryAdd(block, project) || DuplicateProjects.IsPair(review, project, seen[block])
                || !CopiedGoalCheck.MayNotShare(project, seen[block], review.Meaning)) continue;
            yield return new Objection(project, Expected: seen[block].Called, Match: seen[block].Called);
        }
    }

    /// <summary>What is compared of a project's indicators: all that is published, without costs.</summary>
    internal static string Block(ReviewedProject project, IndicatorReview review, out int count)
    {
        var lines = project.Indicators.Where(line => !review.Meaning.IsClassified(line) && !line.IsMoney).ToArray();
        count = lines.Length;
        return string.Join('\n', lines.Select(line => $"{line.Group}|{line.Indicator.Name}|{line.Target}"));
    }
}
