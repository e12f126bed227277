namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignAudience：满意度问的是别人。在校学生对食堂满意度 in 养羊扶持, 学生课桌椅配备率 in 粮油检测: those meant belong to another field, of which
/// neither name, goal nor any other indicator of the project speaks.
/// </summary>
internal sealed class ForeignAudienceCheck : LineCheck
{
    private const string Graduates = "大学生";

    /// <summary>A project that says less leaves open what it is about.</summary>
    private const int ShortestSaid = 30;

    /// <inheritdoc />
    public override string Name => "foreignAudience";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!line.IsPercent || !IndicatorMeaning.EndsWith(line, review.Standards.Words.Rates)) return null;
        // 大学生新兵占比: those who have left school
        var stem = line.Stem.Replace(Graduates, "", StringComparison.Ordinal);
        foreach (var audience in review.Standards.Words.Audiences)
        {
            if (audience.Split('=') is not [var asked, var fields] || Held(stem, asked) is not { } who) continue;
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
