using System.Buffers;
using System.Globalization;
using System.Text;

namespace ExcelBudget.Worker.Files;

/// <summary>Texts of strangers in lines of ours: file names, names of persons, what stands in a cell.</summary>
internal static class SafeText
{
    /// <summary>The text in one line: control signs, line ends and signs that turn the direction of writing become «_».</summary>
    public static string Line(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) clean.Append(IsHidden(rune) ? "_" : rune.ToString());
        return clean.ToString();
    }

    /// <summary>
    /// The text as it may be shown, on several lines where it has them: control signs and signs that turn the direction of writing become
    /// «_».
    /// </summary>
    public static string Shown(string text)
    {
        if (text.AsSpan().IndexOfAny(Turning) < 0 && !text.AsSpan().ContainsAnyInRange('\0', '\u001f')
            && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f')) return text;
        return string.Create(text.Length, text, (shown, from) =>
        {
            for (var at = 0; at < from.Length; at++)
            {
                var isHidden = Turning.Contains(from[at]) || (char.IsControl(from[at]) && from[at] is not ('\n' or '\r' or '\t'));
                shown[at] = isHidden ? '_' : from[at];
            }
        });
    }

    private static readonly SearchValues<char> Turning =
        SearchValues.Create("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>A sign nobody sees that changes what is seen.</summary>
    public static bool IsHidden(Rune rune) => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
