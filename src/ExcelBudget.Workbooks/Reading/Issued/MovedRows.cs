using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>
/// Finds the issued rows of a list again after rows were inserted or deleted: running numbers move, contents do not. Untouched rows
/// are paired first, what remains between them in order, the rows most alike first.
/// </summary>
internal static class MovedRows
{
    /// <summary>Each issued row with the key it has now; a row that is gone keeps its old key where no other row has it.</summary>
    public static List<(RowKey Key, SealedRow? Row)> Pair(IReadOnlyList<SealedRow> before,
        IReadOnlyDictionary<RowKey, Dictionary<ColumnId, string>> now, IReadOnlyList<FormRow> rows)
    {
        var pairs = new List<(RowKey, SealedRow?)>();
        var present = rows.ToLookup(row => OwnerOf(row.Key), row => row.Key);
        foreach (var owner in before.GroupBy(row => OwnerOf(row.Key)))
        {
            var free = present[owner.Key].ToList();
            var left = new List<SealedRow>();
            foreach (var row in owner)
            {
                if (free.Find(key => Alike(row, now[key]) == row.Values.Count
                    && now[key].Count == row.Values.Count) is { Value: not null } same)
                {
                    Take(row, same, free, pairs);
                }
                else left.Add(row);
            }

            foreach (var row in left)
            {
                var likest = free.OrderByDescending(key => Alike(row, now[key])).FirstOrDefault();
                if (likest.Value is not null && Alike(row, now[likest]) > 0) Take(row, likest, free, pairs);
                else pairs.Add((Gone(row.Key), row));
            }
        }

        return pairs;
    }

    private static void Take(SealedRow row, RowKey key, List<RowKey> free, List<(RowKey, SealedRow?)> pairs)
    {
        free.Remove(key);
        pairs.Add((key, row));
    }

    private static int Alike(SealedRow row, Dictionary<ColumnId, string> now) =>
        row.Values.Count(value => now.TryGetValue(value.Key, out var text) && text == value.Value);

    /// <summary>A row that is gone must not be taken for the one that has its number now.</summary>
    private static RowKey Gone(RowKey key) => key with { Value = key.Value + "（原）" };

    private static RowKey OwnerOf(RowKey key) => RowKeys.IsInner(key) ? RowKeys.OwnerOf(key) : default;
}
