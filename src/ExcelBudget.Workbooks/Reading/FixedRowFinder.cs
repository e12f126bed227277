using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>Finds the fixed rows of a form by their printed labels; 序号 decides where labels repeat or were changed.</summary>
internal sealed class FixedRowFinder(FormDefinition form, FlatSheet sheet, FormHeader header, int firstRow, int lastRow)
{
    private const string Rule = "STRUCTURE-ROW";

    private readonly HashSet<int> _taken = [];
    private readonly Dictionary<RowKey, int> _found = [];

    /// <summary>Sheet row of each fixed row found.</summary>
    public IReadOnlyDictionary<RowKey, int> Find(ReadingLog log)
    {
        var rows = form.Rows.OfType<RowGroup.Fixed>().ToArray();
        // rows with more labels are surer, so they choose first; a lone label may occur twice in the form
        foreach (var row in rows.OrderByDescending(row => row.Labels.Count)) Choose(row, [.. Candidates(row, all: true)]);
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key))) Choose(row, [.. Candidates(row, all: false)]);
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key))) ByNumber(row);
        foreach (var row in rows) Report(row, log);
        return _found;
    }

    private IEnumerable<int> Candidates(RowGroup.Fixed row, bool all)
    {
        for (var at = firstRow; at <= lastRow; at++)
        {
            if (_taken.Contains(at)) continue;
            var matches = row.Labels.Where(label => header.Columns.ContainsKey(label.Key)).Select(label => Reads(at, label.Key, label.Value)).ToArray();
            if (matches.Length > 0 && (all ? matches.All(match => match) : matches.Any(match => match))) yield return at;
        }
    }

    private bool Reads(int at, ColumnId column, string label) => sheet.Label(at, header.Columns[column]) == PlainText.Label(label);

    private void Choose(RowGroup.Fixed row, int[] candidates)
    {
        if (candidates.Length == 0) return;
        var chosen = candidates.FirstOrDefault(at => NumberOf(at) == row.Key.Value);
        Take(row, chosen > 0 ? chosen : candidates[0]);
    }

    private void ByNumber(RowGroup.Fixed row)
    {
        for (var at = firstRow; at <= lastRow; at++)
        {
            if (_taken.Contains(at) || NumberOf(at) != row.Key.Value) continue;
            Take(row, at);
            return;
        }
    }

    private string NumberOf(int at)
    {
        var column = form.Columns.FirstOrDefault(column => column.IsRowNumber);
        return column is not null && header.Columns.TryGetValue(column.Id, out var place) ? sheet.Label(at, place) : "";
    }

    private void Take(RowGroup.Fixed row, int at)
    {
        _found[row.Key] = at;
        _taken.Add(at);
    }

    private void Report(RowGroup.Fixed row, ReadingLog log)
    {
        var printed = row.Labels.Values.FirstOrDefault()?.Trim() ?? row.Key.Value;
        if (!_found.TryGetValue(row.Key, out var at))
        {
            var needsRow = row.Entered.Count > 0 || row.Computed.Count > 0 || row.ComputedElsewhere is not null || row.Code is not null;
            if (needsRow) log.Add(Rule, Category.StructureChanged, Severity.Error, $"找不到“{printed}”这一行，该行的数没有读取。请恢复这一行。", new Place(sheet.Name, null, new CellAddress(form.Id, row.Key, default)), expected: printed);
            return;
        }

        foreach (var (column, label) in row.Labels)
        {
            if (!header.Columns.TryGetValue(column, out var place) || Reads(at, column, label)) continue;
            var now = sheet.Text(at, place).Trim();
            log.Add(Rule, Category.StructureChanged, Severity.Warning, $"“{label.Trim()}”被改为“{now}”。仍按“{label.Trim()}”读取；请恢复原来的文字，公开的表样不能改动。",
                new Place(sheet.Name, new CellReference(at, place).ToString(), new CellAddress(form.Id, row.Key, column)), now, label.Trim());
        }
    }
}
