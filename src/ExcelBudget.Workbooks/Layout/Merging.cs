using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>
/// Rows with equal neighbours in merged columns joined, as the forms print 一级指标: a column only within what the merged columns before it
/// hold together.
/// </summary>
internal static class Merging
{
    /// <summary>The rows of a block's inner table.</summary>
    public static IEnumerable<PlannedRow> Of(FormDefinition form, IReadOnlyList<FormRow> rows, int prototype)
    {
        var columns = Merged(form);
        var words = rows.Select(row => columns.Select(column => row[form.Columns[column].Id]?.AsText() ?? "").ToArray()).ToArray();
        for (var index = 0; index < rows.Count; index++)
        {
            yield return new PlannedRow(prototype, PrototypeKind.InnerRow, rows[index].Key, rows[index])
            {
                Merged = GroupsAt(columns, words, index),
            };
        }
    }

    /// <summary>The rows printed ready in an empty block.</summary>
    public static IEnumerable<PlannedRow> Skeleton(FormDefinition form, IReadOnlyList<IReadOnlyList<string>> skeleton, int prototype)
    {
        if (skeleton.Count == 0) skeleton = [[]];
        var columns = Merged(form);
        var words = skeleton.Select(row => columns.Select(column => column < row.Count ? row[column] : "").ToArray()).ToArray();
        for (var index = 0; index < skeleton.Count; index++)
        {
            yield return new PlannedRow(prototype, PrototypeKind.InnerRow, null, null)
            {
                Texts = skeleton[index],
                Merged = GroupsAt(columns, words, index),
            };
        }
    }

    /// <summary>The rows of a list; a row in which texts of the one above go on is merged with it where the form merges.</summary>
    public static IReadOnlyList<PlannedRow> OfList(FormDefinition form, IReadOnlyList<PlannedRow> rows)
    {
        var columns = Merged(form);
        if (columns.Length == 0) return rows;
        // a figure counts once: in the first row of what the columns before it hold together
        var words = rows.Select(row => columns.Select(column => form.Columns[column].IsFigure ? Figure
            : row.Row?[form.Columns[column].Id]?.AsText() ?? "").ToArray()).ToArray();
        return
        [
            .. rows.Select((row, index) => row with
            {
                Merged = GroupsAt(columns, words, index),
                HeldAbove = [.. columns.Where((_, place) => index > 0 && Continues(words, index, place))
                    .Select(column => form.Columns[column].Id)],
            }),
        ];
    }

    private const string Figure = "#";

    /// <summary>A label beside an inner table reaches from its heading down to the last row.</summary>
    public static IReadOnlyList<(int Column, int Rows)> Beside(FormDefinition inner, int rows) =>
        [.. inner.Columns.Select((column, place) => (column, place)).Where(pair => pair.column is { Kind: CellKind.Label, IsMerged: true })
            .Select(pair => (pair.place, rows + 1))];

    private static int[] Merged(FormDefinition form) =>
        [.. form.Columns.Select((column, place) => (column, place))
            .Where(pair => pair.column is { IsMerged: true, Kind: not CellKind.Label }).Select(pair => pair.place)];

    private static List<(int Column, int Rows)> GroupsAt(int[] columns, string[][] words, int index)
    {
        var groups = new List<(int, int)>();
        for (var place = 0; place < columns.Length; place++)
        {
            if (words[index][place].Length == 0 || (index > 0 && Continues(words, index, place))) continue;
            var end = index + 1;
            while (end < words.Length && Continues(words, end, place)) end++;
            if (end - index > 1) groups.Add((columns[place], end - index));
        }

        return groups;
    }

    /// <summary>True when a cell and all merged cells before it repeat those of the row above.</summary>
    private static bool Continues(string[][] words, int index, int place)
    {
        for (var at = 0; at <= place; at++)
        {
            if (words[index][at].Length == 0 || words[index][at] != words[index - 1][at]) return false;
        }

        return true;
    }
}
