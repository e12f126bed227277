using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ExcelBudget.Workbooks.Reading.Sheets;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>Finds the fixed rows of a form by their printed labels; 序号 decides where labels repeat or were changed.</summary>
internal sealed class FixedRowFinder(FormDefinition form, FlatSheet sheet, FormHeader header, FormSlots slots, int firstRow, int lastRow)
{
    private readonly Dictionary<(int Column, string Label), List<int>> _labels = [];

    /// <summary>The same labels without their ordinals, which count rows and name none.</summary>
    private readonly Dictionary<(int Column, string Label), List<int>> _plain = [];

    /// <summary>Which lists of rows that stand side by side have a sheet row already; null where a row goes across all.</summary>
    private readonly HashSet<(int Row, int? Side)> _taken = [];
    private readonly HashSet<int> _takenRows = [];
    private readonly Dictionary<RowKey, int> _found = [];
    private bool _hasOrdinals;

    /// <summary>Sheet row of each fixed row found.</summary>
    public IReadOnlyDictionary<RowKey, int> Find(ReadingLog log)
    {
        var declared = FixedRows.Of(form);
        var rows = declared.Rows;
        if (rows.Length == 0) return _found;
        _hasOrdinals = declared.HasOrdinals;
        foreach (var column in declared.Columns) ReadLabels(column);
        foreach (var row in declared.SurestFirst) Choose(row, all: true);
        if (_found.Count < rows.Length) FindRest(rows);
        foreach (var row in rows) Report(row, log);
        return _found;
    }

    private void FindRest(RowGroup.Fixed[] rows)
    {
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key))) Choose(row, all: false);
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key))) ByNumber(row);
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key))) ByTotal(row);
        foreach (var row in rows.Where(row => !_found.ContainsKey(row.Key) && row.Labels.Count == 0)) ByPlace(row, rows);
    }

    private readonly ColumnId _numberColumn = FixedRows.NumberColumn(form);

    private void ReadLabels(ColumnId column)
    {
        if (column.Value is null || !header.Columns.TryGetValue(column, out var place)) return;
        for (var at = firstRow; at <= lastRow; at++)
        {
            var label = sheet.Label(at, place);
            if (label.Length == 0) continue;
            Add(_labels, (place, label), at);
            if (_hasOrdinals) Add(_plain, (place, Ordinals.Strip(label)), at);
        }
    }

    private static void Add(Dictionary<(int Column, string Label), List<int>> labels, (int Column, string Label) key, int at)
    {
        if (!labels.TryGetValue(key, out var rows)) labels[key] = rows = [];
        rows.Add(at);
    }

    private List<int> RowsWith(ColumnId column, string label) =>
        column.Value is not null && header.Columns.TryGetValue(column, out var place)
            && (Ordinals.StyleOf(label) is null ? _labels : _plain).TryGetValue((place, LabelOf(label)), out var rows) ? rows : [];

    /// <summary>A declared label as labels are compared, without its ordinal.</summary>
    private string LabelOf(string label) => PlainText.Label(slots.Fill(Ordinals.WithoutSlot(label)));

    private bool IsFree(RowGroup.Fixed row, int at) => row.Stretch == 0
        ? !_takenRows.Contains(at)
        : !_taken.Contains((at, null)) && !_taken.Contains((at, row.Side));

    private void Choose(RowGroup.Fixed row, bool all)
    {
        var matches = new List<List<int>>(row.Labels.Count);
        foreach (var (column, label) in row.Labels)
        {
            if (header.Columns.ContainsKey(column)) matches.Add(RowsWith(column, label));
        }

        if (matches.Count == 0) return;
        var above = row.Under is { } under ? _found.GetValueOrDefault(under) : 0;
        IEnumerable<int> fitting = all ? matches[0] : matches.SelectMany(rows => rows).Distinct().Order();
        var candidates = new List<int>();
        foreach (var at in fitting)
        {
            if (at > above && IsFree(row, at) && (!all || matches.TrueForAll(rows => rows.Contains(at)))) candidates.Add(at);
        }

        if (candidates.Count == 0) return;
        if (candidates.Count > 1 && RowsWith(_numberColumn, row.Key.Value) is { Count: > 0 } numbered
            && candidates.Find(numbered.Contains) is > 0 and var chosen) Take(row, chosen);
        else Take(row, candidates[0]);
    }

    private void ByNumber(RowGroup.Fixed row)
    {
        if (RowsWith(_numberColumn, row.Key.Value).FirstOrDefault(at => IsFree(row, at)) is > 0 and var at) Take(row, at);
    }

    /// <summary>A total goes by many names; «总计» where the form prints «合计» is that row when no other can be.</summary>
    private void ByTotal(RowGroup.Fixed row)
    {
        foreach (var (column, label) in row.Labels.Where(label => IsTotal(PlainText.Label(label.Value))))
        {
            if (!header.Columns.TryGetValue(column, out var place)) continue;
            var candidates = _labels.Where(known => known.Key.Column == place && IsTotal(known.Key.Label)).SelectMany(known =>
                known.Value).Where(at => IsFree(row, at)).ToArray();
            if (candidates.Length != 1) continue;
            Take(row, candidates[0]);
            return;
        }
    }

    /// <summary>A row without a label is the first with any content between the rows declared above and below it.</summary>
    private void ByPlace(RowGroup.Fixed row, RowGroup.Fixed[] rows)
    {
        var above = rows.TakeWhile(other => other != row).Select(other => _found.GetValueOrDefault(other.Key)).DefaultIfEmpty(0).Max();
        var below = rows.SkipWhile(other => other != row).Skip(1).Select(other => _found.GetValueOrDefault(other.Key))
            .Where(at => at > 0).DefaultIfEmpty(lastRow + 1).Min();
        var free = Enumerable.Range(1, Math.Max(0, below - 1)).Where(at => at >= firstRow && at > above && IsFree(row, at)).ToArray();
        var filled = free.FirstOrDefault(at => !sheet.Row(at).IsEmpty);
        if (filled > 0 || free.Length > 0) Take(row, filled > 0 ? filled : free[0]);
    }

    private static bool IsTotal(string label) => label is "合计" or "总计" or "共计" or "小计" or "总额" or "合计数";

    private void Take(RowGroup.Fixed row, int at)
    {
        _found[row.Key] = at;
        _taken.Add((at, row.Stretch == 0 ? null : row.Side));
        _takenRows.Add(at);
    }

    private void Report(RowGroup.Fixed row, ReadingLog log)
    {
        if (!_found.TryGetValue(row.Key, out var at))
        {
            var printed = slots.Fill(Ordinals.WithoutSlot(row.Labels.Values.FirstOrDefault()?.Trim() ?? row.Key.Value));
            var needsRow = row.Entered.Count > 0 || row.Computed.Count > 0 || row.ComputedElsewhere is not null || row.Code is not null;
            if (needsRow) log.Add(RowFindings.RowGone.At(new Place(sheet.Name, null, new CellAddress(form.Id, row.Key, default)),
                ("expected", printed)));
            return;
        }

        foreach (var (column, declared) in row.Labels)
        {
            var (label, isNumbered) = (slots.Fill(Ordinals.WithoutSlot(declared)), Ordinals.StyleOf(declared) is not null);
            if (!header.Columns.TryGetValue(column, out var place)) continue;
            var shown = sheet.Label(at, place);
            if ((isNumbered ? Ordinals.Strip(shown) : shown) == PlainText.Label(label)) continue;
            var now = sheet.Text(at, place).Trim();
            var cell = new Place(sheet.Name, new CellReference(at, place).ToString(), new CellAddress(form.Id, row.Key, column));
            log.Add((now.Length == 0 ? RowFindings.LabelCleared
                : RowFindings.LabelRenamed).At(cell, ("expected", label.Trim()), ("actual", now)));
        }
    }
}
