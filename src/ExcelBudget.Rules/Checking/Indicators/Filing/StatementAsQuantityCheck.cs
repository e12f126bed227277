using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Targets;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>statementAsQuantity：数量指标没有数量。A sentence without any figure where the pack wants counts.</summary>
internal sealed class StatementAsQuantityCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "statementAsQuantity";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        review.Standards.Measured.Contains(line.Group) && (IsSentence(project, line) || IsResult(line, review))
            && !HeadingPlace.IsForeign(line, review.Standards)
            ? new Objection(project, line, Actual: line.IsStatement ? line.Indicator.Name : line.Target)
            : null;

    private static readonly string[] Grades = ["好", "良好", "较好", "优", "优秀", "良"];

    private static bool IsSentence(ReviewedProject project, ReviewedIndicator line) => project.IsFreeText && line.IsStatement;

    /// <summary>受益群众人数 明显增加: the name of a count with a word in place of its figure.</summary>
    private static bool IsResult(ReviewedIndicator line, IndicatorReview review) =>
        line is { IsStatement: false, Indicator.Operator: TargetOperator.Qualitative } && !line.Indicator.Value.Any(char.IsDigit)
        && (IndicatorMeaning.EndsWith(line, review.Standards.Words.CountNames)
            // 活动开展情况 好: a grade where a count is asked for
            || (line.Stem.EndsWith("情况", StringComparison.Ordinal) && Array.IndexOf(Grades, line.Indicator.Value) >= 0))
        && !VagueTargetCheck.Is(line, review)
        // 较上年增加 is measured against a figure that is known
        && !RepeatsNameCheck.Repeats(line) && line.Indicator.Value.AsSpan().IndexOfAny('年', '比', '较') < 0
        && Domain.Indicators.Quantities.QuantityText.Read(line.Indicator.Value).Count == 0;
}
