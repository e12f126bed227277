using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Blanks that a template leaves for a figure and nobody filled in: ≥**%, 培训××人次.</summary>
internal static partial class Blanks
{
    private const string Signs = "*xX_□○";

    /// <summary>True for a value that is such a blank.</summary>
    public static bool Is(string value) =>
        value.Length >= 2 && value.All(sign => Signs.Contains(Markup.Glyphs.Folded(sign), StringComparison.Ordinal));

    /// <summary>满意度（≥**%）: what a template prints to show how its blank is filled is no part of the name.</summary>
    public static string WithoutHints(string name)
    {
        return Hints().Replace(name, "").Trim();
    }

    [GeneratedRegex(@"[（(]\s*[≥≤＞＜＝<>=]*\s*[*＊×xX_]{2,}[^（）()]{0,10}[）)]|[≥≤＞＜＝<>=]+\s*[*＊×xX_]{2,}[^\s（）()]{0,6}$")]
    private static partial Regex Hints();

    /// <summary>
    /// The same text, sign for sign, with zeros in place of blanks that stand where a figure belongs: behind a sign of comparison or
    /// before a unit.
    /// </summary>
    public static string AsDigits(string text)
    {
        char[]? signs = null;
        for (var at = 0; at < text.Length; at++)
        {
            var end = at;
            while (end < text.Length && text[end] == text[at] && Signs.Contains(text[at], StringComparison.Ordinal)) end++;
            if (end - at >= 2 && StandsForFigure(text, at, end))
            {
                signs ??= text.ToCharArray();
                Array.Fill(signs, '0', at, end - at);
            }

            if (end > at) at = end - 1;
        }

        return signs is null ? text : new string(signs);
    }

    /// <summary>A blank in brackets, with a figure after them: the template's hint, not the target.</summary>
    private static bool IsInHint(string text, int start, int end)
    {
        var open = start;
        while (open > 0 && start - open < 5 && text[open - 1] is '≥' or '≤' or '=' or '<' or '>' or ' ') open--;
        if (open == 0 || text[open - 1] != '(') return false;
        var close = text.IndexOf(')', end, Math.Min(12, text.Length - end));
        return close >= 0;
    }

    private static bool StandsForFigure(string text, int start, int end)
    {
        if (IsInHint(text, start, end)) return false;
        if (end - start > 6 || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))) return false;
        var before = start;
        while (before > 0 && text[before - 1] == ' ') before--;
        if (OperatorReader.Before(text, Math.Max(0, before - 8), before).Operator != TargetOperator.None) return true;
        return MeasureUnits.Read(text, end, text.Length) > end;
    }
}
