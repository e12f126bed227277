using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingTarget：缺指标值。A name without any target.</summary>
public sealed class MissingTargetCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "missingTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Operator == TargetOperator.None || IsBlank(line.Indicator.Value) ? new Objection(project, line) : null;

    /// <summary>≥**%: the template's blank is still there.</summary>
    private static bool IsBlank(string value) => value.Length >= 2 && value.All(sign => sign is '*' or '＊' or '×' or '_' or '□');
}
