namespace ExcelBudget.Workbooks.Drafting;

/// <summary>续表。A form that goes on in another place, on the same sheet or the next.</summary>
internal static class DraftContinuation
{
    /// <summary>A block printed again for the next project.</summary>
    private static bool IsNextBlock(DraftForm before, DraftForm form) => before.Block is not null && form.Block is not null
        && before.Title == form.Title && before.Columns.Select(column => column.Title).SequenceEqual(form.Columns.Select(column =>
            column.Title));

    /// <summary>Adds a form to the one before when it only goes on there: the same title, or 续, over the same headings.</summary>
    /// <param name="before">The form before.</param>
    /// <param name="form">The form that may be its continuation.</param>
    /// <param name="patterns">How titles are written.</param>
    public static bool Continues(DraftForm before, DraftForm form, DraftPatterns patterns)
    {
        if (before.Block is not null || form.Block is not null) return IsNextBlock(before, form);
        var title = patterns.Replaced("continued", form.Title, _ => "");
        if (title != before.Title && title.Length > 0) return false;
        if (title == form.Title && form.NumberLine is not null && form.NumberLine != before.NumberLine
            && !patterns.Is("continued", form.NumberLine)) return false;
        if (!form.Columns.Select(column => string.Concat(column.Path)).SequenceEqual(before.Columns.Select(column =>
            string.Concat(column.Path)))) return false;
        foreach (var row in form.Rows)
        {
            var own = new DraftRow { At = row.At, Side = row.Side, Rank = row.Rank, Code = row.Code, IsOfWhich = row.IsOfWhich };
            for (var column = 0; column < form.Columns.Count; column++)
            {
                if (row.Labels.TryGetValue(form.Columns[column], out var label)) own.Labels[before.Columns[column]] = label;
            }

            before.Rows.Add(own);
        }

        DraftRows.Ids(before);
        before.FootNotes = [.. before.FootNotes, .. form.FootNotes];
        before.Doubts.Add($"“{form.Source}”上的续表接在后面，那里的公式没有读");
        return true;
    }
}
