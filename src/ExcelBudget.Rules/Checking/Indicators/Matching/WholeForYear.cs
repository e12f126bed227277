using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>总规模与本年任务。规划总长20公里，今年实施8公里 beside 今年硬化村道 =20公里: the whole is set as this year's.</summary>
internal static class WholeForYear
{
    /// <summary>This year's figure where an indicator of this year carries the whole instead; null for none.</summary>
    public static TextQuantity? Own(LineQuantity line, ProjectFigures figures, IndicatorWords words)
    {
        var name = line.Line.Indicator.Name;
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == "%" || !WordList.IsIn(name, words.ThisYear)
            || WordList.IsIn(name, words.Plans)) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0).ToArray();
        if (!Array.Exists(told, quantity => quantity.Number == line.Number)
            || !Array.TrueForAll(told, quantity =>
                quantity.Number != line.Number || WordList.IsIn(quantity.Before, words.Plans))) return null;
        var own = Array.FindAll(told, quantity => WordList.IsIn(quantity.Lead, words.ThisYear) && !quantity.IsDetail);
        return own is [{ IsAbout: false } only] && only.Number < line.Number
            && !figures.Lines.Any(set => set.Unit == only.Unit && set.Number == only.Number) ? only : null;
    }
}
