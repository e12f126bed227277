using System.Text;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Worker.Answers;

/// <summary>The words of an answer: one line of plain text, whatever was typed.</summary>
internal static class AnswerText
{
    /// <summary>Most characters that are kept of an answer.</summary>
    public const int Longest = 500;

    private const string Ticks = "√✓✔☑";

    /// <summary>The answer as it is kept; empty when it says nothing: blanks, strokes and stops alone.</summary>
    /// <param name="typed">What stands in the cell.</param>
    /// <param name="wasCut">True when it was longer than <see cref="Longest"/>.</param>
    public static string Read(string typed, out bool wasCut)
    {
        var line = Line(typed);
        wasCut = line.Length > Longest;
        if (wasCut) line = line[..TextCut.End(line, Longest)];
        return SaysSomething(line) ? line : "";
    }

    private static string Line(string typed)
    {
        var line = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)) line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            else if (Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format) line.Append(rune.ToString());
        }

        return line.ToString().Trim();
    }

    private static bool SaysSomething(string line) =>
        line.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || Ticks.Contains(rune.ToString(), StringComparison.Ordinal));
}
