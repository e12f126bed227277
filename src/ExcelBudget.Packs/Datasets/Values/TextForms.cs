using System.Text;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>Spellings that differ on the screen by little and must not make a difference in meaning.</summary>
internal static class TextForms
{
    private const string Dashes = "‐‑‒–—―−－";
    private static readonly char[] invisible = ['\uFEFF', '\u200B', '\u200E', '\u200F'];

    /// <summary>Without blanks and invisible marks at both ends, line ends as \n.</summary>
    public static string Trimmed(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        var kept = text[start..end];
        return kept.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    /// <summary>Full-width letters, digits and signs as half-width ones; every dash as a hyphen.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (var c in text) narrow.Append(Narrow(c));
        return narrow.ToString();
    }

    /// <summary>What two spellings of the same word have in common: narrow, lower case, without any blank.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBlank(c)) key.Append(char.ToLowerInvariant(Narrow(c)));
        }

        return key.ToString();
    }

    /// <summary>True for a text of blanks and invisible marks only.</summary>
    public static bool IsBlank(string text) => text.All(IsBlank);

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || invisible.Contains(c);

    private static char Narrow(char c) => c switch
    {
        '\u3000' => ' ',
        _ when Dashes.Contains(c) => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
