using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>预填封印。The prefilled values of a workbook as they were issued.</summary>
internal sealed class Seals
{
    private const string Mark = "excelbudget";

    private readonly Pack _pack;
    private readonly Dictionary<FormId, List<SealedRow>> _rows = [];
    private readonly Dictionary<CellAddress, string> _values = [];
    private readonly HashSet<(FormId Form, ColumnId Column, decimal Figure)> _listed = [];

    private Seals(Pack pack) => _pack = pack;

    /// <summary>True when the workbook carries seals.</summary>
    public bool Exist { get; private init; }

    /// <summary>True for the hidden sheet with identity and seals.</summary>
    public static bool IsOn(FlatSheet sheet) => sheet[1, 1]?.Text == Mark;

    /// <summary>Reads the seals of a workbook; none when its hidden sheet is gone.</summary>
    public static Seals Read(FlatSheet? sheet, Pack pack)
    {
        if (sheet is null) return new Seals(pack);
        var seals = new Seals(pack) { Exist = true };
        var rows = new List<SealedRow>();
        ColumnId[] columns = [];
        var form = default(FormId);
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            var kind = sheet[row, 1]?.Text;
            var name = sheet[row, 2]?.Text ?? "";
            if (kind == HiddenSheet.FormLine)
            {
                seals._rows[form = new FormId(name)] = rows = [];
                columns = [.. Texts(sheet, row, 3).Select(text => new ColumnId(text))];
            }
            else if (kind == HiddenSheet.RowLine)
            {
                var values = columns.Select((column, index) => (column, Text: sheet[row, index + 3]?.Text ?? "")).Where(value => value.Text.Length > 0).ToDictionary(value => value.column, value => value.Text);
                rows.Add(new SealedRow(new RowKey(name), values));
                seals.Index(form, rows[^1]);
            }
        }

        return seals;
    }

    /// <summary>True when a cell still holds the figure it was issued with; in a list, where rows move, when its column was issued with it.</summary>
    public bool Holds(CellAddress address, decimal figure) => IsNumbered(address.Form)
        ? _listed.Contains((address.Form, address.Column, figure))
        : _values.TryGetValue(address, out var before) && Figure(before) == figure;

    /// <summary>Every prefilled cell whose content differs now, and every entered cell that was issued blank and is not.</summary>
    /// <param name="budget">What was read.</param>
    /// <param name="log">Where the cells stand, and what stands in those that could not be read.</param>
    /// <param name="isEntered">True for cells that are entered, not computed.</param>
    public Dictionary<CellAddress, Change> Changes(Budget budget, ReadingLog log, Func<CellAddress, bool> isEntered)
    {
        var changes = new Dictionary<CellAddress, Change>();
        if (!Exist) return changes;
        foreach (var content in budget.Forms)
        {
            var form = _pack[content.Form];
            var before = _rows.GetValueOrDefault(form.Id) ?? [];
            var now = content.Rows.ToDictionary(row => row.Key, row => row.Cells.ToDictionary(cell => cell.Key, cell => SealedValue.Of(form, cell.Value)));
            foreach (var (address, typed) in log.AsTyped.Where(cell => cell.Key.Form == form.Id))
            {
                if (!now.TryGetValue(address.Row, out var cells)) now[address.Row] = cells = [];
                cells[address.Column] = typed;
            }

            var pairs = IsNumbered(form.Id) ? MovedRows.Pair(before, now, content.Rows) : before.Select(row => (row.Key, (SealedRow?)row)).ToList();
            foreach (var (key, row) in pairs.Concat(now.Keys.Except(pairs.Select(pair => pair.Key)).Select(key => (key, (SealedRow?)null))))
            {
                var after = now.GetValueOrDefault(key) ?? [];
                foreach (var column in (row?.Values.Keys ?? Enumerable.Empty<ColumnId>()).Union(after.Keys))
                {
                    var address = new CellAddress(form.Id, key, column);
                    var issued = row?.Values.GetValueOrDefault(column) ?? "";
                    var shown = after.GetValueOrDefault(column) ?? "";
                    if (Same(issued, shown) || (issued.Length == 0 && !isEntered(address))) continue;
                    changes[address] = new Change(log.Places.GetValueOrDefault(address) ?? new Place(Address: address), issued, shown);
                }
            }
        }

        return changes;
    }

    private void Index(FormId form, SealedRow row)
    {
        foreach (var (column, text) in row.Values)
        {
            _values[new CellAddress(form, row.Key, column)] = text;
            if (Figure(text) is { } figure) _listed.Add((form, column, figure));
        }
    }

    /// <summary>True for forms whose rows have running numbers, which a row inserted above changes.</summary>
    private bool IsNumbered(FormId id) => _pack.Form(id) is { } form
        && (form.Rows.Count == 0 || form.List is { Key: null });

    private static bool Same(string before, string after) => before == after || (Figure(before) is { } left && left == Figure(after));

    private static decimal? Figure(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static IEnumerable<string> Texts(FlatSheet sheet, int row, int firstColumn)
    {
        for (var column = firstColumn; sheet[row, column]?.Text is { Length: > 0 } text; column++) yield return text;
    }
}
