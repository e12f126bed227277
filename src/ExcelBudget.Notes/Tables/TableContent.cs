using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tables;

/// <summary>What a generated table prints below its heading.</summary>
/// <param name="Cells">Words by row and column; zero as the form prints it. Of a draft figures are not put into words.</param>
/// <param name="HasFigure">True when any figure is not zero.</param>
internal sealed record TableContent(IReadOnlyList<string[]> Cells, bool HasFigure)
{
    /// <summary>The rows of a form. An empty form that declares itself so prints one blank row, as does one without rows.</summary>
    public static TableContent Of(NoteWriter writer, FormDefinition form, IReadOnlyList<RowView> rows)
    {
        var cells = new List<string[]>(rows.Count);
        var hasFigure = false;
        var hasParts = form.Parts.Any();
        if (rows.Any(row => row.Group is { Stretch: > 0 }))
        {
            foreach (var line in PrintedRows.Of(rows)) cells.Add(Line(writer, form, line, hasParts, cells.Count + 1, ref hasFigure));
        }
        else
        {
            foreach (var row in rows) cells.Add(Line(writer, form, [row], hasParts, cells.Count + 1, ref hasFigure));
        }

        var isDeclaredEmpty = form.EmptyNote is not null && !hasFigure && rows.All(row => row.Fixed is not null)
            && form.AllRows.Any(group => group is not RowGroup.Fixed);
        if (cells.Count == 0 || isDeclaredEmpty) cells = [[.. form.Columns.Select(_ => "")]];
        return new TableContent(cells, hasFigure);
    }

    private static string[] Line(
        NoteWriter writer, FormDefinition form, IReadOnlyList<RowView> line, bool hasParts, int number, ref bool hasFigure)
    {
        var printed = new string[form.Columns.Count];
        var (last, own, labels) = ((RowView?)null, form, (PrintedLabels?)null);
        for (var index = 0; index < printed.Length; index++)
        {
            var column = form.Columns[index];
            if (RowOf(line, column.Id) is not { } row)
            {
                printed[index] = column.IsRowNumber ? number.ToString(CultureInfo.InvariantCulture) : "";
                continue;
            }

            if (!ReferenceEquals(row, last))
            {
                (last, own) = (row, hasParts ? PrintedRows.FormOf(form, row) : form);
                labels = writer.LabelsOf(own);
            }

            printed[index] = Cell(writer, own, row, column, labels!, ref hasFigure);
            if (column.IsRowNumber) printed[index] = number.ToString(CultureInfo.InvariantCulture);
        }

        return printed;
    }

    private static RowView? RowOf(IReadOnlyList<RowView> line, ColumnId column)
    {
        for (var at = 0; at < line.Count; at++)
        {
            if (line[at].Covers(column)) return line[at];
        }

        return null;
    }

    private static string Cell(
        NoteWriter writer, FormDefinition form, RowView row, FormColumn column, PrintedLabels labels, ref bool hasFigure)
    {
        var figure = column.IsFigure ? Figure(writer, form, row, column) : null;
        hasFigure |= IsFilled(figure);
        if (column.IsRowNumber) return "";
        if (row.Fixed is not null && labels.Of(row, column) is { } label) return label;
        if (column.IsFigure) return figure is { } known ? Words(writer, form, row, column, known) : "";
        return row.Row?.Text(column.Id.Value) is { Length: > 0 } text
            ? labels.Own(row, column, text) : labels.Of(row, column) ?? "";
    }

    /// <summary>The figure of a cell; null where the form has none.</summary>
    private static Evaluated? Figure(NoteWriter writer, FormDefinition form, RowView row, FormColumn column) =>
        BudgetFigures.SpecOf(form, row, column).Role == CellRole.Blank ? null : writer.Figures.Value(form, row, column.Id);

    /// <summary>True for a figure that is not zero, and for one that cannot be told: a form may print zeros.</summary>
    private static bool IsFilled(Evaluated? figure) => figure is { } known && known is not { IsKnown: true, Value.Value: 0m };

    private static string Words(NoteWriter writer, FormDefinition form, RowView row, FormColumn column, Evaluated figure)
    {
        if (column.WithoutBase is { } word && writer.Figures.IsWithoutBase(form, row, column)) return word;
        if (figure.Unknown is { } reason) return writer.Missing(reason);
        return writer.IsDraft ? "" : form.Printed(column, figure.Value);
    }
}
