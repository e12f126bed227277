using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>rateWithoutNumber：比率没有数值。A rate whose target is a word: «及时率 及时» cannot be measured; 较上年下降 can.</summary>
internal sealed class RateWithoutNumberCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "rateWithoutNumber";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Operator == TargetOperator.Qualitative && !line.IsStatement && !HoldsDigit(line.Indicator.Value)
        && !IndicatorMeaning.ContainsAny(line.Indicator.Value, review.Standards.Words.Baselines)
        && !RepeatsNameCheck.Repeats(line) && !VagueTargetCheck.Is(line, review) && review.Meaning.IsRate(line)
            ? new Objection(project, line, Actual: line.Indicator.Value)
            : null;

    private static bool HoldsDigit(string value) => value.Any(char.IsDigit);
}
