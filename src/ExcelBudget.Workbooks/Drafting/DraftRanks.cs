namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Which row of an official form stands under which: by ordinals 一、（一）1., by indents, and by 其中.</summary>
internal static class DraftRanks
{
    private const double Below = 0.5;

    /// <summary>Fills in ranks, the rows above, and parts that sums leave out.</summary>
    public static void Rank(DraftSheet sheet, DraftForm form, DraftPatterns patterns)
    {
        foreach (var rows in form.Columns.Where(column => !column.IsFigure)
            .Select(column => form.Rows.Where(row => row.Labels.Keys.FirstOrDefault() == column).OrderBy(row => row.At).ToArray()))
            OfList(rows, patterns);
    }

    private static void OfList(DraftRow[] rows, DraftPatterns patterns)
    {
        var above = new List<(DraftRow Row, int Indent)>();
        var (inParts, partsRank) = (false, 0.0);
        foreach (var row in rows)
        {
            var label = row.Labels.Values.First();
            var indent = label.TakeWhile(char.IsWhiteSpace).Count();
            var isOfWhich = patterns.Is("ofWhich", label);
            var words = isOfWhich ? patterns.Replaced("ofWhich", DraftPatterns.Folded(label), _ => "") : label;
            var ordinal = Ordinal(words, patterns);
            if (ordinal == 0 && !isOfWhich && patterns.Is("total", label))
            {
                row.Rank = 0;
                above.Clear();
                inParts = false;
                continue;
            }

            row.Rank = ordinal > 0 ? ordinal
                : isOfWhich && above.Count > 0 ? Beside(above, indent, inParts, partsRank)
                : above.FindLast(known => known.Indent < indent) is { Row: { } outer } ? outer.Rank + Below
                : inParts && indent > 0 && above.Count > 0 && above[^1].Indent == indent ? above[^1].Row.Rank
                : 1;
            if (isOfWhich && above.Count > 0)
            {
                (inParts, partsRank) = (true, row.Rank);
                row.IsOfWhich = true;
            }
            else if (inParts && row.Rank >= partsRank) row.IsOfWhich = row.Rank <= partsRank;
            else inParts = false;

            above.RemoveAll(known => known.Row.Rank >= row.Rank);
            row.Under = above.Count > 0 ? above[^1].Row : null;
            if (row.Under is null) row.IsOfWhich = false;
            above.Add((row, indent));
        }
    }

    private static double Beside(List<(DraftRow Row, int Indent)> above, int indent, bool inParts, double partsRank) =>
        inParts && above[^1].Indent == indent ? partsRank : above[^1].Row.Rank + Below;

    private static int Ordinal(string label, DraftPatterns patterns) => patterns.Is("rank1", label) ? 1
        : patterns.Is("rank2", label) ? 2 : patterns.Is("rank3", label) ? 3 : patterns.Is("rank4", label) ? 4 : 0;
}
