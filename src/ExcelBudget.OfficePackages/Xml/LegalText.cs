using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>Text as XML 1.0 can carry it.</summary>
public static partial class LegalText
{
    /// <summary>The text of a cell: legal, and escaped.</summary>
    public static string OfCell(string text) => Escape(Legal(text));

    /// <summary>
    /// Text of a cell or comment as the format wants it: «_x0041_» typed by a person is not taken for an escaped character.
    /// </summary>
    public static string Escape(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? EscapedCharacter().Replace(text, "_x005F_") : text;

    /// <summary>The text between the quotes of an attribute.</summary>
    public static string InAttribute(string text) => System.Security.SecurityElement.Escape(Legal(text)).ReplaceLineEndings("&#10;");

    /// <summary>The legal text with «\n» as line end.</summary>
    public static string Clean(string text) => Legal(text).ReplaceLineEndings("\n");

    /// <summary>The cut text: at most <paramref name="limit"/> characters, with an ellipsis when something was left out.</summary>
    public static string Cut(string text, int limit) =>
        text.Length <= limit ? text : TextCut.Beginning(text, limit - 1, limit > 0 ? TextCut.Mark : "");

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
        var symbols = text.AsSpan();
        // formulas, codes and most names: Latin and Chinese letters
        if (!symbols.ContainsAnyExceptInRange(' ', '\uD7FF')) return true;
        // most texts have no sign that calls for a look at each
        if (!symbols.ContainsAnyInRange('\0', '\u001F') && !symbols.ContainsAnyInRange('\uD800', '\uDFFF')
            && !symbols.ContainsAny('\uFFFE', '\uFFFF')) return true;
        foreach (var symbol in symbols)
        {
            if (!IsLegal(symbol)) return false;
        }

        return true;
    }

    private static bool IsLegal(char symbol) =>
        symbol is '\t' or '\n' or '\r' or (>= ' ' and < '\uD800') or (>= '\uE000' and <= '\uFFFD');

    // only the underscore is matched, so that of «_x0041_x0042_» both are escaped
    [System.Text.RegularExpressions.GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial System.Text.RegularExpressions.Regex EscapedCharacter();
}
