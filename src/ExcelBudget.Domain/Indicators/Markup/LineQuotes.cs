namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>
/// Signs that a program puts before every line, or around every cell: a quoted letter («&gt; 数量指标»), a list («－数量»), a CSV file.
/// </summary>
internal static class LineQuotes
{
    private const string Between = "\",\"";
    private const int FewestCells = 4;

    /// <summary>The text without them; cells of a CSV file stand between tabs.</summary>
    public static CellText Remove(CellText cell)
    {
        var text = cell.Printed;
        if (text.Length == 0) return cell;
        if (text[0] is '>' or '＞' or '－' && IsBeforeEveryLine(text, text[0])) return WithoutLeading(cell, text[0]);
        return text[0] == '"' && text.AsSpan().Count(Between) >= FewestCells ? AsTable(cell) : cell;
    }

    /// <summary>The text without the quotation marks in which a copied sheet puts the cells that have breaks of their own.</summary>
    public static CellText WithoutCellQuotes(CellText cell)
    {
        var text = cell.Printed;
        if (!text.Contains("\t\"", StringComparison.Ordinal)) return cell;
        return cell.Replace(at => text[at] == '"' && (at == 0 || at + 1 == text.Length || text[at - 1] == '\t' || text[at + 1] == '\t'
            || Glyphs.IsBreak(text[at + 1])) ? '\0' : null);
    }

    private static bool IsBeforeEveryLine(string text, char sign)
    {
        var lines = 0;
        foreach (var range in text.AsSpan().SplitAny(Glyphs.Line, Glyphs.Paragraph))
        {
            var line = text.AsSpan(range).Trim();
            if (line.Length == 0) continue;
            if (line[0] != sign) return false;
            lines++;
        }

        return lines > 2;
    }

    private static CellText WithoutLeading(CellText cell, char sign)
    {
        var text = cell.Printed;
        return cell.Replace(at =>
        {
            if (text[at] != sign) return null;
            var (before, behind) = (at - 1, at + 1);
            while (before >= 0 && text[before] == ' ') before--;
            while (behind < text.Length && text[behind] == ' ') behind++;
            var isAtEdge = before < 0 || Glyphs.IsBreak(text[before]) || behind == text.Length || Glyphs.IsBreak(text[behind]);
            return isAtEdge ? '\0' : null;
        });
    }

    private static CellText AsTable(CellText cell)
    {
        var text = cell.Printed;
        return cell.Replace(at => text[at] switch
        {
            '"' when at + 2 < text.Length && text[at + 1] == ',' && text[at + 2] == '"' => '\t',
            '"' => '\0',
            ',' when at > 0 && at + 1 < text.Length && text[at - 1] == '"' && text[at + 1] == '"' => '\0',
            _ => null,
        });
    }
}
