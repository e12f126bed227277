using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Typing;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingTarget：缺指标值。A name without any target.</summary>
internal sealed class MissingTargetCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "missingTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        (line.Indicator.Operator == TargetOperator.None || IsBlank(line.Indicator.Value) || IsDitto(line.Indicator.Value)
            || (line.IsStatement && line.Indicator.Name.EndsWith("同上", StringComparison.Ordinal)) || BreaksOff(line, review))
        && !Heads(line, project, review) && ExchangedColumns.In(project, line) is null && !HeadingPlace.IsHeading(line, review.Standards)
            ? new Objection(project, line) { IsDoubtful = project.Doubt.IsUnclear || line.Indicator.Raw.Any(char.IsDigit) }
            : null;

    /// <summary>补助各类粮食作物种植面积 above 红薯种植面积 5.5亩: a row that only heads the rows below it.</summary>
    private static bool Heads(ReviewedIndicator line, ReviewedProject project, IndicatorReview review)
    {
        var next = project.Indicators.SkipWhile(other => !ReferenceEquals(other, line)).Skip(1).FirstOrDefault();
        return next is { Number: not null } && line.Indicator.Name.Length > 2
            && next.Indicator.Name.EndsWith(line.Indicator.Name[^2..], StringComparison.Ordinal) && next.Group == line.Group
            && Quantities.Kinship.Of(next.Indicator.Name, line.Indicator.Name, review.Standards.Words.Generic) > 1;
    }

    /// <summary>≥**%: the template's blank is still there.</summary>
    private static bool IsBlank(string value) => value.Length >= 2 && value.All(sign => sign is '*' or '＊' or '×' or '_' or '□');

    /// <summary>居民家庭应急包配备率 同上: what stood above is of something else.</summary>
    private static bool IsDitto(string value) => value.Trim() is "同上" or "见上" or "如上" or "同前" or "〃";

    /// <summary>报案后查勘时限不超过: a bound without its figure.</summary>
    private static bool BreaksOff(ReviewedIndicator line, IndicatorReview review) => line.Number is null
        && line.Indicator.Operator == TargetOperator.Qualitative && review.Standards.Words.Dangling.Any(word => word.Length > 1
            && line.Indicator.Value.EndsWith(word, StringComparison.Ordinal));
}
