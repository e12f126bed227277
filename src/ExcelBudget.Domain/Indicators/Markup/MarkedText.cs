namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>Markup that platforms and copied pages leave in a cell: «&lt;p&gt;», «&lt;ol&gt;», «$\geq$», «&amp;nbsp;».</summary>
public static class MarkedText
{
    private const int MostLayers = 8;

    /// <summary>The text as a reader should see it, one line for each paragraph or list item; null when it carries no markup.</summary>
    /// <param name="text">A cell's text.</param>
    public static string? Lines(string text)
    {
        if (!HasMarkup(text)) return null;
        // what was escaped twice («&amp;lt;p&amp;gt;») is markup again after the first time
        for (var times = 0; times < MostLayers
            && HasMarkup(text); times++) text = MarkupRemoval.Clean(text).Printed.Replace(Glyphs.Paragraph, Glyphs.Line).Replace('\u00A0',
            ' ');
        return text;
    }

    /// <summary>Does a text carry markup? Signs of comparison («&lt;5天»), amounts («$5») and blanks are none.</summary>
    public static bool HasMarkup(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isMarkup = text[at] switch
            {
                '<' => HtmlMarkup.TryReadTag(text, at, out _, out _),
                '&' => HtmlMarkup.TryReadEntity(text, at, out _, out _),
                '\\' => FormulaMarkup.TryReadCommand(text, at, out var length, out _) && length > 2,
                '$' => FormulaMarkup.OpensFormula(text, at, out _),
                _ => false,
            };
            if (isMarkup) return true;
        }

        return false;
    }
}
