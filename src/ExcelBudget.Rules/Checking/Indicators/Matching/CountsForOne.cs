using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 每个多少。What each of them gets or does: 每月上岗不少于8天 beside 每月上岗天数 ≥6天.
/// </summary>
internal static class CountsForOne
{
    private const int Kin = 2;
    private const int LongestEach = 3;
    private const string Time = "时间";

    /// <summary>
    /// 每月上岗不少于8天 beside 每月上岗天数 ≥6天: the only count of the goal in the same unit, per the same span or thing, that is told in the
    /// words of this indicator and of no other.
    /// </summary>
    public static TextQuantity? ForOne(LineQuantity line, TextQuantity[] told, ProjectFigures figures, IndicatorReview review)
    {
        string[] without = [.. review.Standards.Words.Generic, .. line.Per.Select(per => "每" + per)];
        int Near(TextQuantity quantity, LineQuantity other) =>
            Kinship.NamesTheSame(quantity, other.Line.Indicator.Name, without) ? Math.Max(Kin, Of(quantity, other)) : Of(quantity, other);
        int Of(TextQuantity quantity, LineQuantity other) => Kinship.Of(quantity, other.Line.Indicator.Name, without);
        var same = told.Where(quantity => quantity.Unit == line.Unit && IsPerSame(quantity, line)).ToArray();
        // 每期50人 beside 每期培训人数 ≥60人: neither side tells another such figure
        var isOnly = same is [var only] && ((only.Before.StartsWith('每') && only.Before.Length <= LongestEach)
                || WordList.Without(only.Before, review.Standards.Words.BareWords).Trim('|').Length == 0)
            && figures.Lines.Count(other => other.Unit == line.Unit && SamePer(other.Per, line.Per)) == 1;
        var about = isOnly ? same : [.. same.Where(quantity => Near(quantity, line) >= Kin)];
        return about is [var one] && !Agrees(one, line)
            && !Telling.OwnSubject.IsOfOther(one, line, figures)
            && (isOnly || !figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == line.Unit
                && Near(one, other) >= Near(one, line)))
            ? one
            : null;
    }

    /// <summary>The same span or thing; 每月驱虫1次 and 每只犬驱虫次数 12次/月 share the span that both name.</summary>
    private static bool IsPerSame(TextQuantity quantity, LineQuantity line)
    {
        if (line.Per.All(quantity.Per.Contains)) return true;
        var spans = line.Per.Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        return spans.Length > 0 && quantity.Per.Count > 0 && quantity.Per.All(spans.Contains) && spans.All(quantity.Per.Contains);
    }
}
