using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Flat;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Where the columns of a form stand on a sheet.</summary>
/// <param name="LastRow">Last header row; data follow below.</param>
/// <param name="Columns">Sheet column of each column found.</param>
internal sealed record FormHeader(int LastRow, IReadOnlyDictionary<ColumnId, int> Columns)
{
    private const string NumberRowMark = "栏次";
    private const string Rule = "STRUCTURE-HEADER";
    private const int Deepest = 60;

    /// <summary>Finds the header of a form; null when nothing of it is left.</summary>
    /// <param name="form">The form whose columns are sought.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="from">First row to look at.</param>
    /// <param name="to">Last row to look at; 0 for the usual depth.</param>
    /// <param name="slots">Fills slots of headings.</param>
    /// <param name="log">Takes what was changed.</param>
    public static FormHeader? Find(FormDefinition form, FlatSheet sheet, int from, int to, FormSlots slots, ReadingLog log)
    {
        if (to == 0) to = Math.Min(sheet.LastRow, from + Deepest);
        var header = (form.PrintsColumnNumbers ? ByNumbers(form, sheet, from, to) : null) ?? ByTitles(form, sheet, from, to, slots);
        if (header is not null) Compare(form, sheet, header, from, slots, log);
        return header;
    }

    private static FormHeader? ByNumbers(FormDefinition form, FlatSheet sheet, int from, int to)
    {
        for (var row = from; row <= to; row++)
        {
            if (!IsNumberRow(sheet, row)) continue;
            var columns = new Dictionary<ColumnId, int>();
            foreach (var cell in sheet.Row(row))
            {
                var id = new ColumnId(PlainText.Label(cell.Text));
                if (form.Column(id) is { IsRowNumber: false }) columns.TryAdd(id, cell.Column);
            }

            var numbers = form.Columns.FirstOrDefault(column => column.IsRowNumber);
            if (numbers is not null && sheet.Row(row) is [var mark, ..]) columns.TryAdd(numbers.Id, mark.Column);
            return new FormHeader(row, columns);
        }

        return null;
    }

    private static bool IsNumberRow(FlatSheet sheet, int row)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Text.Contains(NumberRowMark[0], StringComparison.Ordinal) && PlainText.Label(cell.Text) == NumberRowMark) return true;
        }

        return false;
    }

    /// <summary>Goes by the headings: the row with most leaf headings is the last header row.</summary>
    private static FormHeader? ByTitles(FormDefinition form, FlatSheet sheet, int from, int to, FormSlots slots)
    {
        var titles = form.Columns.Select(column => (column.Id, Title: PlainText.Label(slots.Fill(column.Title)))).ToArray();
        var depth = form.Columns.Max(column => column.Groups.Count) + 1;
        var best = default((int Row, Dictionary<ColumnId, int> Columns));
        for (var row = from; row <= to; row++)
        {
            var columns = new Dictionary<ColumnId, int>();
            // from the bottom up: a leaf heading that spans rows stands higher, a group above a leaf never hides it
            for (var at = row; at > row - depth && at >= from; at--) Match(sheet, at, titles, columns);
            if (columns.Count > (best.Columns?.Count ?? 0)) best = (row, columns);
        }

        if (best.Columns is null || best.Columns.Count * 2 < form.Columns.Count) return null;
        return new FormHeader(best.Row, WithNeighbours(form, best.Columns));
    }

    private static void Match(FlatSheet sheet, int row, (ColumnId Id, string Title)[] titles, Dictionary<ColumnId, int> columns)
    {
        foreach (var cell in sheet.Row(row))
        {
            var label = PlainText.Label(cell.Text);
            foreach (var (id, title) in titles)
            {
                if (title == label && !columns.ContainsKey(id) && !columns.ContainsValue(cell.Column))
                {
                    columns[id] = cell.Column;
                    break;
                }
            }
        }
    }

    /// <summary>A column whose heading was renamed still stands between its neighbours.</summary>
    private static Dictionary<ColumnId, int> WithNeighbours(FormDefinition form, Dictionary<ColumnId, int> columns)
    {
        for (var index = 0; index < form.Columns.Count; index++)
        {
            var id = form.Columns[index].Id;
            if (columns.ContainsKey(id)) continue;
            var guess = index > 0 && columns.TryGetValue(form.Columns[index - 1].Id, out var left) ? left + 1
                : index + 1 < form.Columns.Count && columns.TryGetValue(form.Columns[index + 1].Id, out var right) ? right - 1
                : 0;
            if (guess > 0 && !columns.ContainsValue(guess)) columns[id] = guess;
        }

        return columns;
    }

    /// <summary>Reports headings that no longer read as issued, and columns that are gone.</summary>
    private static void Compare(FormDefinition form, FlatSheet sheet, FormHeader header, int from, FormSlots slots, ReadingLog log)
    {
        foreach (var column in form.Columns.Where(column => !column.IsRowNumber))
        {
            var title = slots.Fill(column.Title);
            var address = new CellAddress(form.Id, default, column.Id);
            if (!header.Columns.TryGetValue(column.Id, out var at))
            {
                log.Add(Rule, Category.StructureChanged, Severity.Error, $"找不到“{title}”这一栏，该栏的数没有读取。请恢复表头，或把数据填到下发的工作簿里。", new Place(sheet.Name, null, address), expected: title);
            }
            else if (!Enumerable.Range(from, header.LastRow - from + 1).Any(row => sheet.Label(row, at) == PlainText.Label(title)))
            {
                var now = Enumerable.Range(from, header.LastRow - from + 1).Select(row => sheet.Text(row, at).Trim()).LastOrDefault(text => text.Length > 0 && text != column.Id.Value) ?? "";
                log.Add(Rule, Category.StructureChanged, Severity.Warning, $"表头“{title}”被改为“{now}”。该栏仍按“{title}”读取；请恢复表头，公开的表样不能改动。",
                    new Place(sheet.Name, new CellReference(header.LastRow, at).ToString(), address), now, title);
            }
        }
    }
}
