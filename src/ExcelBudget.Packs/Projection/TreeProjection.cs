using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Projection;

/// <summary>Code-tree rows from facts: every code with money in one of the form's columns, and the codes above it.</summary>
internal static class TreeProjection
{
    public static IEnumerable<FormRow> Rows(Pack pack, FormDefinition form, RowGroup.Tree tree, UnitFacts facts)
    {
        var codes = pack.CodeLists[tree.CodeList];
        var items = new TreeItems(tree, codes);
        var amounts = Leaves(form, tree, codes, facts, items);
        var all = amounts.Keys.Concat(amounts.Keys.SelectMany(codes.Ancestors)).Distinct().Order(StringComparer.Ordinal);
        foreach (var code in all.Where(code => tree.DepthOf(code, codes) >= 0 || codes.LevelOf(code) < 0))
        {
            var cells = amounts.GetValueOrDefault(code) ?? [];
            if (tree.UnitNames is { } names && codes.UnitLength > 0 && codes.LevelOf(code) == 0)
                AddName(form, tree, cells, NameOf(tree, names, code, facts));
            if (items.NameOf(code) is { } item) AddName(form, tree, cells, CellValues.Text(item));
            AddMapped(form, tree, codes, code, facts, cells);
            yield return new FormRow(new RowKey(code), cells);
        }
    }

    private static Dictionary<string, Dictionary<ColumnId, CellValue>> Leaves(
        FormDefinition form, RowGroup.Tree tree, CodeList codes, UnitFacts facts, TreeItems items)
    {
        var rows = new Dictionary<string, Dictionary<ColumnId, CellValue>>(StringComparer.Ordinal);
        // a computed column says by «from» which codes are listed, and enters nothing
        foreach (var column in form.Columns.Where(column => column is { From: not null, IsFigure: true } && tree.Covers(column.Id)))
        {
            var query = column.From!;
            var byCode = facts.Rows(query.Table, query.PreviousYear)
                .Where(fact => UnitFacts.Meets(fact, query.Where) && HasKey(fact, tree))
                .GroupBy(fact => items.CodeOf(fact) ?? Printed(KeyOf(fact, tree), tree, codes));
            foreach (var code in byCode)
            {
                if (CellValues.Figure(column, code.Sum(fact => fact.Number(query.Field) ?? 0m)) is not { } value) continue;
                if (!rows.TryGetValue(code.Key, out var cells)) rows[code.Key] = cells = [];
                if (column.Compute is null) cells[column.Id] = value;
            }
        }

        return rows;
    }

    private static string KeyOf(DatasetRow fact, RowGroup.Tree tree) =>
        tree.KeyFields is [var only] ? fact.Text(only) : string.Concat(tree.KeyFields.Select(fact.Text));

    private static bool HasKey(DatasetRow fact, RowGroup.Tree tree) => tree.KeyFields.All(field => fact.Text(field).Length > 0);

    /// <summary>A unit's name stands beside its code: no list knows it.</summary>
    private static CellValue.Text? NameOf(RowGroup.Tree tree, FactQuery names, string code, UnitFacts facts) =>
        facts.Rows(names.Table).FirstOrDefault(fact => fact.Text(tree.KeyField) == code) is { } named
            ? CellValues.Text(named.Text(names.Field)) : null;

    private static void AddName(FormDefinition form, RowGroup.Tree tree, Dictionary<ColumnId, CellValue> cells, CellValue? name)
    {
        if (name is null) return;
        foreach (var column in form.Columns.Where(column => column.Kind == CellKind.CodeName && tree.Covers(column.Id)))
            cells[column.Id] = name;
    }

    /// <summary>What follows from the code of the row in a second classification, by the nature of the unit.</summary>
    private static void AddMapped(
        FormDefinition form, RowGroup.Tree tree, CodeList codes, string code, UnitFacts facts, Dictionary<ColumnId, CellValue> cells)
    {
        foreach (var column in form.Columns.Where(column => column.Map is not null && tree.Covers(column.Id)))
        {
            var fact = column.Map!.Codes.Field is { } field
                ? facts.Rows(DatasetTables.Units).Select(unit => unit.Text(field)).FirstOrDefault() ?? "" : "";
            if (code.Length > codes.UnitLength && CellValues.Text(column.Map.Of(code[codes.UnitLength..], fact)) is { } text)
                cells[column.Id] = text;
        }
    }

    /// <summary>The code under which a form counts money: that of its lowest level, for a form that prints 类 alone.</summary>
    private static string Printed(string code, RowGroup.Tree tree, CodeList codes) =>
        codes.LevelOf(code) > tree.LeafDepth ? code[..codes.LevelLengths[tree.LeafDepth]] : code;
}
