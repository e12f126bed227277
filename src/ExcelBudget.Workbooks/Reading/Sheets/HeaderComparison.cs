using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>Compares the headings of a form as they stand with those that were issued: the heading decides which column it is.</summary>
/// <param name="form">The form.</param>
/// <param name="sheet">Its sheet.</param>
/// <param name="from">First row that can hold headings.</param>
/// <param name="slots">Fills slots of headings.</param>
/// <param name="log">Takes what was changed.</param>
internal sealed class HeaderComparison(FormDefinition form, FlatSheet sheet, int from, FormSlots slots, ReadingLog log)
{
    private readonly (FormColumn Column, string Title, string Label)[] _columns = [.. form.Columns.Where(column => !column.IsRowNumber)
        .Select(column => (column, slots.Fill(column.Title), PlainText.Label(slots.Fill(column.Title))))];

    private const int LongestHeading = 80;

    private readonly List<(int Row, int Column, string Label)> _labels = [];
    private int _labelsTo = -1;

    /// <summary>The header with each column where its heading stands, wherever the 栏次 below says otherwise.</summary>
    public FormHeader ByHeadings(FormHeader header)
    {
        var moved = new Dictionary<ColumnId, int>(header.Columns);
        foreach (var (column, title, label) in _columns.Where(column => _columns.Count(other => other.Label == column.Label) == 1))
        {
            if (header.Columns.TryGetValue(column.Id, out var at) && ReadsAt(header, at, label)) continue;
            if (Elsewhere(header, label) is not { } place) continue;
            moved[column.Id] = place;
            if (!header.Columns.ContainsKey(column.Id)) continue;
            log.Add(HeaderFindings.NumberMoved.At(At(header.LastRow, place, column), ("title", title), ("expected", column.Id.Value)));
        }

        // two columns at one place: the one whose heading it bears
        foreach (var shared in moved.GroupBy(column => column.Value).Where(group => group.Count() > 1).ToArray())
        {
            foreach (var (id, _) in shared.Where(
                column => Array.Find(_columns, known => known.Column.Id == column.Key) is { Label: { } label }
                && !ReadsAt(header, shared.Key, label))) moved.Remove(id);
        }

        return header with { Columns = moved };
    }

    /// <summary>Reports headings that no longer read as issued, columns that are gone, stand twice or in another order.</summary>
    public void Report(FormHeader header)
    {
        foreach (var (column, title, label) in _columns)
        {
            if (!header.Columns.TryGetValue(column.Id, out var at)) ReportGone(header, column, title);
            else if (!ReadsAt(header, at, label)) ReportRenamed(header, column, title, at);
        }

        ReportOrder(header);
        ReportTwice(header);
    }

    private void ReportGone(FormHeader header, FormColumn column, string title)
    {
        var before = _columns.TakeWhile(other => other.Column != column)
            .LastOrDefault(other => header.Columns.ContainsKey(other.Column.Id));
        if (before.Column is null)
        {
            log.Add(HeaderFindings.ColumnGone.At(
                new Place(sheet.Name, new CellReference(header.LastRow, 1).ToString(), Address(column)), ("expected", title)));
            return;
        }

        var place = At(HeadingRow(header, header.Columns[before.Column.Id], before.Label), header.Columns[before.Column.Id], column);
        log.Add(HeaderFindings.ColumnGoneBeside.At(place, ("expected", title), ("left", before.Title)));
    }

    private void ReportRenamed(FormHeader header, FormColumn column, string title, int at)
    {
        var row = HeadingRow(header, at, null);
        var now = row == 0 ? "" : sheet.Text(row, at).Trim();
        var kind = now.Length == 0 ? HeaderFindings.HeadingCleared : HeaderFindings.HeadingRenamed;
        log.Add(kind.At(At(row == 0 ? header.LastRow : row, at, column), ("expected", title), ("actual", now)));
    }

    private void ReportOrder(FormHeader header)
    {
        var placed = _columns.Where(column => header.Columns.ContainsKey(column.Column.Id)).ToArray();
        for (var index = 1; index < placed.Length; index++)
        {
            var (left, right) = (header.Columns[placed[index - 1].Column.Id], header.Columns[placed[index].Column.Id]);
            if (right > left) continue;
            var place = At(HeadingRow(header, right, placed[index].Label), right, placed[index].Column);
            log.Add(HeaderFindings.ColumnMoved.At(place, ("title", placed[index].Title), ("left", placed[index - 1].Title)));
            return;
        }
    }

    private void ReportTwice(FormHeader header)
    {
        foreach (var (column, title, label) in _columns.Where(column => _columns.Count(other => other.Label == column.Label) == 1))
        {
            if (!header.Columns.TryGetValue(column.Id, out var at) || !ReadsAt(header, at, label)
                || Elsewhere(header, label, besides: at) is not { } copy || IsTypedOver(header, copy)) continue;
            log.Add(HeaderFindings.ColumnTwice.At(At(HeadingRow(header, copy, label), copy, column), ("title", title)));
        }
    }

    /// <summary>True where the heading of another column was typed over, which is told at that column.</summary>
    private bool IsTypedOver(FormHeader header, int at) => _columns.Any(column =>
        header.Columns.TryGetValue(column.Column.Id, out var place) && place == at && !ReadsAt(header, at, column.Label));

    /// <summary>The one other place where a heading stands.</summary>
    private int? Elsewhere(FormHeader header, string label, int besides = 0)
    {
        int? place = null;
        foreach (var (row, column, read) in Labels(header))
        {
            if (read != label || column == besides || column == place || IsGroup(header, label, row, column)) continue;
            if (place is not null) return null;
            place = column;
        }

        return place;
    }

    /// <summary>What the cells of the header say, read once for all columns.</summary>
    private List<(int Row, int Column, string Label)> Labels(FormHeader header)
    {
        if (_labelsTo == header.LastRow) return _labels;
        _labels.Clear();
        for (var row = from; row <= header.LastRow; row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                if (cell.Text.Length <= LongestHeading) _labels.Add((row, cell.Column, PlainText.Label(cell.Text)));
            }
        }

        _labelsTo = header.LastRow;
        return _labels;
    }

    /// <summary>True for a heading above columns of its own while a column of the same name stands elsewhere (单位资金).</summary>
    private bool IsGroup(FormHeader header, string label, int row, int at) => _columns.Any(column =>
        column.Column.Groups.Any(group => PlainText.Label(slots.Fill(group)) == label)
        && header.Columns.TryGetValue(column.Column.Id, out var below)
        && (below == at || sheet.MergedTopLeft(row, below) == new CellReference(row, at)));

    private bool ReadsAt(FormHeader header, int at, string label) => HeadingRow(header, at, label) > 0;

    /// <summary>The row of a heading, or of the lowest text that can be one when no label is given; 0 when there is none.</summary>
    private int HeadingRow(FormHeader header, int at, string? label)
    {
        // the line of unit and year above the headings is no heading of a column that lost its own
        var top = label is null ? TopHeading(header) : from;
        for (var row = header.LastRow; row >= top; row--)
        {
            var text = sheet.Label(row, at);
            if (label is not null ? text == label : text.Length > 0 && form.Column(new ColumnId(text)) is null)
                return sheet.MergedTopLeft(row, at).Row;
        }

        return 0;
    }

    private int TopHeading(FormHeader header) => _columns
        .Select(column => header.Columns.TryGetValue(column.Column.Id, out var at) ? HeadingRow(header, at, column.Label) : 0)
        .Where(row => row > 0).DefaultIfEmpty(from).Min();

    private Place At(int row, int column, FormColumn meant) =>
        new(sheet.Name, sheet.MergedTopLeft(row, column).ToString(), Address(meant));

    private CellAddress Address(FormColumn column) => new(form.Id, default, column.Id);
}
