using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>升降相反。能耗比上年下降3% beside 单位建筑面积能耗上升率 ≥3%: the goal's very figure, and the other way.</summary>
internal static class OppositeChange
{
    private const int Kin = 3;
    private static readonly string[] Up = ["上升", "增长", "提高", "提升", "增加"];
    private static readonly string[] Down = ["下降", "降低", "减少", "压减"];

    /// <summary>What the goal tells of the change; null where both go one way.</summary>
    public static TextQuantity? Of(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var isUp = IsIn(line.Line.Stem, Up);
        if (isUp == IsIn(line.Line.Stem, Down)) return null;
        return figures.Goal.FirstOrDefault(told => told.Unit == line.Unit && told.Number == line.Number
            && (isUp ? Down : Up).Any(word => told.Before.EndsWith(word, StringComparison.Ordinal))
            && Kinship.Of(told.Lead, line.Line.Stem, review.Standards.Words.Generic) >= Kin && IsOfOne(told.Before, line.Line.Stem)
            && !figures.Goal.Any(other => other.Number == told.Number && other.Unit == told.Unit && !ReferenceEquals(other, told)));
    }

    /// <summary>化肥施用量比上年下降3% beside 有机肥施用量增长率: the one name must hold the other.</summary>
    private static bool IsOfOne(string before, string stem)
    {
        var than = BesideYear.Select(word => before.LastIndexOf(word, StringComparison.Ordinal)).Max();
        var told = than > 0 ? before[..than] : before;
        foreach (var all in All) if (told.StartsWith(all, StringComparison.Ordinal)) told = told[all.Length..];
        var change = Up.Concat(Down).Select(word => stem.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0);
        var subject = change.Any() ? stem[..change.Min()] : stem;
        return stem.Contains(told, StringComparison.Ordinal) || told.EndsWith(subject, StringComparison.Ordinal);
    }

    private static readonly string[] BesideYear = ["比上年", "较上年", "同比", "比去年", "较去年"];
    private static readonly string[] All = ["全县", "全市", "全区", "全院", "全校", "全局", "我县", "本县"];

    private static bool IsIn(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
