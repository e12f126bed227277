using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 表头的项目情况。The upper part of a form that was copied together with its indicators: 项目名称, 资金总额, 其中：财政拨款, 项目周期, 实施内容, 年度目标,
/// each in a line of its own, its words behind the label or below it. It ends where the indicators begin. 项目周期 ≤9个月 is an indicator,
/// and so is whatever stands below a heading or a line of columns.
/// </summary>
internal static partial class PrintedHead
{
    /// <summary>Lines above the first label: the number of the annex, the title of the form, its year and unit.</summary>
    private const int MostTitles = 5;
    private const int LongestTitle = 40;
    private static readonly HashSet<string> Labels = [.. Vocabulary.Of("headLabels"), .. Vocabulary.Of("frameLabels")];
    private static readonly HashSet<string> Parts = [.. Vocabulary.Of("headParts")];
    private static readonly HashSet<string> Columns = [.. HeaderWords.LineStarts];

    /// <summary>The text without it; the text itself when no line is the first of its indicators.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Folded;
        var headings = new HeadingReader(text);
        if (FirstLabel(text, headings) is not { } first) return cell;
        var labels = 0;
        for (var start = first; start < text.Length; start = NextLine(text, start))
        {
            var isLabelled = IsLabelled(text, start, Labels);
            if (isLabelled) labels++;
            if (isLabelled || IsLabelled(text, start, Parts) || !BeginsIndicators(text, start, headings))
            {
                // 竞赛场次⇥=6场: no words of a form
                if (IsBounded(text, start)) return cell;
                continue;
            }

            // below a title one label may be the first indicator's
            return start == 0 || (first > 0 && labels < 2) ? cell : cell.Without([(0, start)]);
        }

        return cell;
    }

    /// <summary>Where the first line with a label begins, below titles at most.</summary>
    private static int? FirstLabel(string text, HeadingReader headings)
    {
        var start = 0;
        for (var titles = 0; titles <= MostTitles && start < text.Length; titles++)
        {
            if (IsLabelled(text, start, Labels)) return start;
            if (End(text, start) - start > LongestTitle || BeginsIndicators(text, start, headings) || IsBounded(text, start)) return null;
            start = NextLine(text, start);
        }

        return null;
    }

    private static bool BeginsIndicators(string text, int start, HeadingReader headings) => IsColumns(text, start)
        || headings.Read(TextScan.Spaces(text, start), Boundary.Line) is not null;

    /// <summary>项目周期⇥2026年3月—9月, 资金总额（万元）：114, 【主管部门】, 四、资金总额126万元, 年度目标 alone above its text.</summary>
    private static bool IsLabelled(string text, int start, HashSet<string> labels) =>
        Label().Match(text, start, Math.Min(LongestTitle, End(text, start) - start)) is { Success: true } label
            && labels.Contains(label.Groups["label"].Value);

    /// <summary>一级指标⇥二级指标⇥三级指标⇥指标值, whatever stands at its side; 指标名称⇥指标值 as well.</summary>
    private static bool IsColumns(string text, int start)
    {
        var line = text.AsSpan(start, End(text, start) - start);
        var (columns, others) = (0, 0);
        foreach (var cell in line.Split('\t'))
        {
            var word = line[cell].Trim();
            if (Columns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) columns++;
            else if (word.EndsWith("值")) others++;
        }

        return columns > 1 || (columns > 0 && others > 0);
    }

    /// <summary>True for a line with a sign of comparison before a figure: ≤9个月.</summary>
    private static bool IsBounded(string text, int start)
    {
        var line = text.AsSpan(start, End(text, start) - start);
        return line.IndexOfAny('≥', '≤', '=') is >= 0 and var at && line[(at + 1)..].TrimStart(' ') is [>= '0' and <= '9', ..];
    }

    private static int End(string text, int start)
    {
        while (start < text.Length && !TextScan.IsBreak(text[start])) start++;
        return start;
    }

    private static int NextLine(string text, int start) => End(text, start) + 1;

    [GeneratedRegex(@"\A(?>[ \t]*)(?:\(?[一二三四五六七八九十0-9]{1,2}[)、.])?(?>[ \[〔]*)(?<label>\p{L}{2,12}?)(?:\([^)\n]{1,8}\))?"
        + @"(?: *[\]〕]|[ \]〕]*(?:[:\t0-9 ]|\z))")]
    private static partial Regex Label();
}
