namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>
/// mistypedTarget：指标值打错。A count below nothing, a range upside down, a unit twice, a comma for the decimal point, a figure torn by a blank,
/// figure and unit exchanged, a term decades away: told with what was meant.
/// </summary>
internal sealed class MistypedTargetCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "mistypedTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (DecimalComma.Of(project) is { } comma && ReferenceEquals(comma.Line, line))
            return Told(project, line, comma.Slip) with { Also = comma.Rest is null ? [] : [comma.Rest] };
        var slip = MistypedFigure.In(project, line, review) ?? ExchangedColumns.In(project, line) ?? FarYear.In(project, line, review);
        return slip is null ? null : Told(project, line, slip);
    }

    private static Objection Told(ReviewedProject project, ReviewedIndicator line, Mistyping slip) =>
        new(project, line, Actual: slip.Written, Expected: slip.Meant, Match: slip.Reason) { IsDoubtful = slip.IsDoubtful };
}
