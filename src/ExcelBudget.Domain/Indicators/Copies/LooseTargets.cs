using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Tables;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// Lines that slipped by half: «质量指标 验收合格率» above «≥95% 时效指标 完成时间». The target goes back to its name, the level begins its line.
/// </summary>
internal static class LooseTargets
{
    private const int Fewest = 2;
    private const int LongestTarget = 20;

    /// <summary>The text with its lines cut where they belong.</summary>
    public static CellText Move(CellText cell)
    {
        var text = cell.Folded;
        Dictionary<int, char>? cuts = null;
        var found = 0;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] != Glyphs.Line) continue;
            if (LevelBehind(text, at + 1) is not (> 0 and var blank) || !TextScan.IsHan(text[Math.Max(0, at - 1)])) continue;
            if (found == 0 && !EndsInName(text, at)) return cell;
            (cuts ??= [])[at] = ' ';
            cuts[blank] = Glyphs.Line;
            found++;
        }

        return found < Fewest ? cell : cell.Replace(at => cuts!.TryGetValue(at, out var sign) ? sign : null);
    }

    /// <summary>
    /// True for 产出指标 数量指标 清理林间步道: levels, and a name that lacks its target. Behind a line of levels alone the targets lead the rows.
    /// </summary>
    private static bool EndsInName(string text, int end)
    {
        var start = end;
        while (start > 0 && !TextScan.IsBreak(text[start - 1])) start--;
        start = TextScan.Blanks(text, start);
        var last = text.LastIndexOf(' ', Math.Max(end - 1, 0), Math.Max(end - start, 0)) + 1;
        return start < end && LevelCell.Read(text, Math.Max(start, last), end) is null
            && !(char.IsAsciiDigit(text[start]) || text[start] is '≥' or '≤' or '=' or '>' or '<');
    }

    /// <summary>The blank between the target that a line begins with and the level behind it; -1 for another line.</summary>
    private static int LevelBehind(string text, int start)
    {
        var at = TextScan.Blanks(text, start);
        var mark = ListMarkReader.Read(text, at).Length;
        if (at >= text.Length || (mark > 0 && at + mark < text.Length && !char.IsAsciiDigit(text[at + mark]))) return -1;
        var end = at;
        while (end < text.Length && end - at < LongestTarget && !TextScan.IsSpace(text[end])) end++;
        if (end >= text.Length || text[end] != ' ') return -1;
        var isTarget = char.IsAsciiDigit(text[at]) || text[at] is '≥' or '≤' or '=' or '>' or '<' || ResultWords.IsCertain(text[at..end]);
        if (!isTarget) return -1;
        var level = TextScan.Blanks(text, end);
        var behind = level;
        while (behind < text.Length && !TextScan.IsSpace(text[behind])) behind++;
        return behind < text.Length && text[behind] == ' ' && text.AsSpan(level, behind - level).EndsWith("指标")
            && LevelCell.Read(text, level, behind) is not null && FollowsName(text, behind) ? end : -1;
    }

    /// <summary>True where words without a target stand behind the level, to the end of the line.</summary>
    private static bool FollowsName(string text, int at)
    {
        var name = TextScan.Blanks(text, at);
        var end = name;
        while (end < text.Length && !TextScan.IsBreak(text[end])) end++;
        return end > name && text.AsSpan(name, end - name).IndexOfAny('≥', '≤') < 0 && TextScan.IsHan(text[end - 1]);
    }
}
