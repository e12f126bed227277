using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Language;

/// <summary>
/// 其中。A range of rows or columns means what stands beside each other in it: parts that are told besides, «其中：…», are left out of its sum.
/// </summary>
internal static class OfWhich
{
    /// <summary>The cells as a sum of ranges without such parts; themselves where there are none.</summary>
    public static Expression LeftOut(Expression.Cells cells)
    {
        Expression[] parts = [.. Columns(cells).SelectMany(columns => Rows(cells).Select(rows =>
            new Expression.Cells(cells.Form, rows, columns)))];
        return parts is [var only] ? only : new Expression.Call(Function.Sum, parts);
    }

    private static IEnumerable<ColumnSelector> Columns(Expression.Cells cells)
    {
        if (cells.Columns is not ColumnSelector.Range range) return [cells.Columns];
        var all = cells.Form.Between(range.First, range.Last).ToArray();
        if (Array.TrueForAll(all, column => !column.IsOfWhich)) return [range];
        return Stretches(all, column => column.IsOfWhich).Select(stretch => stretch.Length == 1
            ? (ColumnSelector)new ColumnSelector.One(stretch[0].Id) : new ColumnSelector.Range(stretch[0].Id, stretch[^1].Id));
    }

    private static IEnumerable<RowSelector> Rows(Expression.Cells cells)
    {
        if (cells.Rows is not RowSelector.Range range) return [cells.Rows];
        var all = cells.Form.Rows.OfType<RowGroup.Fixed>().SkipWhile(row => row.Key != range.First).ToArray();
        all = [.. all.Take(Array.FindIndex(all, row => row.Key == range.Last) + 1)];
        if (Array.TrueForAll(all, row => !row.IsOfWhich)) return [range];
        return Stretches(all, row => row.IsOfWhich).Select(stretch => stretch.Length == 1
            ? (RowSelector)new RowSelector.Key(stretch[0].Key) : new RowSelector.Range(stretch[0].Key, stretch[^1].Key));
    }

    /// <summary>Neighbours that stay, together.</summary>
    private static List<T[]> Stretches<T>(IEnumerable<T> all, Func<T, bool> isLeftOut)
    {
        var (stretches, open) = (new List<T[]>(), new List<T>());
        foreach (var one in all)
        {
            if (!isLeftOut(one))
            {
                open.Add(one);
                continue;
            }

            if (open.Count > 0) stretches.Add([.. open]);
            open.Clear();
        }

        if (open.Count > 0) stretches.Add([.. open]);
        return stretches;
    }
}
