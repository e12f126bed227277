using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// missingOperator：缺计算符号。Percentages below 100 without ≥ or ≤: read as «=», which no one can hit exactly. One objection for a project.
/// </summary>
internal sealed class MissingOperatorCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "missingOperator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var bare = project.Indicators
            .Where(line => line is { IsPercent: true, Number: > 0m and < 100m, Indicator.Operator: TargetOperator.Equal }
                && !IsSigned(line))
            .ToArray();
        return bare.Length == 0 ? []
            : [new Objection(project, bare[0], Match: string.Join('、', bare.Select(line => line.Title + line.Target)))];
    }

    private static bool IsSigned(ReviewedIndicator line) =>
        line.Indicator.Raw.Contains('=', StringComparison.Ordinal) || line.Indicator.Raw.Contains('＝', StringComparison.Ordinal);

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => Name;
}
