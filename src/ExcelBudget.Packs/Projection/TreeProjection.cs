using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Projection;

/// <summary>Code-tree rows from facts: every code with money in one of the form's columns, and the codes above it.</summary>
internal static class TreeProjection
{
    public static IEnumerable<FormRow> Rows(Pack pack, FormDefinition form, RowGroup.Tree tree, UnitFacts facts)
    {
        var codes = pack.CodeLists[tree.CodeList];
        var amounts = Leaves(form, tree, codes, facts);
        var all = amounts.Keys.Concat(amounts.Keys.SelectMany(codes.Ancestors)).Distinct().Order(StringComparer.Ordinal);
        foreach (var code in all.Where(code => tree.DepthOf(code, codes) >= 0 || codes.LevelOf(code) < 0))
        {
            yield return new FormRow(new RowKey(code), amounts.GetValueOrDefault(code) ?? []);
        }
    }

    private static Dictionary<string, Dictionary<ColumnId, CellValue>> Leaves(
        FormDefinition form, RowGroup.Tree tree, CodeList codes, UnitFacts facts)
    {
        var rows = new Dictionary<string, Dictionary<ColumnId, CellValue>>(StringComparer.Ordinal);
        // a computed column says by «from» which codes are listed, and enters nothing
        foreach (var column in form.Columns.Where(column => column is { From: not null, IsFigure: true } && tree.Covers(column.Id)))
        {
            var query = column.From!;
            var byCode = facts.Rows(query.Table, query.PreviousYear)
                .Where(fact => UnitFacts.Meets(fact, query.Where) && fact.Text(tree.KeyField).Length > 0)
                .GroupBy(fact => Printed(fact.Text(tree.KeyField), tree, codes));
            foreach (var code in byCode)
            {
                if (CellValues.Figure(column, code.Sum(fact => fact.Number(query.Field) ?? 0m)) is not { } value) continue;
                if (!rows.TryGetValue(code.Key, out var cells)) rows[code.Key] = cells = [];
                if (column.Compute is null) cells[column.Id] = value;
            }
        }

        return rows;
    }

    /// <summary>The code under which a form counts money: that of its lowest level, for a form that prints 类 alone.</summary>
    private static string Printed(string code, RowGroup.Tree tree, CodeList codes) =>
        codes.LevelOf(code) > tree.LeafDepth ? code[..codes.LevelLengths[tree.LeafDepth]] : code;
}
