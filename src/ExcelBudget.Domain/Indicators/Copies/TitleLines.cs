using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 表题和落款。Lines of the form around its indicators, copied with them: 项目支出绩效目标表, （2025年度）, 单位：万元 above, 填表人：… below.
/// </summary>
internal static class TitleLines
{
    private const int MostLines = 6;
    private const int LongestTitle = 32;
    private static readonly string[] Labels = Vocabulary.Of("frameLabels");
    private static readonly string[] SideTitles = Vocabulary.Of("sideTitles");
    private static readonly string[] Titles = Vocabulary.Of("frameTitles");

    /// <summary>The text without them.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Folded;
        var (start, end) = (0, text.Length);
        for (var lines = 0; lines < MostLines && start < end; lines++)
        {
            var behind = NextBreak(text, start);
            if (behind >= end || !IsFrame(text.AsSpan(start, behind - start).Trim(), isAbove: true)) break;
            start = behind + 1;
        }

        for (var lines = 0; lines < MostLines && end > start; lines++)
        {
            var last = end - 1;
            while (last > start && !TextScan.IsBreak(text[last])) last--;
            if (last <= start || !IsFrame(text.AsSpan(last + 1, end - last - 1).Trim(), isAbove: false)) break;
            end = last;
        }

        if (start == 0 && end == text.Length) return cell;
        return cell.Without([(0, start), (end, text.Length)]);
    }

    private static int NextBreak(string text, int at)
    {
        while (at < text.Length && !TextScan.IsBreak(text[at])) at++;
        return at;
    }

    /// <summary>单位负责人：周某⇥填表人：吴某⇥联系电话：6820115: labels side by side.</summary>
    private static bool AreFrames(ReadOnlySpan<char> line)
    {
        var labels = 0;
        foreach (var part in line.Split('\t'))
        {
            var cell = line[part].Trim();
            if (cell.Length == 0) continue;
            if (cell.IndexOf(':') < 0 || !IsFrame(cell, isAbove: false)) return false;
            labels++;
        }

        return labels > 0;
    }

    private static bool IsFrame(ReadOnlySpan<char> line, bool isAbove)
    {
        // 绩效指标（满分100分）
        if (isAbove && line.StartsWith("绩效指标(", StringComparison.Ordinal) && line.EndsWith("分)", StringComparison.Ordinal)) return true;
        if (line.Length == 0 || line is "(盖章)" or "(公章)" or "(签章)") return true;
        if (!isAbove && line is ['注', ':', ..]) return true;
        // 项目名称：…⇥填报单位：…
        if (line.Contains('\t')) return AreFrames(line);
        if (line.Length > LongestTitle + LongestTitle) return false;
        foreach (var label in Labels)
        {
            if (line.StartsWith(label, StringComparison.Ordinal) && line[label.Length..].TrimStart(' ') is [':', ..]) return true;
        }

        if (!isAbove || line.Length > LongestTitle) return false;
        // 《XX项目支出绩效目标表》, （2025年度）
        var bare = line.Trim("()《》[] ");
        // 项目支出绩效目标表（2025年度）
        if (line is [.., ')'] && line.LastIndexOf('(') is > 1 and var open && line[open..].IndexOf('年') > 0) bare = line[..open].TrimEnd();
        if (bare is [.., '年'] or [.., '年', '度'] && bare.Length is 5 or 6 && bare[..4].IndexOfAnyExceptInRange('0', '9') < 0) return true;
        foreach (var side in SideTitles)
        {
            if (side.AsSpan().Contains(line, StringComparison.Ordinal)) return true;
        }

        foreach (var title in Titles)
        {
            if (bare.EndsWith(title, StringComparison.Ordinal) && bare.IndexOf(':') < 0) return true;
        }

        return false;
    }
}
