namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>direction：方向相反。A cost, an accident bounded from below; satisfaction, completion bounded from above.</summary>
internal sealed class DirectionCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "direction";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        // 水土流失控制率 ≥90%: the more of it is kept down
        if (line.Number is null || (line.IsPercent && IndicatorMeaning.IsLowerBound(line) && Array.Exists(KeptDown, word =>
            line.Stem.EndsWith(word, StringComparison.Ordinal)))) return null;
        var meaning = review.Meaning;
        // 防护路段坠崖事故起数: 防护 says nothing of the accidents
        var wantsLess = (meaning.IsFiledAsCost(line) && meaning.IsCost(line)) || meaning.IsLessBetter(line)
            || Array.Exists(Accidents, word => line.Stem.EndsWith(word, StringComparison.Ordinal));
        if (IndicatorMeaning.IsLowerBound(line) && wantsLess && !IsPromised(project, line, review))
        {
            // 低保标准 ≥650元/人·月 may be what each one is promised; 举报 holds a word of what should be rare and is none
            return new Objection(project, line, Actual: line.Target, Expected: "≤")
            {
                IsDoubtful = project.Doubt.IsUnclear || (line.IsMoney ? meaning.IsPerUnit(line) : !meaning.EndsInRare(line)),
            };
        }

        // 响应时间 ≥2小时 promises to be slow
        if (IndicatorMeaning.IsLowerBound(line) && meaning.IsTimeLimit(line))
            return new Objection(project, line, Actual: line.Target, Expected: "≤") { IsDoubtful = true };

        // a rate bounded by days is a matter of its unit
        var isShare = line.IsPercent || line.Indicator.Unit.Length == 0;
        return isShare && IndicatorMeaning.IsUpperBound(line) && (meaning.IsMoreBetter(line) || meaning.IsHighShare(line))
            ? new Objection(project, line, Actual: line.Target, Expected: "≥")
            {
                IsDoubtful = project.Doubt.IsUnclear || !meaning.IsMoreBetter(line),
            }
            : null;
    }

    private static readonly string[] KeptDown = ["流失控制率", "病控制率", "害控制率", "污染控制率", "防治率", "治理率", "化解率", "查实率", "查处率", "整改率", "发现率",
        "处置率", "消除率", "办结率"];

    private static readonly string[] Accidents = ["事故起数", "事故次数", "事故数", "火灾起数", "发案数", "死亡人数"];

    /// <summary>低保标准由620元提高到650元: what each one gets is to reach the target.</summary>
    private static bool IsPromised(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.IsMoney && (review.Standards.Words.Raised.Any(word =>
            project.Goal.Contains(word + line.Indicator.Value + line.Unit, StringComparison.Ordinal))
            // 月人均补差不低于240元: the goal itself promises at least so much
            || (Quantities.LineQuantity.Of(line) is { } set && Quantities.ProjectFigures.Of(project).Goal.Any(told => told.IsMoney
                && told.Number == set.Number && told.Per.Count > 0
                && (told.Bound is Domain.Indicators.TargetOperator.AtLeast or Domain.Indicators.TargetOperator.MoreThan))));
}
