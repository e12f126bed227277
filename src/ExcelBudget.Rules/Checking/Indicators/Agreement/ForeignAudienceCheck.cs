namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignAudience：满意度问的是别人。在校学生对食堂满意度 in 养羊扶持: those asked belong to another field, of which neither name, goal nor any other
/// indicator of the project speaks.
/// </summary>
internal sealed class ForeignAudienceCheck : LineCheck
{
    /// <summary>A project that says less leaves open what it is about.</summary>
    private const int ShortestSaid = 30;

    /// <inheritdoc />
    public override string Name => "foreignAudience";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!line.IsPercent || !IndicatorMeaning.EndsWith(line, review.Standards.Words.MoreIsBetter)
            || line.Indicator.Level1 != review.Standards.Words.SatisfactionLevel) return null;
        foreach (var audience in review.Standards.Words.Audiences)
        {
            if (audience.Split('=') is not [var asked, var fields] || Held(line.Stem, asked) is not { } who) continue;
            var said = project.Name + project.Goal + string.Concat(project.Indicators.Where(other => !ReferenceEquals(other, line))
                .Select(other => other.Indicator.Name));
            if (said.Length >= ShortestSaid && Held(said, fields) is null)
                return new Objection(project, line, Actual: line.Target, Match: who) { Field = "name" };
        }

        return null;
    }

    private static string? Held(string text, string words) =>
        words.Split('|').FirstOrDefault(word => text.Contains(word, StringComparison.Ordinal));
}
