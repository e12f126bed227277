namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Small steps over folded text.</summary>
internal static class TextScan
{
    /// <summary>True for a line break or the boundary of a paragraph.</summary>
    public static bool IsBreak(char sign) => sign is Markup.Glyphs.Line or Markup.Glyphs.Paragraph;

    /// <summary>True for a blank, a tab or a break.</summary>
    public static bool IsSpace(char sign) => sign is ' ' or '\t' || IsBreak(sign);

    /// <summary>True for a Chinese character.</summary>
    public static bool IsHan(char sign) => sign is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    /// <summary>The first place from here that is no blank.</summary>
    public static int Blanks(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    /// <summary>The first place from here that is no blank, tab or break.</summary>
    public static int Spaces(string text, int at)
    {
        while (at < text.Length && IsSpace(text[at])) at++;
        return at;
    }

    /// <summary>Matches a word that blanks or a line break may have torn apart.</summary>
    /// <returns>The place behind it, or -1.</returns>
    public static int Match(string text, int at, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var torn = 0;
            while (at < text.Length && torn < 3 && text[at] is ' ' or Markup.Glyphs.Line && at < text.Length)
                (at, torn) = (at + 1, torn + 1);
            if (at >= text.Length || text[at] != word[i]) return -1;
            at++;
        }

        return at;
    }
}
