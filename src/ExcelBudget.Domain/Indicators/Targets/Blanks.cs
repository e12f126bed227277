namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Blanks that a template leaves for a figure and nobody filled in: ≥**%, 培训××人次.</summary>
internal static class Blanks
{
    private const string Signs = "*xX_□○";

    /// <summary>True for a value that is such a blank.</summary>
    public static bool Is(string value) => value.Length >= 2 && value.All(sign => Signs.Contains(Markup.Glyphs.Folded(sign), StringComparison.Ordinal));

    /// <summary>The same text, sign for sign, with zeros in place of blanks that stand where a figure belongs: behind a sign of comparison or before a unit.</summary>
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

    private static bool StandsForFigure(string text, int start, int end)
    {
        if (end - start > 6 || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))) return false;
        var before = start;
        while (before > 0 && text[before - 1] == ' ') before--;
        if (OperatorReader.Before(text, Math.Max(0, before - 8), before).Operator != TargetOperator.None) return true;
        return MeasureUnits.Read(text, end, text.Length) > end;
    }
}
