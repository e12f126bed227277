namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>
/// classifiedUnmarked：未标涉密。Indicators that hide behind 涉密 in a project that is not marked so; one objection for a project.
/// </summary>
internal sealed class ClassifiedCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "classifiedUnmarked";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.IsClassified) return [];
        var hidden = project.Indicators.Where(line => !line.IsMarkedClassified && review.Meaning.IsClassified(line)).ToArray();
        return hidden.Length == 0
            ? []
            : [new Objection(project, hidden[0], Match: string.Join('、', hidden.Select(line => line.Group).Distinct()))];
    }
}
