using System.Globalization;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Budgets;

/// <summary>How rows that come from data get their keys; the same when a dataset is projected and when a workbook is read.</summary>
public static class RowKeys
{
    /// <summary>Key of a project: its code, or its place when it has none.</summary>
    /// <param name="code">项目编码; may be empty.</param>
    /// <param name="place">Place from 1.</param>
    public static string OfProject(string code, int place) =>
        code.Length > 0 ? code : "#" + place.ToString(CultureInfo.InvariantCulture);

    /// <summary>Key of a row inside a block.</summary>
    /// <param name="owner">Key of the block.</param>
    /// <param name="number">Place within it from 1.</param>
    public static RowKey OfInner(RowKey owner, int number) =>
        owner with { Value = $"{owner.Value}#{number.ToString(CultureInfo.InvariantCulture)}" };

    /// <summary>True for a row that belongs to a block or a project.</summary>
    public static bool IsInner(RowKey key) => key.Value.Contains('#', StringComparison.Ordinal);

    /// <summary>The block an inner row belongs to.</summary>
    public static RowKey OwnerOf(RowKey inner) => inner with { Value = inner.Value[..inner.Value.LastIndexOf('#')] };

    /// <summary>Key of a list row.</summary>
    /// <param name="list">The list.</param>
    /// <param name="row">Text of the row by column.</param>
    /// <param name="place">Place in the list from 1.</param>
    /// <param name="owned">How many rows of each owner came before; counted on here.</param>
    public static RowKey OfListed(RowGroup.List list, Func<ColumnId, string?> row, int place, IDictionary<string, int> owned)
    {
        if (list.Key is { } key) return new RowKey(OfProject(row(key)?.Trim() ?? "", place));
        if (list.Owner is not { } by) return new RowKey(place.ToString(CultureInfo.InvariantCulture));
        var owner = row(by)?.Trim() ?? "";
        owned.TryGetValue(owner, out var before);
        return OfInner(new RowKey(owner), owned[owner] = before + 1);
    }

    /// <summary>Rows whose keys occur again counted, in order.</summary>
    public static IReadOnlyList<FormRow> MakeUnique(IReadOnlyList<FormRow> rows)
    {
        var seen = new Dictionary<RowKey, int>();
        var unique = new List<FormRow>(rows.Count);
        foreach (var row in rows)
        {
            var times = seen[row.Key] = seen.GetValueOrDefault(row.Key) + 1;
            unique.Add(times == 1 ? row : new FormRow(row.Key with { Repeat = times - 1 }, row.Cells));
        }

        return unique;
    }
}
