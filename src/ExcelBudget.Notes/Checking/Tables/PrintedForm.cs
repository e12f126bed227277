using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Tables;

/// <summary>A table of a note that prints a form: which grid column is which column of the form, and where its rows begin.</summary>
/// <param name="Table">The table.</param>
/// <param name="Form">The form.</param>
/// <param name="Columns">Grid column by column of the form.</param>
/// <param name="FirstRow">First row below the heading.</param>
internal sealed record PrintedForm(NoteTable Table, FormDefinition Form, IReadOnlyDictionary<FormColumn, int> Columns, int FirstRow)
{
    private const int RowsAboveHeading = 4;

    /// <summary>Finds the columns by 栏次, by their number, or by their headings; null when they cannot be told.</summary>
    public static PrintedForm? Of(NoteTable table, FormDefinition form, BudgetIdentity identity)
    {
        form = form.AsPrinted;
        var slots = new FormSlots(form, identity);
        var titles = form.Columns.SelectMany(column => column.Groups.Append(column.Title))
            .Select(title => PlainText.Label(slots.Fill(title))).ToHashSet(StringComparer.Ordinal);
        var first = 0;
        for (var row = 0; row < Math.Min(table.Rows.Count, form.Columns.Max(column => column.Groups.Count) + 2 + RowsAboveHeading); row++)
        {
            if (ByNumbers(table.Rows[row], form) is { } numbered) return new PrintedForm(table, form, numbered, row + 1);
            if (IsHeading(table.Rows[row], titles)) first = row + 1;
        }

        var columns = table.Width == form.Columns.Count ? ByPlace(form.Columns)
            : table.Width == form.Columns.Count(column => !column.IsRowNumber)
                ? ByPlace([.. form.Columns.Where(column => !column.IsRowNumber)])
            : ByTitles(table, form, slots, first);
        return columns is null ? null : new PrintedForm(table, form, columns, first);
    }

    /// <summary>The cell of a row that stands in a column; null when the row has none there.</summary>
    public NoteCell? Cell(IReadOnlyList<NoteCell> row, FormColumn column) =>
        Columns.TryGetValue(column, out var at) ? row.FirstOrDefault(cell => cell.Column <= at && at < cell.Column + cell.Span) : null;

    private static bool IsHeading(IReadOnlyList<NoteCell> row, HashSet<string> titles)
    {
        var words = row.Select(cell => PlainText.Label(cell.Text)).Where(text => text.Length > 0).ToArray();
        return words.Length > 1 ? words.Count(titles.Contains) * 2 > words.Length : words.Length == 1 && titles.Contains(words[0])
            && row.Count > 1;
    }

    private static Dictionary<FormColumn, int>? ByNumbers(IReadOnlyList<NoteCell> row, FormDefinition form)
    {
        var numbered = form.Columns.Where(column => column.IsNumbered).ToArray();
        if (!form.PrintsColumnNumbers || (numbered.Length < 3 && !IsNumberRow(row))) return null;
        var cells = row.Where(cell => cell.Text.Trim().Length > 0 && cell.Text.Trim().All(char.IsAsciiDigit)).ToArray();
        if (!cells.Select(cell => cell.Text.Trim()).SequenceEqual(numbered.Select(column => column.Id.Value))) return null;
        var columns = numbered.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Column);
        if (form.Columns[0].IsRowNumber && cells[0].Column > 0) columns[form.Columns[0]] = 0;
        for (var index = 0; index < form.Columns.Count; index++)
        {
            // a column without a number stands beside its neighbour
            var place = index == 0 ? 0 : columns.TryGetValue(form.Columns[index - 1], out var left) ? left + 1 : -1;
            if (!form.Columns[index].IsRowNumber && place >= 0 && !columns.ContainsValue(place))
                columns.TryAdd(form.Columns[index], place);
        }

        return columns;
    }

    private static bool IsNumberRow(IReadOnlyList<NoteCell> row) =>
        row.FirstOrDefault(cell => cell.Text.Trim().Length > 0) is { } first && PlainText.Label(first.Text) == "栏次";

    private static Dictionary<FormColumn, int> ByPlace(IReadOnlyList<FormColumn> columns) =>
        columns.Select((column, at) => (column, at)).ToDictionary(pair => pair.column, pair => pair.at);

    private static Dictionary<FormColumn, int>? ByTitles(NoteTable table, FormDefinition form, FormSlots slots, int first)
    {
        var columns = new Dictionary<FormColumn, int>();
        var taken = new HashSet<int>();
        foreach (var column in form.Columns)
        {
            var title = PlainText.Label(slots.Fill(column.Title));
            var cell = table.Rows.Take(first).SelectMany(row => row)
                .Where(cell => cell.Span == 1 && PlainText.Label(cell.Text) == title && !taken.Contains(cell.Column))
                .OrderBy(cell => cell.Column).FirstOrDefault();
            if (cell is null) continue;
            columns[column] = cell.Column;
            taken.Add(cell.Column);
        }

        return form.Columns.Where(column => column.IsFigure).All(columns.ContainsKey) ? columns : null;
    }
}
