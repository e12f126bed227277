using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>
/// Compares what a workbook holds now with what it was issued with: every prefilled cell that differs, before and after.
/// </summary>
internal sealed class SealComparison(Seals seals, BudgetFigures figures, ReadingLog log)
{
    private static readonly Dictionary<ColumnId, string> NoValues = [];

    private readonly Dictionary<CellAddress, Change> _changes = [];

    /// <summary>New key of a block whose code was changed, by its old one.</summary>
    private readonly Dictionary<RowKey, RowKey> _renamed = [];

    /// <summary>The changed cells; entered cells that were issued blank and are not any more are among them.</summary>
    /// <param name="isEntered">True for cells that are entered, not computed.</param>
    public Dictionary<CellAddress, Change> Changes(Func<CellAddress, bool> isEntered)
    {
        if (!seals.Exist) return _changes;
        foreach (var content in figures.Budget.Forms) Compare(figures.Book.Pack[content.Form], content, isEntered);
        return _changes;
    }

    private void Compare(FormDefinition form, FormContent content, Func<CellAddress, bool> isEntered)
    {
        var sealing = seals.Form(form.Id);
        IReadOnlyList<SealedRow> before = sealing?.Rows ?? [];
        if (IsInPlace(form, content, sealing, before))
        {
            CompareInPlace(form, content, before, isEntered);
            return;
        }

        var now = Now(form, content);
        var isNumbered = seals.IsNumbered(form.Id);
        var pairs = isNumbered ? MovedRows.Pair([.. before.Select(Renamed)], now, content.Rows) : Recoded(form, before, now);
        foreach (var (key, row) in pairs.Concat(now.Keys.Except(pairs.Select(pair => pair.Key)).Select(key => (key, (SealedRow?)null))))
        {
            if (!isNumbered && row is not null) ReportCode(form, row.Key, key, isGone: !now.ContainsKey(key));
            var after = now.GetValueOrDefault(key) ?? [];
            foreach (var (column, issued) in row?.Values ?? NoValues)
                CompareCell(
                    form, row, key, column, issued, after.GetValueOrDefault(column) ?? "", now.ContainsKey(key), isEntered);
            foreach (var (column, shown) in after)
            {
                if (row is null || !row.Values.ContainsKey(column))
                    CompareCell(form, row, key, column, "", shown, now.ContainsKey(key), isEntered);
            }
        }
    }

    /// <summary>
    /// Is every issued row where it was? Then rows need not be found again: those of a list are as they were, in their order, and others
    /// still have their keys.
    /// </summary>
    private bool IsInPlace(FormDefinition form, FormContent content, SealedForm? sealing, IReadOnlyList<SealedRow> before)
    {
        if (_renamed.Count > 0 || sealing is { IsPlain: false } || content.Rows.Count < before.Count
            || log.AsTyped.Keys.Any(typed => typed.Form == form.Id)) return false;
        var isNumbered = seals.IsNumbered(form.Id);
        for (var at = 0; at < before.Count; at++)
        {
            if (isNumbered ? content.Rows[at].Key != before[at].Key || !IsStill(form, before[at], content.Rows[at])
                : content[before[at].Key] is null) return false;
        }

        return true;
    }

    private static bool IsStill(FormDefinition form, SealedRow row, FormRow now)
    {
        if (row.Cells.Length != now.Cells.Count) return false;
        foreach (var cell in row.Cells)
        {
            if (!cell.IsStill(form, now[cell.Column])) return false;
        }

        return true;
    }

    private void CompareInPlace(
        FormDefinition form, FormContent content, IReadOnlyList<SealedRow> before, Func<CellAddress, bool> isEntered)
    {
        foreach (var row in before) CompareRow(form, row, content[row.Key]!, isEntered);
        if (before.Count == content.Rows.Count) return;
        var issued = before.Select(row => row.Key).ToHashSet();
        foreach (var row in content.Rows)
        {
            if (!issued.Contains(row.Key)) CompareRow(form, null, row, isEntered);
        }
    }

    private void CompareRow(FormDefinition form, SealedRow? row, FormRow now, Func<CellAddress, bool> isEntered)
    {
        foreach (var cell in row?.Cells ?? [])
        {
            var value = now[cell.Column];
            if (!cell.IsStill(form, value))
                CompareCell(form, row, now.Key, cell.Column, cell.Text, SealedValue.Of(form, value), isThere: true, isEntered);
        }

        if (row is not null && now.Cells.Count == 0) return;
        foreach (var (column, value) in now.Cells)
        {
            if (row is null || !row.Has(column))
                CompareCell(form, row, now.Key, column, "", SealedValue.Of(form, value), isThere: true, isEntered);
        }
    }

    private void CompareCell(FormDefinition form, SealedRow? row, RowKey key, ColumnId column, string issued, string shown,
        bool isThere, Func<CellAddress, bool> isEntered)
    {
        if (issued == shown && issued.Length > 0) return;
        var address = new CellAddress(form.Id, key, column);
        // a name as the code list has it is not sealed, and not kept when it is read
        var isName = form.Column(column) is { Kind: CellKind.CodeName };
        if (isName && issued.Length == 0 && row is not null) issued = Listed(form, row.Key);
        if (isName && shown.Length == 0 && isThere) shown = Listed(form, key);
        if (!Seals.Same(issued, shown) && (issued.Length > 0 || isEntered(address))) Add(address, issued, shown);
    }

    private static Dictionary<RowKey, Dictionary<ColumnId, string>> AsRead(FormDefinition form, FormContent content) =>
        content.Rows.ToDictionary(row => row.Key,
            row => row.Cells.ToDictionary(cell => cell.Key, cell => SealedValue.Of(form, cell.Value)));

    private Dictionary<RowKey, Dictionary<ColumnId, string>> Now(FormDefinition form, FormContent content)
    {
        var now = AsRead(form, content);
        foreach (var (address, typed) in log.AsTyped.Where(cell => cell.Key.Form == form.Id))
        {
            if (!now.TryGetValue(address.Row, out var cells)) now[address.Row] = cells = [];
            cells[address.Column] = typed;
        }

        return now;
    }

    /// <summary>
    /// Rows keep their key; one that is gone is found again under a new code when most else in it is the same, or it still has its place
    /// among the blocks.
    /// </summary>
    private List<(RowKey Key, SealedRow? Row)> Recoded(FormDefinition form, IReadOnlyList<SealedRow> before,
        Dictionary<RowKey, Dictionary<ColumnId, string>> now)
    {
        var issued = before.Select(row => row.Key).ToHashSet();
        var order = now.Keys.ToList();
        // a fixed row is where its label is, whatever amounts moved into it
        var fresh = order.Where(key => !issued.Contains(key) && form.FixedRow(key) is null).ToList();
        var pairs = new List<(RowKey, SealedRow?)>();
        for (var index = 0; index < before.Count; index++)
        {
            var (row, key) = (before[index], before[index].Key);
            var likest = now.ContainsKey(key) || form.FixedRow(key) is not null ? default
                : fresh.OrderByDescending(other => Alike(row, now[other])).FirstOrDefault();
            if (likest.Value is not null
                && (Alike(row, now[likest]) * 2 > row.Values.Count
                    || (form.Blocks is not null && order.Count == before.Count && order[index] == likest)))
            {
                fresh.Remove(likest);
                _renamed[key] = likest;
                key = likest;
            }

            pairs.Add((key, row));
        }

        return pairs;
    }

    /// <summary>An indicator of a project whose code was changed.</summary>
    private SealedRow Renamed(SealedRow row) =>
        _renamed.Count > 0 && RowKeys.IsInner(row.Key) && _renamed.TryGetValue(RowKeys.OwnerOf(row.Key), out var owner)
        ? row with { Key = owner with { Value = owner.Value + row.Key.Value[row.Key.Value.LastIndexOf('#')..] } }
        : row;

    private void ReportCode(FormDefinition form, RowKey before, RowKey after, bool isGone)
    {
        if (form.Tree is { } tree && form.FixedRow(before) is null && (isGone || before != after))
        {
            Add(new CellAddress(form.Id, after, tree.Column), before.Value, isGone ? "" : after.Value);
        }
    }

    private string Listed(FormDefinition form, RowKey key) => figures.Book.Codes(form)?.NameOf(key.Value) ?? "";

    /// <summary>A row that is gone has no cell any more; its sheet is still told.</summary>
    private void Add(CellAddress address, string before, string after)
    {
        var place = log.Places.GetValueOrDefault(address)
            ?? new Place(log.Places.FirstOrDefault(known => known.Key.Form == address.Form).Value?.Sheet, null, address);
        _changes[address] = new Change(place, before, after);
    }

    private static int Alike(SealedRow row, Dictionary<ColumnId, string> now) =>
        row.Values.Count(value => now.TryGetValue(value.Key, out var text) && Seals.Same(value.Value, text));
}
