using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Template;

/// <summary>
/// Written once for each row that selectors take and that has a figure this year or last: an item for every 项. Inside, 本行 is the row.
/// </summary>
/// <param name="frame">Look of the separator.</param>
/// <param name="form">The form.</param>
/// <param name="rows">Which rows.</param>
/// <param name="separator">Stands between what two rows write; empty for paragraphs.</param>
internal sealed class CodesSegment(RunFrame frame, FormDefinition form, IReadOnlyList<RowSelector> rows, string separator) : GroupSegment
{
    public override void Write(NoteWriter writer)
    {
        var outer = (writer.Row, writer.RowNumber);
        writer.RowNumber = 0;
        var isFirst = true;
        foreach (var row in RowsOf(writer.Figures))
        {
            (writer.Row, writer.RowNumber) = (new RowContext(form, row, null), writer.RowNumber + 1);
            var start = writer.Length;
            if (!isFirst && separator.Length > 0) writer.Run(frame, separator);
            var content = writer.Length;
            WriteInner(writer);
            if (writer.Length == content) writer.CutBackTo(start);
            else isFirst = false;
        }

        (writer.Row, writer.RowNumber) = outer;
    }

    private IEnumerable<RowView> RowsOf(BudgetFigures figures) => rows
        .SelectMany(selector => figures.Selection.Rows(form, selector, default)).Distinct()
        .Where(row => form.Columns.Any(column => column.IsFigure && figures.Value(form, row, column.Id).Value.Value != 0m));
}

/// <summary>Names of the rows that have a figure: «办公费、水费、差旅费».</summary>
/// <param name="frame">Look of the words.</param>
/// <param name="cells">The cells whose rows are named.</param>
/// <param name="separator">Stands between two names.</param>
internal sealed class NamesSegment(RunFrame frame, Expression.Cells cells, string separator) : Segment
{
    public override void Write(NoteWriter writer)
    {
        var names = writer.Figures.CellsOf(cells, writer.Row)
            .Where(cell => writer.Figures.Value(cells.Form, cell.Row, cell.Column).Value.Value != 0m)
            .Select(cell => RowNames.Of(writer.Figures, cells.Form, cell.Row, cell.Column)).Distinct().ToArray();
        if (names.Length > 0) writer.Run(frame, string.Join(separator, names));
    }
}

/// <summary>The words of a text cell; a gap when nobody wrote them.</summary>
/// <param name="frame">Look of the words.</param>
/// <param name="cells">The cell.</param>
internal sealed class CellTextSegment(RunFrame frame, Expression.Cells cells) : Segment
{
    public override void Write(NoteWriter writer)
    {
        var text = RowNames.CellsOf(writer.Figures, cells, writer.Row).Select(cell => cell.Row.Row?.Text(cell.Column.Value) ?? "")
            .FirstOrDefault(words => words.Length > 0)?.TrimEnd('。', '．', '.', '；', ';', ' ') ?? "";
        if (text.Length > 0) writer.Run(frame, text);
        else writer.Gap(frame, Missing(writer), PlaceOf(writer));
    }

    /// <summary>The cell of a row that is there but says nothing; a row that is missing has none.</summary>
    private CellAddress? PlaceOf(NoteWriter writer) => RowNames.CellsOf(writer.Figures, cells, writer.Row)
        .Where(cell => cell.Row.Row is not null)
        .Select(cell => (CellAddress?)new CellAddress(cells.Form.Id, cell.Row.Key, cell.Column)).FirstOrDefault();

    private string Missing(NoteWriter writer)
    {
        var column = cells.Columns is ColumnSelector.One one ? cells.Form.Column(one.Column)!.Title : cells.Form.Title;
        return writer.Row.Row is { } row ? $"“{RowNames.Of(writer.Figures, writer.Row.Form!, row, null)}”的{column}" : column;
    }
}

/// <summary>What rows are called in sentences: the name of a code, a label without its ordinal.</summary>
internal static class RowNames
{
    /// <summary>The name of a row.</summary>
    /// <param name="figures">The budget.</param>
    /// <param name="form">The form.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column that is spoken of, where a row has several labels; null for any.</param>
    public static string Of(BudgetFigures figures, FormDefinition form, RowView row, ColumnId? column)
    {
        if (row.Fixed is not { } declared) return NameOf(figures, form, row) ?? row.Code ?? row.Key.Value;
        var at = column is { } spoken ? form.IndexOf(spoken) : int.MaxValue;
        var label = declared.Labels.OrderBy(pair => form.IndexOf(pair.Key)).LastOrDefault(pair => form.IndexOf(pair.Key) <= at).Value
            ?? declared.Labels.Values.FirstOrDefault() ?? declared.Key.Value;
        return Ordinals.Strip(FormNames.Normalise(label));
    }

    /// <summary>The name of a code; that of a unit stands beside it in the row.</summary>
    private static string? NameOf(BudgetFigures figures, FormDefinition form, RowView row) =>
        figures.Book.Codes(form)?.NameOf(row.Code ?? "") ?? form.Columns.Where(column => column.Kind == CellKind.CodeName)
            .Select(column => row.Row?.Text(column.Id.Value)).FirstOrDefault(name => name is { Length: > 0 });

    /// <summary>The cells of a set; a list may name its rows by codes, as reasons do, and is then found by that of 本行.</summary>
    public static IEnumerable<(RowView Row, ColumnId Column)> CellsOf(BudgetFigures figures, Expression.Cells cells, RowContext row)
    {
        if (cells is not { Rows: RowSelector.This, Columns: ColumnSelector.One one } || row.Row is not { Code: { } code }
            || cells.Form.Tree is not null || cells.Form == row.Form) return figures.CellsOf(cells, row);
        return figures.View(cells.Form)[new RowKey(code)] is { } keyed ? [(keyed, one.Column)] : figures.CellsOf(cells, row);
    }

    /// <summary>The name of the level of a code above, or of the code itself: 类, 款, 项.</summary>
    public static string OfLevel(BudgetFigures figures, RowContext row, int depth)
    {
        if (row.Row?.Code is not { } code || row.Form is not { } form || figures.Book.Codes(form) is not { } codes) return "";
        var level = codes.UnitLength > 0 ? depth + 1 : depth;
        if (level >= codes.LevelLengths.Count) return "";
        var length = codes.LevelLengths[level];
        return code.Length < length ? "" : codes.NameOf(code[..length]) ?? code[..length];
    }
}

/// <summary>How a figure stands against last year's, as both are printed.</summary>
internal enum YearCase
{
    /// <summary>More than last year.</summary>
    Up,

    /// <summary>Less than last year, but not nothing.</summary>
    Down,

    /// <summary>As much as last year.</summary>
    Same,

    New,

    Gone,

    /// <summary>Nothing in either year.</summary>
    Nil,
}

/// <summary>Tells the case of two figures.</summary>
internal static class YearCases
{
    /// <summary>The kinds of tags by case: «up:C5[本行,小计];C5[本行,执行数]».</summary>
    public static readonly IReadOnlyDictionary<string, YearCase> Kinds = new Dictionary<string, YearCase>(StringComparer.Ordinal)
    {
        ["up"] = YearCase.Up,
        ["down"] = YearCase.Down,
        ["same"] = YearCase.Same,
        ["new"] = YearCase.New,
        ["gone"] = YearCase.Gone,
        ["nil"] = YearCase.Nil,
    };

    /// <summary>The case of this year's figure against last year's.</summary>
    public static YearCase Of(NoteWriter writer, Expression now, Expression last, AmountFormat amounts)
    {
        var current = SentenceAmounts.Rounded(writer.Figures.Evaluate(now, writer.Row).Value, amounts);
        var before = SentenceAmounts.Rounded(writer.Figures.Evaluate(last, writer.Row).Value, amounts);
        return (current, before) switch
        {
            (0m, 0m) => YearCase.Nil,
            (_, 0m) => YearCase.New,
            (0m, _) => YearCase.Gone,
            _ when current == before => YearCase.Same,
            _ => current > before ? YearCase.Up : YearCase.Down,
        };
    }
}
