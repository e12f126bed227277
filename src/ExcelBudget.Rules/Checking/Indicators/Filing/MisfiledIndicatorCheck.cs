namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>misfiledIndicator：指标归类不当。A cost under 数量指标, a count under 质量指标; not where whole blocks are shifted.</summary>
internal sealed class MisfiledIndicatorCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "misfiledIndicator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (Displacement.IsShifted(project, review)) yield break;
        var isMoved = project.Indicators.Where(line => Displacement.Of(line, review) is not null).Select(line => line.Group).Distinct()
            .Skip(1).Any();
        foreach (var line in project.Indicators)
        {
            if ((Displacement.Of(line, review) ?? (isMoved ? Displacement.BesideOthers(line, review) : null)) is { } filing)
                yield return new Objection(
                project, line, Actual: line.Group, Expected: filing.BelongsTo, Match: line.Target)
                { Field = "level2" };
        }
    }
}
