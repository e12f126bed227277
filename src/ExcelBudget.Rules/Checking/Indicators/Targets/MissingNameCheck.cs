using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingName：缺指标名称。A target that does not say what it measures.</summary>
internal sealed class MissingNameCheck : LineCheck
{
    private const int Many = 3;

    /// <inheritdoc />
    public override string Name => "missingName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!IsNameless(line)) return null;
        // where several have none the names stand in a column that was not read: asked once
        ReviewedIndicator[] all = project.IsFreeText ? [.. project.Indicators.Where(IsNameless)] : [];
        var isFolded = all.Length >= Many;
        if (isFolded && !ReferenceEquals(all.MinBy(one => one.Target, StringComparer.Ordinal), line)) return null;
        return new Objection(project, line, Actual: line.Target) { Field = "name", Also = isFolded ? all : [] };
    }

    private static bool IsNameless(ReviewedIndicator line) => line.Indicator.Operator != TargetOperator.None
        && (!line.Indicator.Name.Any(char.IsLetterOrDigit) || line.Indicator.Name.All(char.IsDigit));

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.At?.Group;
}
