using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 前导符。Dots that lead the eye from a name to its target: 收集落叶……≥1500吨. A line of dots alone is a template's line for more.
/// </summary>
internal static class LeaderDots
{
    private const int FewestPoints = 3;

    /// <summary>The text with a blank in their place.</summary>
    public static CellText Blank(CellText cell)
    {
        var text = cell.Folded;
        if (text.AsSpan().IndexOfAny('…', '⋯') < 0 && !text.Contains("...", StringComparison.Ordinal)) return cell;
        List<(int Start, int End)>? dots = null;
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] is not ('…' or '⋯' or '.')) continue;
            var end = at;
            while (end < text.Length && text[end] is '…' or '⋯' or '.') end++;
            var isLeader = (text[at] != '.' || end - at >= FewestPoints) && TextScan.IsHan(text[at - 1])
                && end < text.Length && !TextScan.IsSpace(text[end]);
            if (isLeader) (dots ??= []).Add((at, end));
            at = end;
        }

        return dots is null ? cell : cell.Without(dots, ' ');
    }
}
