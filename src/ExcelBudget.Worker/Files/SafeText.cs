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

    /// <summary>A sign nobody sees that changes what is seen.</summary>
    public static bool IsHidden(Rune rune) => Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
