using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>Rows of a block's inner table with equal neighbours in the merged column joined, as the forms print 一级指标.</summary>
internal static class Merging
{
    public static IEnumerable<PlannedRow> Of(FormDefinition form, IReadOnlyList<FormRow> rows, int prototype)
    {
        var merged = form.Columns.FirstOrDefault(column => column.IsMerged)?.Id;
        var firsts = rows.Select(row => merged is { } column ? row[column]?.AsText() ?? "" : "").ToArray();
        for (var index = 0; index < rows.Count; index++)
        {
            yield return new PlannedRow(
                prototype, PrototypeKind.InnerRow, rows[index].Key, rows[index])
            { MergedRows = GroupAt(firsts, index) };
        }
    }

    public static IEnumerable<PlannedRow> Skeleton(IReadOnlyList<IReadOnlyList<string>> skeleton, int prototype)
    {
        if (skeleton.Count == 0) skeleton = [[]];
        var firsts = skeleton.Select(row => row.Count > 0 ? row[0] : "").ToArray();
        for (var index = 0; index < skeleton.Count; index++)
        {
            yield return new PlannedRow(
                prototype, PrototypeKind.InnerRow, null, null)
            { Texts = skeleton[index], MergedRows = GroupAt(firsts, index) };
        }
    }

    private static int GroupAt(string[] firsts, int index)
    {
        if (firsts[index].Length == 0 || (index > 0 && firsts[index - 1] == firsts[index])) return 0;
        var end = index + 1;
        while (end < firsts.Length && firsts[end] == firsts[index]) end++;
        return end - index;
    }
}
