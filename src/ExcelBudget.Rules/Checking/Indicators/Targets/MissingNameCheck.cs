using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Typing;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingName：缺指标名称。A target that does not say what it measures.</summary>
internal sealed class MissingNameCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "missingName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (line.Indicator.Operator == TargetOperator.None || !ReadingDoubt.IsNone(line.Indicator.Name)) return null;
        if (DecimalComma.Tears(project, line)) return null;
        // where several have none the names stand in a column that was not read: asked once
        var nameless = project.Doubt.Nameless;
        if (nameless.Count > 0 && !ReferenceEquals(nameless[0], line)) return null;
        return new Objection(project, line, Actual: line.Target) { Field = "name", Also = nameless };
    }

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.At?.Group;
}
