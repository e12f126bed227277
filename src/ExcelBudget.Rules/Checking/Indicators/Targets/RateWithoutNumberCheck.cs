using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>rateWithoutNumber：比率没有数值。A rate whose target is a word: «及时率 及时» cannot be measured.</summary>
internal sealed class RateWithoutNumberCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "rateWithoutNumber";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Operator == TargetOperator.Qualitative && !line.IsStatement && !HoldsDigit(line.Indicator.Value)
        && !RepeatsNameCheck.Repeats(line) && !VagueTargetCheck.Is(line, review) && review.Meaning.IsRate(line)
            ? new Objection(project, line, Actual: line.Indicator.Value)
            : null;

    private static bool HoldsDigit(string value) => value.Any(char.IsDigit);
}
