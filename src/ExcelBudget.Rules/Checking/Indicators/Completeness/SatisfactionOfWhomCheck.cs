namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>
/// satisfactionOfWhom：没有写是谁的满意度。满意度 ≥95% with nobody named in the name, in brackets or in the description; several projects that lack it
/// are told in one.
/// </summary>
internal sealed class SatisfactionOfWhomCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public string Name => "satisfactionOfWhom";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var lacking = review.Projects
            .Select(project => (Project: project, Line: project.Indicators.FirstOrDefault(line => Is(project, line, review))))
            .Where(pair => pair.Line is not null).ToArray();
        if (lacking.Length == 0) return [];
        var (first, line) = lacking[0];
        return
        [
            new Objection(first, line, Actual: line!.Target)
            {
                Field = "name",
                Others = [.. lacking.Skip(1).Select(pair => pair.Project)],
                Also = [.. lacking.Skip(1).Select(pair => pair.Line!)],
            },
        ];
    }

    private static bool Is(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        return line.Indicator.Level1 == words.SatisfactionLevel && line.Number is not null && line.Description.Length == 0
            && words.BareSatisfaction.Contains(line.Indicator.Name.Trim()) && !project.Doubt.IsUnclear
            // ≥95%（参保农户）
            && !line.Target.Contains('（', StringComparison.Ordinal);
    }
}
