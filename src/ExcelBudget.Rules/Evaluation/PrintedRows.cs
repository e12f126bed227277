using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>并列的行。Rows as they are printed: those of lists that stand side by side share a line, the shorter list is filled up.</summary>
public static class PrintedRows
{
    /// <summary>The rows of a form in printed order, with those of its parts where it prints them.</summary>
    /// <param name="form">The form.</param>
    /// <param name="view">Rows of a form in the budget.</param>
    public static IReadOnlyList<RowView> WithParts(FormDefinition form, Func<FormDefinition, FormView> view)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(view);
        if (!form.Parts.Any()) return view(form).Rows;
        var own = view(form);
        return [.. form.AllRows.SelectMany(group => group switch
        {
            RowGroup.Part part => view(part.Form).Rows,
            RowGroup.Fixed declared => own[declared.Key] is { } row ? [row] : [],
            _ => own.Rows.Where(row => row.Group == group),
        })];
    }

    /// <summary>The form by which a printed row is known: a part of the form, or the form itself.</summary>
    public static FormDefinition FormOf(FormDefinition form, RowView row)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(row);
        return row.Group is null ? form : form.Parts.FirstOrDefault(part => ReferenceEquals(part.Tree, row.Group)) ?? form;
    }

    /// <summary>The lines of a form from top to bottom, each with its rows from left to right.</summary>
    public static IReadOnlyList<IReadOnlyList<RowView>> Of(IReadOnlyList<RowView> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var lines = new List<IReadOnlyList<RowView>>();
        for (var at = 0; at < all.Count;)
        {
            var stretch = all[at].Group?.Stretch ?? 0;
            if (stretch == 0)
            {
                lines.Add([all[at++]]);
                continue;
            }

            var rows = all.Skip(at).TakeWhile(row => row.Group?.Stretch == stretch).ToArray();
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
