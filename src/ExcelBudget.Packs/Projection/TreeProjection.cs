using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Projection;

/// <summary>Code-tree rows from facts: every code with money in one of the form's columns, and the codes above it.</summary>
internal static class TreeProjection
{
    public static IEnumerable<FormRow> Rows(Pack pack, FormDefinition form, RowGroup.Tree tree, UnitFacts facts)
    {
        var codes = pack.CodeLists[tree.CodeList];
        var amounts = Leaves(form, tree, facts);
        var all = amounts.Keys.Concat(amounts.Keys.SelectMany(codes.Ancestors)).Distinct().Order(StringComparer.Ordinal);
        foreach (var code in all)
        {
            yield return new FormRow(new RowKey(code), amounts.GetValueOrDefault(code) ?? []);
        }
    }

    private static Dictionary<string, Dictionary<ColumnId, CellValue>> Leaves(FormDefinition form, RowGroup.Tree tree, UnitFacts facts)
    {
        var rows = new Dictionary<string, Dictionary<ColumnId, CellValue>>(StringComparer.Ordinal);
        foreach (var column in form.Columns.Where(column => column is { From: not null, Compute: null }))
        {
            var query = column.From!;
            var byCode = facts.Rows(query.Table, query.PreviousYear)
                .Where(fact => UnitFacts.Meets(fact, query.Where) && fact.Text(tree.KeyField).Length > 0)
                .GroupBy(fact => fact.Text(tree.KeyField));
            foreach (var code in byCode)
            {
                if (CellValues.Figure(column, code.Sum(fact => fact.Number(query.Field) ?? 0m)) is not { } value) continue;
                if (!rows.TryGetValue(code.Key, out var cells)) rows[code.Key] = cells = [];
                cells[column.Id] = value;
            }
        }

        return rows;
    }
}
