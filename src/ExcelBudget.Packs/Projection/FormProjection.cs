using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Projection;

/// <summary>One form from the facts of a unit.</summary>
internal static class FormProjection
{
    // by form and row as they are declared: a row may be shared by forms whose columns differ
    private static readonly ConditionalWeakTable<FormDefinition, ConcurrentDictionary<RowGroup, (FormColumn, FactQuery)[]>> Asked = [];

    public static FormContent Project(Pack pack, FormDefinition form, UnitFacts facts)
    {
        var rows = new List<FormRow>();
        foreach (var group in form.Rows)
        {
            switch (group)
            {
                case RowGroup.Fixed declared:
                    var row = Fixed(form, declared, facts);
                    if (row.Cells.Count > 0) rows.Add(row);
                    break;
                case RowGroup.Tree tree:
                    rows.AddRange(TreeProjection.Rows(pack, form, tree, facts));
                    break;
                case RowGroup.List list:
                    rows.AddRange(Listed(form, list, facts));
                    break;
                case RowGroup.Texts texts:
                    rows.AddRange(Texts(form, texts, facts));
                    break;
                case RowGroup.Blocks:
                    rows.AddRange(facts.Rows(DatasetTables.Projects).Select((fact, index) =>
                        new FormRow(KeyOf(form, fact, index + 1), CellValues.Of(form, fact, table => facts.Joined(fact, table)))));
                    break;
            }
        }

        if (pack.Forms.FirstOrDefault(other => other.Blocks?.Inner == form.Id) is { } blocks) rows.AddRange(Inner(form, blocks, facts));
        return new FormContent(form.Id, RowKeys.MakeUnique(form.List is null ? rows : OnceForEach(form, rows)));
    }

    /// <summary>A figure of a merged cell counts once, in the first of its rows.</summary>
    private static List<FormRow> OnceForEach(FormDefinition form, List<FormRow> rows)
    {
        var figures = form.Columns.Where(column => column is { IsMerged: true, IsFigure: true }).ToArray();
        if (figures.Length == 0) return rows;
        var merged = form.Columns.Where(column => column is { IsMerged: true, IsFigure: false }).ToArray();
        return [.. rows.Select((row, index) => index == 0 ? row : new FormRow(row.Key, row.Cells.Where(cell =>
            Array.TrueForAll(figures, figure => figure.Id != cell.Key || merged.Any(column =>
                form.IndexOf(column.Id) < form.IndexOf(figure.Id) && row[column.Id] != rows[index - 1][column.Id])))
            .ToDictionary(cell => cell.Key, cell => cell.Value)))];
    }

    private static FormRow Fixed(FormDefinition form, RowGroup.Fixed row, UnitFacts facts)
    {
        var cells = new Dictionary<ColumnId, CellValue>();
        foreach (var (column, query) in AskedOf(form, row))
        {
            if (CellValues.Figure(column, facts.Sum(query)) is { } value) cells[column.Id] = value;
        }

        foreach (var (columnId, query) in row.EnteredTexts)
        {
            if (facts.Rows(query.Table).Where(fact => UnitFacts.Meets(fact, query.Where))
                .Select(fact => CellValues.Text(fact.Text(query.Field))).FirstOrDefault() is { } text) cells[columnId] = text;
        }

        return new FormRow(row.Key, cells);
    }

    /// <summary>What the entered cells of a fixed row are asked of the facts, the same for all units.</summary>
    private static (FormColumn Column, FactQuery Query)[] AskedOf(FormDefinition form, RowGroup.Fixed row)
    {
        var rows = Asked.GetValue(form, static _ => new(ReferenceEqualityComparer.Instance));
        if (rows.TryGetValue(row, out var known)) return known;
        return rows[row] = [.. row.Entered.Select(cell =>
        {
            var column = form.Column(cell.Key)!;
            var query = column.From!.And(cell.Value);
            return (column, row.Table is { } table ? query with { Table = table } : query);
        })];
    }

    /// <summary>A project is known by what stands first in its block: its code, or its name where no code is printed.</summary>
    private static RowKey KeyOf(FormDefinition blocks, DatasetRow project, int place)
    {
        var field = blocks.Columns[0].From?.Field ?? DatasetFields.ProjectCode;
        return new RowKey(RowKeys.OfProject(CellValues.Text(project.Text(field))?.Value ?? "", place));
    }

    private static IEnumerable<FormRow> Listed(FormDefinition form, RowGroup.List list, UnitFacts facts)
    {
        var owned = new Dictionary<string, int>(StringComparer.Ordinal);
        return facts.Rows(list.Table).Select((fact, index) =>
        {
            var cells = CellValues.Of(form, PrintedTarget.Complete(fact), table => facts.Joined(fact, table));
            return new FormRow(RowKeys.OfListed(list, column => cells.GetValueOrDefault(column)?.AsText(), index + 1, owned), cells);
        });
    }

    private static IEnumerable<FormRow> Texts(FormDefinition form, RowGroup.Texts texts, UnitFacts facts)
    {
        foreach (var section in texts.Sections)
        {
            var paragraphs = facts.Rows(DatasetTables.Narrative).Where(fact => fact[DatasetFields.Section].Is(section.Id))
                .Select(fact => fact.Text(DatasetFields.Text));
            var text = CellValues.Text(string.Join('\n', paragraphs))?.Value ?? "";
            if (text.Length > 0) yield return new FormRow(new RowKey(section.Id), new Dictionary<ColumnId,
                CellValue>
            { [form.Columns[0].Id] = new CellValue.Text(text) });
        }
    }

    /// <summary>Indicator rows in the order of their projects, numbered within each.</summary>
    private static IEnumerable<FormRow> Inner(FormDefinition form, FormDefinition blocks, UnitFacts facts)
    {
        var table = form.Columns.First(column => column.From is not null).From!.Table;
        var byProject = facts.Rows(table).ToLookup(fact => fact.Text(DatasetFields.ProjectCode));
        var index = 0;
        foreach (var project in facts.Rows(DatasetTables.Projects))
        {
            index++;
            var owner = KeyOf(blocks, project, index);
            var number = 0;
            foreach (var fact in byProject[project.Text(DatasetFields.ProjectCode)])
            {
                number++;
                yield return new FormRow(RowKeys.OfInner(owner, number), CellValues.Of(form, PrintedTarget.Complete(fact)));
            }
        }
    }
}
