namespace ExcelBudget.Domain.Spelling;

/// <summary>Excel's ways to keep a text that looks like a number: ="305002" and '305002. In a CSV they are part of the cell.</summary>
public static class ExcelTextMarks
{
    /// <summary>The text without such marks, trimmed.</summary>
    /// <param name="text">A cell's text.</param>
    /// <param name="hadMarks">True when one was taken off. A quotation ('甲') and an apostrophe inside are no marks.</param>
    public static string Without(string text, out bool hadMarks)
    {
        var trimmed = WithoutFormula(text, out hadMarks);
        if (hadMarks || !IsLedByApostrophe(trimmed)) return trimmed;
        hadMarks = true;
        return TextFolding.Trimmed(trimmed[1..]);
    }

    /// <summary>The text without ="…" around it, trimmed: for running text, where an apostrophe may be the writer's.</summary>
    /// <param name="text">A cell's text.</param>
    /// <param name="hadMarks">True when they were taken off.</param>
    public static string WithoutFormula(string text, out bool hadMarks)
    {
        var trimmed = TextFolding.Trimmed(text);
        hadMarks = IsFormula(trimmed);
        return hadMarks ? TextFolding.Trimmed(trimmed[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal)) : trimmed;
    }

    private static bool IsLedByApostrophe(string text) =>
        text.Length > 1 && TextFolding.Half(text[0]) == '\'' && !text.AsSpan(1).ContainsAny('\'', '’', '‘');

    private static bool IsFormula(string text) =>
        text.Length >= 3 && text[0] == '=' && text[1] == '"' && text[^1] == '"' && IsWhole(text.AsSpan(2, text.Length - 3));

    /// <summary>True when every quotation mark inside is doubled: otherwise it is a formula that joins texts.</summary>
    private static bool IsWhole(ReadOnlySpan<char> inner)
    {
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] != '"') continue;
            if (at + 1 == inner.Length || inner[++at] != '"') return false;
        }

        return true;
    }
}
