namespace ExcelBudget.Rules.Evaluation;

/// <summary>并列的行。Rows as they are printed: those of lists that stand side by side share a line, the shorter list is filled up.</summary>
public static class PrintedRows
{
    /// <summary>The lines of a form from top to bottom, each with its rows from left to right.</summary>
    public static IReadOnlyList<IReadOnlyList<RowView>> Of(FormView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var lines = new List<IReadOnlyList<RowView>>();
        for (var at = 0; at < view.Rows.Count;)
        {
            var stretch = view.Rows[at].Group?.Stretch ?? 0;
            if (stretch == 0)
            {
                lines.Add([view.Rows[at++]]);
                continue;
            }

            var rows = view.Rows.Skip(at).TakeWhile(row => row.Group?.Stretch == stretch).ToArray();
            lines.AddRange(Aligned(rows.GroupBy(row => row.Group!.Side).OrderBy(side => side.Key).Select(side =>
                side.ToArray()).ToArray()));
            at += rows.Length;
        }

        return lines;
    }

    /// <summary>The k-th entries of several lists together, as far as the longest goes.</summary>
    public static IEnumerable<IReadOnlyList<T>> Aligned<T>(IReadOnlyList<T[]> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var length = lists.Count == 0 ? 0 : lists.Max(list => list.Length);
        for (var line = 0; line < length; line++)
        {
            yield return [.. lists.Where(list => line < list.Length).Select(list => list[line])];
        }
    }
}
