using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>
/// The clean budget with so many more codes that its forms by function code have a given number of rows; every relation holds.
/// </summary>
internal static class ManyCodes
{
    private const decimal Yuan = 123_400m;

    /// <summary>The budget.</summary>
    /// <param name="rows">Rows from data in T2, T3 and T5, at most as many as the code list can fill.</param>
    public static Budget Of(int rows)
    {
        var budget = Hebei.BudgetOf("clean");
        var added = Added(budget, rows);
        foreach (var (form, column) in new[] { ("T2", "5"), ("T3", "4"), ("T5", "4") })
            budget = With(budget, Widened(budget[new FormId(form)]!, added, column));
        foreach (var (form, row, column) in new[] { ("T1", "1", "2"), ("T4", "1", "2"), ("T6", "30101", "4") })
            budget = Raised(budget, new CellAddress(form, row, column), added.Count * Yuan);
        return budget;
    }

    /// <summary>The codes of the lowest level to add, spread over the list.</summary>
    private static List<string> Added(Budget budget, int rows)
    {
        var codes = Hebei.Book.Pack.CodeLists["functional"];
        var used = budget[new FormId("T3")]!.Rows.Select(row => row.Key.Value).ToHashSet(StringComparer.Ordinal);
        var (count, added) = (used.Count, new List<string>());
        var leaves = codes.Entries.Select(entry => entry.Code).Where(code => codes.IsLeaf(code)).ToArray();
        var spread = leaves.OrderBy(code => Array.IndexOf(leaves, code) * 7919 % leaves.Length);
        foreach (var code in spread.Where(code => !used.Contains(code)).ToArray())
        {
            if (used.Count >= rows) break;
            added.Add(code);
            used.UnionWith([code, .. Above(codes, code)]);
        }

        return used.Count >= Math.Max(rows, count) ? added
            : throw new ArgumentOutOfRangeException(nameof(rows), "the code list is too short");
    }

    private static IEnumerable<string> Above(CodeList codes, string code) =>
        codes.LevelLengths.SkipLast(1).Select(length => code[..length]);

    private static FormContent Widened(FormContent form, List<string> leaves, string column)
    {
        var codes = Hebei.Book.Pack.CodeLists["functional"];
        var rows = form.Rows.ToDictionary(row => row.Key.Value, StringComparer.Ordinal);
        foreach (var code in leaves)
        {
            rows[code] = Row(code, new Dictionary<ColumnId, CellValue> { [new ColumnId(column)] = new CellValue.Amount(Yuan) });
            foreach (var parent in Above(codes, code)) rows.TryAdd(parent, Row(parent, []));
        }

        return new FormContent(form.Form, [.. rows.Values.OrderBy(row => row.Key.Value, StringComparer.Ordinal)]);
    }

    private static FormRow Row(string code, Dictionary<ColumnId, CellValue> cells) => new(new RowKey(code), cells);

    private static Budget Raised(Budget budget, CellAddress cell, decimal yuan)
    {
        var form = budget[cell.Form]!;
        var rows = form.Rows.Select(row => row.Key == cell.Row ? Raised(row, cell.Column, yuan) : row);
        return With(budget, new FormContent(form.Form, [.. rows]));
    }

    private static FormRow Raised(FormRow row, ColumnId column, decimal yuan)
    {
        var cells = row.Cells.ToDictionary();
        cells[column] = new CellValue.Amount(((CellValue.Amount)row[column]!).Yuan + yuan);
        return new FormRow(row.Key, cells);
    }

    private static Budget With(Budget budget, FormContent form) =>
        new(budget.Identity, budget.Forms.Select(other => other.Form == form.Form ? form : other));
}
