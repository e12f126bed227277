using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>部分比全部还多。What stands behind 其中, in money or in counts, that is more than what stands before it.</summary>
internal static class PartsBeyond
{
    private const string OfWhich = "其中";

    /// <summary>设备40万元，其中服务器25万元、交换机20万元: what is told behind 其中 is more than the sum before it.</summary>
    public static (TextQuantity Total, decimal Made)? OfMoney(ProjectFigures figures, IndicatorReview review)
    {
        var goal = figures.Goal;
        for (var at = 0; at + 2 < goal.Count; at++)
        {
            if (goal[at] is not { IsMoney: true, IsDetail: false, IsAbout: false, Per.Count: 0 } total || !goal[at + 1].IsDetail) continue;
            var parts = goal.Skip(at + 1).TakeWhile(told => told.Sentence == total.Sentence && told.IsDetail).ToArray();
            var moneys = parts.Where(told => told is { IsMoney: true, Per.Count: 0 }).ToArray();
            // 其中器材543万元（场地193万元…）: what stands in brackets is a part of a part
            if (parts.Skip(1).Any(told => told.Lead.StartsWith(OfWhich, StringComparison.Ordinal))) continue;
            if (moneys.Length < 2 || moneys.Any(told => told.IsBracketed) || SubgroupCheck.MakesWhole(moneys, total)) continue;
            if (parts.Any(told => told is { IsMoney: true } and ({ IsAbout: true } or { Per.Count: > 0 }))
                || moneys.Any(told => told.Number >= total.Number)
                || IndicatorMeaning.ContainsAny(total.Before, review.Standards.Words.NotCosts)
                || moneys.Any(told => IndicatorMeaning.ContainsAny(told.Before, review.Standards.Words.Overlapping))) continue;
            var sum = moneys.Sum(told => told.Number);
            if (sum > total.Number + total.HalfDigit + moneys.Sum(told => told.HalfDigit)) return (total, sum);
        }

        return null;
    }

    /// <summary>巡护员18人，其中女巡护员21人: one part alone is more than all of them.</summary>
    public static (TextQuantity Total, decimal Made)? OfCount(ProjectFigures figures, IndicatorReview review)
    {
        // 全年适配300人 … 适配对象中重度残疾人350人
        foreach (var part in figures.Goal.Where(told => told is { IsMoney: false, Per.Count: 0, IsTotal: false } && told.Unit != "%"
            && SubgroupCheck.IsExact(told with { IsDetail = false })
            // 其中 itself says of which only beside its whole
            && review.Standards.Words.AmongThem.Any(word => (!told.IsDetail || word != OfWhich)
                && told.Before.Contains(word, StringComparison.Ordinal))))
        {
            if (figures.Goal.FirstOrDefault(told => told.Unit == part.Unit && told.Per.Count == 0
                && !figures.IsOfOtherYears(told, review.Year)) is { } total
                && !ReferenceEquals(total, part)
                && SubgroupCheck.IsExact(total) && !total.IsDetail && total.Number < part.Number) return (total, part.Number);
        }

        for (var at = 1; at < figures.Goal.Count; at++)
        {
            // 培训600人，每人补贴1200元，其中取得证书720人: what each of them gets stands between
            var before = at - 1;
            while (before > 0 && figures.Goal[before] is { IsMoney: true, Per.Count: > 0, IsDetail: false }) before--;
            var (total, part) = (figures.Goal[before], figures.Goal[at]);
            if (!part.IsDetail || total.IsDetail || total.IsMoney || total.Unit != part.Unit || total.Unit == "%"
                || total.Sentence != part.Sentence || !SubgroupCheck.IsExact(total)
                    || !SubgroupCheck.IsExact(part with { IsDetail = false })
                || total.Per.Count > 0 || part.Per.Count > 0 || !SubgroupCheck.IsWhole(total.Unit, review)
                // 专题片按月播出2部，其中汉语版16部
                || total.Lead.Contains("按月", StringComparison.Ordinal) || total.Lead.Contains("按季", StringComparison.Ordinal)) continue;
            if (part.Number > total.Number && part.Lead.Contains(OfWhich, StringComparison.Ordinal)
                && Kinship.Of(part.Before.Replace(OfWhich, "", StringComparison.Ordinal), total.Before, review.Standards.Words.Generic) > 0
                && !figures.Goal.Any(other => !ReferenceEquals(other, part) && other.Unit == part.Unit && other.Number >= part.Number))
                return (total, part.Number);
        }

        return null;
    }
}
