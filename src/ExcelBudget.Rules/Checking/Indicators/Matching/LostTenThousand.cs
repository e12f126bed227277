using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 漏写“万”。小麦15万亩 in the goal beside 作业面积 ≥15亩: the same digits, ten thousand times as much, of the only count of that unit on either side.
/// No word need be shared, but where units are common or little of the figure is left.
/// </summary>
internal static class LostTenThousand
{
    private const decimal TenThousand = 10_000m;
    private const string Percent = "%";
    private const string Time = "时间";

    /// <summary>Digits that hardly two different things have in common.</summary>
    private const int Telling = 3;

    /// <summary>The goal's figure; null where another one may be meant.</summary>
    public static TextQuantity? In(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Number <= 0m || line.Per.Count > 0 || line.Unit == Percent || QuantityUnits.Kind(line.Unit) == Time)
            return null;
        var goal = figures.Goal.Where(told => told.Unit == line.Unit && told.Per.Count == 0).ToArray();
        if (goal.Select(told => told.Number).Distinct().Count() != 1 || goal[0] is not { } told) return null;
        if (!Parts(told, line)) return null;
        if (figures.IsOfOtherYears(told, review.Year)
            || figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == line.Unit)) return null;
        var words = review.Standards.Words;
        if (Kinship.Of(told, line.Line.Indicator.Name, words.Generic) > 0
            || Kinship.NamesTheSame(told, line.Line.Indicator.Name, words.Generic)) return told;
        // 全县现有耕地15万亩 says where the work is, not what is done
        if (WordList.IsIn(told.Before, words.Existing)) return null;
        return Tells(told, line, review) ? told : null;
    }

    /// <summary>True when one figure is ten thousand times the other.</summary>
    public static bool Parts(TextQuantity told, LineQuantity line) =>
        told.Number == line.Number * TenThousand || line.Number == told.Number * TenThousand;

    /// <summary>True for units and digits that hardly two things share: 15万亩, 1.25万人, not 3万人.</summary>
    public static bool Tells(TextQuantity told, LineQuantity line, IndicatorReview review) =>
        !review.Standards.Words.CommonUnits.Contains(line.Unit)
            || Domain.Money.Figures.Plain(Math.Max(told.Number, line.Number)).TrimEnd('0').Length >= Telling;
}
