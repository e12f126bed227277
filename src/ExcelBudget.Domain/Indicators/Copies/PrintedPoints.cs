using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 分值。Points that a form gives to its indicators, printed among their words: 改造公厕 14座（20分）, （10分）合格率100%, …，10分. One or two may be
/// a target; where many lines have them they are points.
/// </summary>
internal static partial class PrintedPoints
{
    private const int Fewest = 3;
    private const decimal Most = 60;
    private const int LongestTail = 9;
    private const int LongestMark = 3;
    private static readonly SearchValues<string> Signs =
        SearchValues.Create(["分)", "分 )", "分]", "分值", "权重", "满分"], StringComparison.Ordinal);

    /// <summary>The text without them.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Folded;
        if (!text.AsSpan().ContainsAny('分', '权')) return cell;
        var found = new List<(int Start, int End)>();
        if (text.AsSpan().ContainsAny(Signs)) foreach (var points in InBrackets().EnumerateMatches(text))
        {
            if (!IsSmall(text.AsSpan(points.Index, points.Length))) return cell;
            found.Add((points.Index, points.Index + points.Length));
        }

        var tails = text.Contains('\t', StringComparison.Ordinal) || HasHeader(text) ? [] : Tails(text, found.Count);
        if (tails.Count + found.Count < Fewest) return cell;
        found.AddRange(tails);
        found.Sort();
        return cell.Without(found);
    }

    /// <summary>True where the first line heads columns: then points have theirs.</summary>
    private static bool HasHeader(string text)
    {
        var start = TextScan.Spaces(text, 0);
        var length = text.AsSpan(start).IndexOfAny(Glyphs.Line, Glyphs.Paragraph);
        var end = length < 0 ? text.Length : start + length;
        while (end > start && text[end - 1] == ' ') end--;
        var last = text.AsSpan(start, end - start).LastIndexOf(' ') + 1 + start;
        return last < end && HeaderWords.Read(text, last, end) is not null;
    }

    /// <summary>Points at the ends of lines, when most lines with figures end in them.</summary>
    private static List<(int Start, int End)> Tails(string text, int bracketed)
    {
        var (tails, told) = (new List<(int Start, int End)>(), 0);
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Glyphs.Line, Glyphs.Paragraph);
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            if (line.Length > LongestMark && line[LongestMark..].ContainsAnyInRange('0', '9')) told++;
            var from = Math.Max(0, line.Length - LongestTail);
            if (line.TrimEnd(" ;。") is not [.., '分']) line = [];
            if (line.Length > 0) foreach (var tail in AtEnd().EnumerateMatches(line[from..]))
            {
                var at = start + from + tail.Index;
                if (from + tail.Index > 2 && IsSmall(text.AsSpan(at, tail.Length))) tails.Add((at, at + tail.Length));
            }

            start = end + 1;
        }

        return (tails.Count + bracketed) * 2 >= told ? tails : [];
    }

    private static bool IsSmall(ReadOnlySpan<char> points)
    {
        var start = points.IndexOfAnyInRange('0', '9');
        var end = points.LastIndexOfAnyInRange('0', '9');
        return decimal.TryParse(points[start..(end + 1)], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and <= Most;
    }

    [GeneratedRegex(@"[(\[]\s*(?:(?:分值|权重|满分)\s*:?\s*\d{1,2}(?:\.\d)?\s*[分%]?|\d{1,2}(?:\.\d)?\s*分)\s*[)\]]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"[ ,;。](?:分值|权重)?\s*:?\s*\d{1,2}(?:\.\d)?\s*分\s*[;。]?\s*$")]
    private static partial Regex AtEnd();
}
