using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Projection;

/// <summary>One form from the facts of a unit.</summary>
internal static class FormProjection
{
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
                    rows.AddRange(Listed(form, facts.Rows(DatasetTables.Projects), (project,
                        index) => RowKeys.OfProject(project.Text(DatasetFields.ProjectCode), index)));
                    break;
            }
        }

        if (IsInner(pack, form)) rows.AddRange(Inner(form, facts));
        return new FormContent(form.Id, RowKeys.MakeUnique(rows));
    }

    private static bool IsInner(Pack pack, FormDefinition form) => pack.Forms.Any(other => other.Blocks?.Inner == form.Id);

    private static FormRow Fixed(FormDefinition form, RowGroup.Fixed row, UnitFacts facts)
    {
        var cells = new Dictionary<ColumnId, CellValue>();
        foreach (var (columnId, where) in row.Entered)
        {
            var column = form.Column(columnId)!;
            var query = column.From!.And(where);
            if (row.Table is { } table) query = query with { Table = table };
            if (CellValues.Figure(column, facts.Sum(query)) is { } value) cells[columnId] = value;
        }

        foreach (var (columnId, query) in row.EnteredTexts)
        {
            if (facts.Rows(query.Table).Where(fact => UnitFacts.Meets(fact, query.Where))
                .Select(fact => CellValues.Text(fact.Text(query.Field))).FirstOrDefault() is { } text) cells[columnId] = text;
        }

        return new FormRow(row.Key, cells);
    }

    private static IEnumerable<FormRow> Listed(FormDefinition form, IReadOnlyList<DatasetRow> facts, Func<DatasetRow, int, string> key) =>
        facts.Select((fact, index) => new FormRow(new RowKey(key(fact, index + 1)), CellValues.Of(form, fact)));

    private static IEnumerable<FormRow> Listed(FormDefinition form, RowGroup.List list, UnitFacts facts)
    {
        var owned = new Dictionary<string, int>(StringComparer.Ordinal);
        return facts.Rows(list.Table).Select((fact, index) =>
        {
            var cells = CellValues.Of(form, PrintedTarget.Complete(fact));
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
    private static IEnumerable<FormRow> Inner(FormDefinition form, UnitFacts facts)
    {
        var table = form.Columns.First(column => column.From is not null).From!.Table;
        var byProject = facts.Rows(table).ToLookup(fact => fact.Text(DatasetFields.ProjectCode));
        var index = 0;
        foreach (var project in facts.Rows(DatasetTables.Projects))
        {
            index++;
            var owner = RowKeys.OfProject(project.Text(DatasetFields.ProjectCode), index);
            var number = 0;
            foreach (var fact in byProject[project.Text(DatasetFields.ProjectCode)])
            {
                number++;
                yield return new FormRow(RowKeys.OfInner(new RowKey(owner), number), CellValues.Of(form, PrintedTarget.Complete(fact)));
            }
        }
    }
}
