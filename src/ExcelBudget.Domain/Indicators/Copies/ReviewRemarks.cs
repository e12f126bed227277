using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// 审核批注。What a reviewer wrote into the text between brackets: 【审核意见：请补充依据】, （删除：58台）, 【请核实】, （未填）.
/// </summary>
internal static class ReviewRemarks
{
    private const int Longest = 100;
    private const int LongestLabel = 10;
    private static readonly string[] Labels = Vocabulary.Of("reviewLabels");
    private static readonly string[] Parts = Vocabulary.Of("reviewLabelParts");
    private static readonly string[] Starts = Vocabulary.Of("reviewStarts");
    private static readonly string[] Questions = Vocabulary.Of("reviewQuestions");
    private static readonly string[] Unfilled = Vocabulary.Of("unfilled");

    /// <summary>The text without them.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Folded;
        List<(int Start, int End)>? found = null;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny('[', '(');
            if (length < 0) break;
            var open = at + length;
            at = open + 1;
            if (Close(text, open) is not (> 0 and var close) || !IsRemark(text, open, close)) continue;
            (found ??= []).Add(WithItsPlace(text, open, close + 1));
            at = close + 1;
        }

        return found is null ? cell : cell.Without(found);
    }

    /// <summary>Where the bracket closes, on its line; -1 where it does not.</summary>
    private static int Close(string text, int open)
    {
        var (depth, closing) = (0, text[open] == '[' ? ']' : ')');
        for (var at = open; at < text.Length && at - open < Longest && !TextScan.IsBreak(text[at]); at++)
        {
            if (text[at] == text[open]) depth++;
            else if (text[at] == closing && --depth == 0) return at;
        }

        return -1;
    }

    private static bool IsRemark(string text, int open, int close)
    {
        // （一）, （2）
        if (close - open <= 2) return false;
        var said = text.AsSpan(open + 1, close - open - 1).Trim(' ');
        if (said.Contains(' ')) said = string.Concat(said.ToString().Where(sign => sign != ' '));
        if (said.Length < 2) return false;
        var colon = said.IndexOf(':');
        if (colon is > 0 and <= LongestLabel) return IsLabel(said[..colon], text[open] == '[');
        if (Is(said, Unfilled) || Begins(said, Starts)) return true;
        return text[open] == '[' && (said[^1] is '?' or '!' || Begins(said, Questions));
    }

    private static bool IsLabel(ReadOnlySpan<char> label, bool isSquare)
    {
        if (Is(label, Labels)) return true;
        foreach (var part in Parts)
        {
            if (label.Contains(part, StringComparison.Ordinal)) return true;
        }

        // 【预算股：为什么比上年少？】
        return isSquare && label[^1] is '股' or '科' or '局' or '处' or '问' or '答' or '注';
    }

    private static bool Is(ReadOnlySpan<char> said, string[] words)
    {
        foreach (var word in words)
        {
            if (said.SequenceEqual(word)) return true;
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> said, string[] words)
    {
        foreach (var word in words)
        {
            if (said.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>A remark alone in its line takes the line with it, one alone in the last cell of a row its cell.</summary>
    private static (int Start, int End) WithItsPlace(string text, int start, int end)
    {
        var (before, behind) = (start, end);
        while (before > 0 && text[before - 1] == ' ') before--;
        while (behind < text.Length && text[behind] == ' ') behind++;
        if (behind < text.Length && !TextScan.IsBreak(text[behind])) return (start, end);
        if (before == 0) return (0, Math.Min(behind + 1, text.Length));
        return TextScan.IsBreak(text[before - 1]) || text[before - 1] == '\t' ? (before - 1, behind) : (start, end);
    }
}
