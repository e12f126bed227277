namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// shiftedBlocks：内容错位。The content of whole levels stands under the next level: one objection for each group, not one for each indicator.
/// </summary>
internal sealed class ShiftedBlocksCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "shiftedBlocks";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (!Displacement.IsShifted(project, review)) return [];
        var moved = project.Indicators.Where(line => Displacement.Of(line, review) is not null).DistinctBy(line => line.Group).ToArray();
        return moved.Select(line => new Objection(project, line, Match: $"“{line.Title}”放在{line.Group}之下")
        { Field = "level2", IsDoubtful = project.Doubt.IsUnclear });
    }
}
