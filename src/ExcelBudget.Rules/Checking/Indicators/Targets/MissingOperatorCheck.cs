using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

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
                && !IsSigned(line) && !IsToldExactly(project, line))
            .ToArray();
        return bare.Length == 0 ? []
            : [new Objection(project, bare[0], Match: string.Join('、', bare.Select(line => line.Title + line.Target)))];
    }

    /// <summary>按设备投资额的8%奖补 beside 奖补比例 8%: a share that is paid is neither more nor less.</summary>
    private static bool IsToldExactly(ReviewedProject project, ReviewedIndicator line) =>
        line.Indicator.Name.EndsWith("比例", StringComparison.Ordinal) && ProjectFigures.Of(project).Goal.Any(told =>
            told is { Unit: "%", IsAbout: false, Bound: TargetOperator.Equal } && told.Number == line.Number);

    private static bool IsSigned(ReviewedIndicator line) =>
        line.Indicator.Raw.Contains('=', StringComparison.Ordinal) || line.Indicator.Raw.Contains('＝', StringComparison.Ordinal);

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => Name;
}
