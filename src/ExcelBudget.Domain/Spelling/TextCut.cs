using System.Globalization;

namespace ExcelBudget.Domain.Spelling;

/// <summary>Shortens texts for messages, cells and names. Never cuts through what a reader sees as one character.</summary>
public static class TextCut
{
    /// <summary>The mark behind a text that goes on.</summary>
    public const string Mark = "…";

    /// <summary>The text, or its beginning with a mark behind it when it is longer.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most UTF-16 units to keep, without the mark; less than one keeps nothing.</param>
    /// <param name="mark">What stands behind a shortened text.</param>
    public static string Beginning(string text, int longest, string mark = Mark)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest ? text : text[..End(text, longest)] + mark;
    }

    /// <summary>
    /// The last place at or before <paramref name="longest"/> where a text may be cut: not inside a surrogate pair, nor between a sign and
    /// the accents, variation selectors and joiners that belong to it. A single character longer than that is left out whole.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most UTF-16 units to keep; less than one gives 0, more than there are gives all.</param>
    public static int End(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (longest >= text.Length) return text.Length;
        if (longest <= 0) return 0;
        // Chinese and Latin text without combining signs around the cut needs no search
        if (text[longest] is >= ' ' and < '\u0300' or (>= '\u4E00' and <= '\u9FFF')) return longest;
        var end = 0;
        while (end < longest)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > longest) break;
            end = next;
        }

        return end;
    }
}
