using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>timeless：时效指标没有时间。A result in words under 时效指标 that speaks of no time at all: 教育均衡化发展 有效.</summary>
internal sealed class TimelessCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "timeless";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var home = review.Standards.Filing.FirstOrDefault(filing => filing.Kind == Domain.Packs.FilingStandard.Span)?.BelongsTo;
        if (line.Indicator.Operator != TargetOperator.Qualitative || line.IsStatement || line.Group != home) return null;
        var said = line.Indicator.Name + line.Indicator.Value;
        return IndicatorMeaning.ContainsAny(said, words.Timely) || said.Any(char.IsDigit) ? null
            : new Objection(project, line, Actual: line.Indicator.Value);
    }
}
