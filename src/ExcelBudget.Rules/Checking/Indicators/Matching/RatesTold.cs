using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 比率与界限。Rates and bounds that the goal tells beside the indicator: 占全县行政村的76% beside 覆盖率 ≥86%, 控制在12%以内 beside ≥12%.
/// </summary>
internal static class RatesTold
{
    private const int Kin = 2;
    private const decimal Far = 4m;
    private const string Percent = "%";

    /// <summary>占全县行政村的76% beside 行政村覆盖率 ≥86%: the goal's one share of all, and the indicator's one rate of them.</summary>
    public static TextQuantity? AsShare(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.Unit != Percent || !review.Standards.Words.Coverings.Any(word => line.Line.Stem.EndsWith(word, StringComparison.Ordinal)))
            return null;
        var told = figures.Goal.Where(share => share is { Unit: Percent, IsAbout: false } && share.Before.StartsWith('占')
            && Kinship.Of(share.Before[1..], line.Line.Indicator.Name, review.Standards.Words.Generic) >= Kin).ToArray();
        // 6个村，占全县行政村的5% beside 行政村覆盖率 ≥90%: what is new, and what there will be
        return told is [var only] && !Agrees(only, line) && only.Number * Far > line.Number && !figures.Goal.Any(other =>
            other.Unit == Percent
            && other.Number == line.Number)
            ? only : null;
    }

    /// <summary>由38微克/立方米降到35微克/立方米以下 beside PM2.5年均浓度 ≥35微克/立方米: what falls to a figure is not to be at least that.</summary>
    public static string? FallsTo(LineQuantity line, ReviewedProject project)
    {
        if (line.Bound is not (TargetOperator.AtLeast or TargetOperator.MoreThan)) return null;
        var figure = line.Line.Indicator.Value + line.Line.Indicator.Unit;
        return Falls.Select(word => word + figure).FirstOrDefault(said => project.PlainGoal.IndexOf(said, StringComparison.Ordinal) is >= 0
            and var at && !(at + said.Length < project.PlainGoal.Length && project.PlainGoal[at + said.Length] == '/'));
    }

    private static readonly string[] Falls = ["降到", "降至", "下降到", "下降至", "降低到", "降低至", "减少到", "减少至", "压减到", "压减至", "压降至", "缩短到", "缩短至"];

    /// <summary>住院转诊率控制在12%以内 beside 住院转诊率 ≥12%: the same figure of the same thing, bound the other way.</summary>
    public static TextQuantity? Opposite(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        // 由12位提升至8位 beside ≤8位: a better rank is a smaller one
        if (line.IsMoney || IsBelow(line.Bound) is not { } below || (line.Unit is "位" or "名"
            && (line.Line.Stem.Contains("排名", StringComparison.Ordinal) || line.Line.Stem.Contains("名次", StringComparison.Ordinal)
                || line.Line.Stem.Contains("位次", StringComparison.Ordinal)))) return null;
        // told as a direction, not as a conflict
        if (below ? review.Meaning.IsMoreBetter(line.Line) || review.Meaning.IsHighShare(line.Line)
            : review.Meaning.IsLessBetter(line.Line) || review.Meaning.IsTimeLimit(line.Line)) return null;
        var same = figures.Goal.Where(told => told.Number == line.Number && IsLike(told, line)).ToArray();
        return same is [var only] && IsBelow(only.Bound) is { } isBelow && isBelow != below
            // 考核得分低于80分的扣减: what happens to those that fall short
            && !only.After.StartsWith('的') && Fit(only, line, review) > Kin ? only : null;
    }

    /// <summary>综合机械化率74.8% beside ≥76%: what there is, told as it stands, and what it is to become.</summary>
    public static bool IsStatusQuo(TextQuantity told, LineQuantity line, IndicatorReview review) => line.Unit == Percent
        && told.Bound == TargetOperator.Equal && IsBelow(line.Bound) is { } below
        && (told.Years is { } years ? years.To < review.Year
            : review.Standards.Words.Places.Any(place => told.Context.StartsWith(place, StringComparison.Ordinal)))
        && (below ? line.Number < told.Number : line.Number > told.Number);
}
