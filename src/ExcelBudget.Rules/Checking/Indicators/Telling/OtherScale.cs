using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 换了单位的数。3.2公里 in the goal beside 硬化村内道路 ≥320米: the only measure of its kind on either side, in two units, and a place of ten between
/// them, or no power of ten at all where all words agree.
/// </summary>
internal static class OtherScale
{
    private const int Kin = 2;
    private const decimal Ten = 10m;

    /// <summary>路面宽4米 is no length.</summary>
    private static readonly string[] Crosswise = ["宽", "宽度", "高", "高度", "厚", "厚度", "深", "深度", "直径", "间距"];
    private static readonly string[] All = ["总长", "总面积", "总里程", "总量", "共有", "现有"];
    private const decimal Rounded = 0.01m;
    private static readonly string[] Sizes = ["总长度", "长度", "总面积", "面积", "里程", "总量", "数量", "规模", "数"];

    /// <summary>What the goal tells in another unit of the same kind, and that makes another figure; null where they agree.</summary>
    public static TextQuantity? Of(LineQuantity line, TextQuantity[] told, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Per.Count > 0 || QuantityUnits.Kind(line.Unit) is not ("长度" or "面积" or "重量" or "质量" or "体积")) return null;
        var like = figures.Goal.Where(quantity => quantity.Per.Count == 0 && QuantityUnits.Scale(quantity.Unit, line.Unit) is not null)
            .Where(quantity => !Array.Exists(Crosswise, word => quantity.Before.EndsWith(word, StringComparison.Ordinal))).ToArray();
        if (like is not [var only] || only.Unit == line.Unit || only.IsAbout || only.IsDetail || !told.Contains(only)
            || figures.Lines.Count(other => other.Per.Count == 0 && QuantityUnits.Scale(other.Unit, line.Unit)
                is not null) != 1) return null;
        var made = only.Number * QuantityUnits.Scale(only.Unit, line.Unit)!.Value;
        if (made <= 0m || line.Number <= 0m || Math.Abs(made - line.Number) <= Math.Max(only.HalfDigit, Rounded * made)) return null;
        var ratio = made > line.Number ? made / line.Number : line.Number / made;
        while (ratio >= Ten) ratio /= Ten;
        var kin = Kinship.Of(only, line.Line.Indicator.Name, review.Standards.Words.Generic);
        // 改造后片区管网总长48公里, 在1.5万亩灌区耕地中分年推广: what all of it measures
        if (ratio != 1m && (only.Lead.EndsWith('在') || Array.Exists(All, word => only.Lead.Contains(word, StringComparison.Ordinal)
            && !line.Line.Indicator.Name.Contains(word, StringComparison.Ordinal)))) return null;
        // 硬化道路3.2公里并配套边沟 beside 道路边沟 1500米: what the name ends in is told behind the figure, as another thing
        if (ratio != 1m && Head(line) is { Length: Kin } head && only.After.IndexOf(head, StringComparison.Ordinal) > 0
            && !only.Lead.Contains(head, StringComparison.Ordinal)) return null;
        // 标线补划长度 beside 养护农村公路120公里: every word of the indicator is the goal's as well
        return IsWhollyTold(line, only) && (ratio == 1m ? kin > 0 : kin > Kin) ? only : null;
    }

    /// <summary>边沟 of 村内道路边沟长度.</summary>
    private static string Head(LineQuantity line) => Sizes.Aggregate(line.Line.Stem, static (name, word) => name.Replace(word, "",
        StringComparison.Ordinal)) is { Length: > Kin } name ? name[^Kin..] : "";

    private static bool IsWhollyTold(LineQuantity line, TextQuantity told) => Sizes.Aggregate(line.Line.Indicator.Name,
        static (name, word) => name.Replace(word, "", StringComparison.Ordinal)).All(sign => sign is not (>= '\u4E00' and <= '\u9FFF')
        || (told.Lead + told.After).Contains(sign, StringComparison.Ordinal));
}
