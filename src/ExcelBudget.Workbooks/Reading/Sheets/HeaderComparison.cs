using ExcelBudget.Domain.Findings;
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
    private const string Rule = "STRUCTURE-HEADER";

    private readonly (FormColumn Column, string Title, string Label)[] _columns = [.. form.Columns.Where(column => !column.IsRowNumber)
        .Select(column => (column, slots.Fill(column.Title), PlainText.Label(slots.Fill(column.Title))))];

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
            log.Add(Rule, Category.StructureChanged, Severity.Warning, $"“{title}”栏的表头和下面的栏次号对不上。该栏按表头“{title}”读取；请核对这一栏的数，并把栏次号恢复成下发时的样子。",
                At(header.LastRow, place, column), expected: column.Id.Value);
        }

        // two columns at one place: the one whose heading it bears
        foreach (var shared in moved.GroupBy(column => column.Value).Where(group => group.Count() > 1).ToArray())
        {
            foreach (var (id, _) in shared.Where(column => Array.Find(_columns, known => known.Column.Id == column.Key) is { Label: { } label } && !ReadsAt(header, shared.Key, label))) moved.Remove(id);
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
        var before = _columns.TakeWhile(other => other.Column != column).LastOrDefault(other => header.Columns.ContainsKey(other.Column.Id));
        var place = before.Column is null ? new Place(sheet.Name, new CellReference(header.LastRow, 1).ToString(), Address(column)) : At(HeadingRow(header, header.Columns[before.Column.Id], before.Label), header.Columns[before.Column.Id], column);
        log.Add(Rule, Category.StructureChanged, Severity.Error,
            $"找不到“{title}”这一栏{(before.Column is null ? "" : $"（应在“{before.Title}”栏的右边）")}，该栏的数没有读取。请恢复这一栏和它的表头，或把数据填到下发的工作簿里。", place, expected: title);
    }

    private void ReportRenamed(FormHeader header, FormColumn column, string title, int at)
    {
        var row = HeadingRow(header, at, null);
        var now = row == 0 ? "" : sheet.Text(row, at).Trim();
        log.Add(Rule, Category.StructureChanged, Severity.Warning, $"表头“{title}”{(now.Length == 0 ? "被清空" : $"被改为“{now}”")}。该栏仍按“{title}”读取；请恢复表头，公开的表样不能改动。",
            At(row == 0 ? header.LastRow : row, at, column), now, title);
    }

    private void ReportOrder(FormHeader header)
    {
        var placed = _columns.Where(column => header.Columns.ContainsKey(column.Column.Id)).ToArray();
        for (var index = 1; index < placed.Length; index++)
        {
            var (left, right) = (header.Columns[placed[index - 1].Column.Id], header.Columns[placed[index].Column.Id]);
            if (right > left) continue;
            log.Add(Rule, Category.StructureChanged, Severity.Warning, $"“{placed[index].Title}”栏被移到了“{placed[index - 1].Title}”栏的前面。数据按表头读取，没有弄混；请恢复原来的栏目顺序，公开的表样不能改动。",
                At(HeadingRow(header, right, placed[index].Label), right, placed[index].Column));
            return;
        }
    }

    private void ReportTwice(FormHeader header)
    {
        foreach (var (column, title, label) in _columns.Where(column => _columns.Count(other => other.Label == column.Label) == 1))
        {
            if (!header.Columns.TryGetValue(column.Id, out var at) || !ReadsAt(header, at, label) || Elsewhere(header, label, besides: at) is not { } copy) continue;
            log.Add(Rule, Category.StructureChanged, Severity.Error, $"“{title}”栏有两份。现在按左边有数据的一份读取；请只保留正确的一份，删除另一份。", At(HeadingRow(header, copy, label), copy, column));
        }
    }

    /// <summary>The one other place where a heading stands.</summary>
    private int? Elsewhere(FormHeader header, string label, int besides = 0)
    {
        int? place = null;
        for (var row = from; row <= header.LastRow; row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                if (cell.Column == besides || cell.Column == place || cell.Text.Length > 80 || PlainText.Label(cell.Text) != label) continue;
                if (place is not null) return null;
                place = cell.Column;
            }
        }

        return place;
    }

    private bool ReadsAt(FormHeader header, int at, string label) => HeadingRow(header, at, label) > 0;

    /// <summary>The row of a heading, or of the lowest text that can be one when no label is given; 0 when there is none.</summary>
    private int HeadingRow(FormHeader header, int at, string? label)
    {
        for (var row = header.LastRow; row >= from; row--)
        {
            var text = sheet.Label(row, at);
            if (label is not null ? text == label : text.Length > 0 && form.Column(new ColumnId(text)) is null) return sheet.MergedTopLeft(row, at).Row;
        }

        return 0;
    }

    private Place At(int row, int column, FormColumn meant) => new(sheet.Name, sheet.MergedTopLeft(row, column).ToString(), Address(meant));

    private CellAddress Address(FormColumn column) => new(form.Id, default, column.Id);
}
