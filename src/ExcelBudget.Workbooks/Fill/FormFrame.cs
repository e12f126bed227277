using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Layout;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>What stands around a form's region: second line, {year} in headings, the note of an empty form, the visible code.</summary>
internal sealed class FormFrame
{
    private readonly Dictionary<int, RowContents> _contents = [];

    public FormFrame(
        WorkbookTemplate template, SheetTemplate sheet, FormLayout form, BudgetFigures figures, BookLayout layout,
        WorkbookIdentity identity, CellContent? status)
    {
        var slots = new FormSlots(form.Form, figures.Budget.Identity);
        var second = template.Area(TemplateNames.SecondLine(form.Form.Id));
        var cells = SecondLineCells.Of(
            [.. Enumerable.Range(second.FirstColumn, second.LastColumn - second.FirstColumn + 1)
            .Select(column => Math.Round(sheet.WidthOf(column), 0))]);
        for (var part = 0; part < Math.Min(3, form.Form.SecondLine.Count); part++)
        {
            Put(second.FirstRow, second.FirstColumn + cells[part].First - 1, new CellContent.Text(slots.Fill(form.Form.SecondLine[part])));
        }

        if (form.Form.PrintedTitle is { } title)
        {
            var at = template.Area(TemplateNames.Title(form.Form.Id));
            Put(at.FirstRow, at.FirstColumn, new CellContent.Text(slots.Fill(title)));
        }

        if (form.Form.NumberLine is { } number && template.Areas.TryGetValue(TemplateNames.NumberLine(form.Form.Id), out var above))
            Put(above.FirstRow, above.FirstColumn, new CellContent.Text(slots.Fill(number)));
        Headings(template, form, slots);
        if (form.Form.EmptyNote is { } note) EmptyNote(template.Area(TemplateNames.EmptyNote(form.Form.Id)), form, slots.Fill(note),
            figures, layout);
        FootNotes(template, form, slots);
        if (status is not null && template.Areas.TryGetValue(TemplateNames.Status(form.Form.Id), out var state))
            Put(state.FirstRow, state.FirstColumn, status);
        var code = template.Area(TemplateNames.Code(form.Form.Id));
        Put(code.FirstRow, code.FirstColumn, new CellContent.Text(identity.VisibleCode));
    }

    /// <summary>A row outside the region.</summary>
    public OutputRow Row(int templateRow) => new(templateRow, _contents.GetValueOrDefault(templateRow) ?? RowContents.None);

    /// <summary>Headings with slots in them, such as «{year}年预留…».</summary>
    private void Headings(WorkbookTemplate template, FormLayout form, FormSlots slots)
    {
        if (!template.Areas.TryGetValue(TemplateNames.Columns(form.Form.Id), out var columns)) return;
        var depth = form.Form.Columns.Max(column => column.Groups.Count) + 1;
        var top = columns.FirstRow - depth + (form.Form.PrintsColumnNumbers ? 0 : 1);
        for (var index = 0; index < form.Form.Columns.Count; index++)
        {
            var column = form.Form.Columns[index];
            if (column.Title.Contains('{', StringComparison.Ordinal))
                Put(top + column.Groups.Count, columns.FirstColumn + index, new CellContent.Text(slots.Fill(column.Title)));
            for (var level = 0; level < column.Groups.Count; level++)
            {
                // a merged heading stands in its first column
                if (column.Groups[level].Contains('{', StringComparison.Ordinal) && !SharesGroup(form.Form, index, level))
                    Put(top + level, columns.FirstColumn + index, new CellContent.Text(slots.Fill(column.Groups[level])));
            }
        }
    }

    private static bool SharesGroup(FormDefinition form, int index, int level) => index > 0
        && form.Columns[index - 1].Groups.Count > level
        && form.Columns[index - 1].Groups.Take(level + 1).SequenceEqual(form.Columns[index].Groups.Take(level + 1));

    /// <summary>Notes with slots in them; others stand in the template.</summary>
    private void FootNotes(WorkbookTemplate template, FormLayout form, FormSlots slots)
    {
        var code = template.Area(TemplateNames.Code(form.Form.Id));
        for (var index = 0; index < form.Form.FootNotes.Count; index++)
        {
            if (form.Form.FootNotes[index].Contains('{', StringComparison.Ordinal))
                Put(code.FirstRow - form.Form.FootNotes.Count + index, code.FirstColumn,
                    new CellContent.Text(slots.Fill(form.Form.FootNotes[index])));
        }
    }

    /// <summary>The note shows by itself while the form has no figure and goes away when one is typed.</summary>
    private void EmptyNote(NamedArea area, FormLayout form, string note, BudgetFigures figures, BookLayout layout)
    {
        var columns = form.Form.Columns.Where(column => column is { Kind: CellKind.Amount, Compute: null }).ToArray();
        var (first, last) = form.Region;
        var figuresOfForm =
            string.Join(',',
            columns.Select(
            column => SheetReference.Fixed(first, layout.ColumnOf(form.Form, column.Id), last, layout.ColumnOf(form.Form, column.Id))));
        var isEmpty = figures.View(form.Form)
            .Rows.All(row => columns.All(column => figures.Value(form.Form, row, column.Id).Value.Value == 0m));
        var quoted = note.Replace("\"", "\"\"", StringComparison.Ordinal);
        var formula = $"IF(AND(MAX({figuresOfForm})=0,MIN({figuresOfForm})=0),\"{quoted}\",\"\")";
        Put(area.FirstRow, area.FirstColumn, new CellContent.TextFormula(new FormulaText(formula), isEmpty ? note : ""));
    }

    private void Put(int row, int column, CellContent content)
    {
        if (!_contents.TryGetValue(row, out var cells)) _contents[row] = cells = new RowContents(column);
        cells[column] = content;
    }
}
