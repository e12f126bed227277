namespace ExcelBudget.Workbooks;

/// <summary>Text as XML 1.0 can carry it.</summary>
internal static class XmlText
{
    /// <summary>The text without control characters and lone surrogates, which no XML part may contain.</summary>
    public static string Legal(string text)
    {
        if (IsLegal(text)) return text;
        var kept = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                kept.Append(text[index]).Append(text[++index]);
            }
            else if (IsLegal(text[index]))
            {
                kept.Append(text[index]);
            }
        }

        return kept.ToString();
    }

    private static bool IsLegal(string text)
    {
        foreach (var symbol in text)
        {
            if (!IsLegal(symbol)) return false;
        }

        return true;
    }

    private static bool IsLegal(char symbol) =>
        symbol is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD');
}
