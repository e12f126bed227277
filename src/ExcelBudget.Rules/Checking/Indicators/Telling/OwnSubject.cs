using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 另有所指。示范片单产达到650公斤 beside 全县水稻平均单产, 湿地出水 beside 污水处理厂出水: what is told has a subject of its own, of which the indicator's name
/// knows nothing.
/// </summary>
internal static class OwnSubject
{
    /// <summary>Signs of years, of change and of keeping what is.</summary>
    private const string Changes = "年今本底末到至降升提高低增减少加下上达将力争控制稳定保持为在由的平均均值和了浓度";

    /// <summary>
    /// 2025年全县平均单产520公斤，2026年示范片单产达到650公斤 beside 全县平均单产 ≥520公斤: the indicator keeps what there was, and the other figure is of
    /// something else.
    /// </summary>
    public static bool IsOfOther(TextQuantity told, LineQuantity line, ProjectFigures figures) => !told.IsTotal
        && IsIn(told.Before, line.Line.Stem)
        && !told.Lead.Contains(line.Line.Stem, StringComparison.Ordinal)
        && figures.Goal.Concat(figures.Past).Any(was => was.Number == line.Number
            && was.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal));

    /// <summary>True when words before a figure say more than a name and a change.</summary>
    public static bool IsIn(string lead, string name) => lead.Any(sign => sign is >= '\u4E00' and <= '\u9FFF'
        && !name.Contains(sign, StringComparison.Ordinal) && !Changes.Contains(sign, StringComparison.Ordinal));
}
