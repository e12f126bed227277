using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tables;

/// <summary>What a generated table prints below its heading.</summary>
/// <param name="Cells">Words by row and column; zero as the form prints it.</param>
/// <param name="HasFigure">True when any figure is not zero.</param>
internal sealed record TableContent(IReadOnlyList<string[]> Cells, bool HasFigure)
{
    /// <summary>The rows of a form. An empty form that declares itself so prints one blank row, as does one without rows.</summary>
    public static TableContent Of(NoteWriter writer, FormDefinition form, IReadOnlyList<RowView> rows)
    {
        var labels = form.Parts.Prepend(form).ToDictionary(one => one.Id, one => new PrintedLabels(
            writer.Figures.View(one), writer.Figures.Book.Codes(one), new FormSlots(one, writer.Figures.Budget.Identity)));
        var cells = new List<string[]>(rows.Count);
        var hasFigure = false;
        var lines = rows.Any(row => row.Group is { Stretch: > 0 }) ? PrintedRows.Of(rows)
            : [.. rows.Select(row => (IReadOnlyList<RowView>)[row])];
        foreach (var line in lines)
        {
            var printed = new string[form.Columns.Count];
            for (var index = 0; index < printed.Length; index++)
            {
                var column = form.Columns[index];
                var row = line.FirstOrDefault(row => row.Covers(column.Id));
                var own = row is null ? form : PrintedRows.FormOf(form, row);
                printed[index] = column.IsRowNumber ? (cells.Count + 1).ToString(CultureInfo.InvariantCulture)
                    : row is null ? "" : Cell(writer, own, row, column, labels[own.Id]);
                hasFigure |= row is not null && column.IsFigure && IsFilled(writer, own, row, column);
            }

            cells.Add(printed);
        }

        var isDeclaredEmpty = form.EmptyNote is not null && !hasFigure && rows.All(row => row.Fixed is not null)
            && form.AllRows.Any(group => group is not RowGroup.Fixed);
        if (cells.Count == 0 || isDeclaredEmpty) cells = [[.. form.Columns.Select(_ => "")]];
        return new TableContent(cells, hasFigure);
    }

    private static string Cell(NoteWriter writer, FormDefinition form, RowView row, FormColumn column, PrintedLabels labels)
    {
        if (row.Fixed is not null && labels.Of(row, column) is { } label) return label;
        if (column.IsFigure) return Figure(writer, form, row, column);
        return row.Row?.Text(column.Id.Value) is { Length: > 0 } text ? labels.Own(row, column, text) : labels.Of(row, column) ?? "";
    }

    /// <summary>True for a figure that is not zero, and for one that cannot be told: a form may print zeros.</summary>
    private static bool IsFilled(NoteWriter writer, FormDefinition form, RowView row, FormColumn column) =>
        BudgetFigures.SpecOf(form, row, column).Role != CellRole.Blank
        && writer.Figures.Value(form, row, column.Id) is not { IsKnown: true, Value.Value: 0m };

    private static string Figure(NoteWriter writer, FormDefinition form, RowView row, FormColumn column)
    {
        if (BudgetFigures.SpecOf(form, row, column).Role == CellRole.Blank) return "";
        var figure = writer.Figures.Value(form, row, column.Id);
        if (column.WithoutBase is { } word && writer.Figures.IsWithoutBase(form, row, column)) return word;
        return figure.Unknown is { } reason ? writer.Missing(reason) : form.Printed(column, figure.Value);
    }
}
