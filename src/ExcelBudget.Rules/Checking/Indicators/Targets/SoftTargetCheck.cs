namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>softTarget：指标值没有写明程度或时间。Words that can be measured once somebody says how much or when: 不断提高, 及时.</summary>
internal sealed class SoftTargetCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "softTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        VagueTargetCheck.Is(line, review) && VagueTargetCheck.IsSoft(line, review)
            ? new Objection(project, line, Actual: line.Indicator.Value) : null;
}
