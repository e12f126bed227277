using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Codes;
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
        var codes = writer.Figures.Book.Codes(form);
        var cells = new List<string[]>(rows.Count);
        var hasFigure = false;
        foreach (var row in rows)
        {
            var printed = new string[form.Columns.Count];
            for (var index = 0; index < printed.Length; index++)
            {
                printed[index] = Cell(writer, form, row, form.Columns[index], codes, cells.Count + 1);
                hasFigure |= form.Columns[index].IsFigure && IsFilled(writer, form, row, form.Columns[index]);
            }

            cells.Add(printed);
        }

        var isDeclaredEmpty = form.EmptyNote is not null && !hasFigure && rows.All(row => row.Fixed is not null)
            && form.Rows.Any(group => group is not RowGroup.Fixed);
        if (cells.Count == 0 || isDeclaredEmpty) cells = [[.. form.Columns.Select(_ => "")]];
        return new TableContent(cells, hasFigure);
    }

    private static string Cell(NoteWriter writer, FormDefinition form, RowView row, FormColumn column, CodeList? codes, int number)
    {
        if (column.IsRowNumber) return number.ToString(CultureInfo.InvariantCulture);
        if (row.Fixed?.Labels.TryGetValue(column.Id, out var label) == true)
            return new FormSlots(form, writer.Figures.Budget.Identity).Fill(label);
        if (column.IsFigure) return Figure(writer, form, row, column);
        if (row.Row?.Text(column.Id.Value) is { Length: > 0 } text) return text;
        if (row.Code is not { } code || codes is null) return "";
        return column.Id == form.Tree!.Column ? code : column.Kind == CellKind.CodeName ? codes.NameOf(code) ?? "" : "";
    }

    /// <summary>True for a figure that is not zero, and for one that cannot be told: a form may print zeros.</summary>
    private static bool IsFilled(NoteWriter writer, FormDefinition form, RowView row, FormColumn column) =>
        BudgetFigures.SpecOf(form, row, column).Role != CellRole.Blank
        && writer.Figures.Value(form, row, column.Id) is not { IsKnown: true, Value.Value: 0m };

    private static string Figure(NoteWriter writer, FormDefinition form, RowView row, FormColumn column)
    {
        if (BudgetFigures.SpecOf(form, row, column).Role == CellRole.Blank) return "";
        var figure = writer.Figures.Value(form, row, column.Id);
        return figure.Unknown is { } reason ? writer.Missing(reason) : form.Printed(column, figure.Value);
    }
}
