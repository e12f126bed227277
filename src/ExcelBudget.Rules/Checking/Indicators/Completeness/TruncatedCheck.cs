namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>truncatedProject：指标不全。A free text that breaks off: one objection instead of one for each level that is gone.</summary>
internal sealed class TruncatedCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "truncatedProject";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        var last = project.Indicators is [.., var line] ? line : null;
        return dimensions.IsTruncated ? [new Objection(project, last, Match: string.Join('、', dimensions.MissingLevels1))]
            : EndsInHalfWord(project, last, review) ? [new Objection(project, last, Match: "内容")] : [];
    }

    /// <summary>服务单位满: the last words of the text are half a word of the form, and set no target.</summary>
    private static bool EndsInHalfWord(ReviewedProject project, ReviewedIndicator? last, IndicatorReview review)
    {
        if (project.Text.Length == 0 || last is null || last.Number is not null) return false;
        var text = project.Text.AsSpan().TrimEnd();
        foreach (var half in review.Standards.Words.HalfEnds)
        {
            if (text.EndsWith(half) && text.Length > half.Length && char.IsLetter(text[^(half.Length + 1)])) return true;
        }

        return false;
    }
}
