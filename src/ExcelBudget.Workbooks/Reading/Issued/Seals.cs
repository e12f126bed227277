using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Fill;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>预填封印。The prefilled values of a workbook as they were issued.</summary>
internal sealed class Seals
{
    private const string Mark = "excelbudget";
    private const int FirstValue = 3;

    private readonly Pack _pack;
    private readonly Dictionary<FormId, List<SealedRow>> _rows = [];
    private readonly Dictionary<CellAddress, decimal> _figures = [];
    private readonly Dictionary<(FormId Form, ColumnId Column, decimal Figure), decimal> _listed = [];
    private readonly Dictionary<CellAddress, decimal> _halfWidths = [];
    private readonly HashSet<(FormId Form, RowKey Row)> _keys = [];

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
        var times = new Dictionary<(FormId, string), int>();
        ColumnId[] columns = [];
        var form = default(FormId);
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            var cells = sheet.Row(row);
            var kind = TextIn(cells, 1);
            var name = TextIn(cells, 2) ?? "";
            if (kind == HiddenSheet.FormLine)
            {
                seals._rows[form = new FormId(name)] = rows = [];
                columns = [.. Texts(sheet, row, 3).Select(text => new ColumnId(text))];
            }
            else if (kind == HiddenSheet.RowLine)
            {
                var repeat = times[(form, name)] = times.GetValueOrDefault((form, name), -1) + 1;
                rows.Add(seals.Index(form, new RowKey(name) { Repeat = repeat }, columns, cells));
            }
        }

        return seals;
    }

    /// <summary>
    /// How exactly the figure of a cell is known that still holds what it was issued with, half the interval in the form's unit; null
    /// for any other figure. In a list, where rows move, the figure must have been issued in its column.
    /// </summary>
    public decimal? HalfWidthOf(CellAddress address, decimal figure)
    {
        if (IsNumbered(address.Form)) return _listed.TryGetValue((address.Form, address.Column, figure), out var listed) ? listed : null;
        return _figures.TryGetValue(address, out var before) && before == figure ? _halfWidths.GetValueOrDefault(address) : null;
    }

    /// <summary>True when a row of that key was issued.</summary>
    public bool HasRow(FormId form, RowKey row) => _keys.Contains((form, row));

    /// <summary>The rows of a form as they were issued.</summary>
    public IReadOnlyList<SealedRow> Rows(FormId form) => _rows.GetValueOrDefault(form) ?? [];

    /// <summary>Takes in a row; a figure known to some decimals only is sealed as «2.18±0.005».</summary>
    private SealedRow Index(FormId form, RowKey key, ColumnId[] columns, ReadOnlySpan<FlatCell> cells)
    {
        var values = new Dictionary<ColumnId, string>();
        var (declared, isNumbered) = (_pack.Form(form), IsNumbered(form));
        foreach (var cell in cells)
        {
            var at = cell.Column - FirstValue;
            if (at < 0 || at >= columns.Length || Sealed(cell) is not { Length: > 0 } text) continue;
            var column = columns[at];
            var address = new CellAddress(form, key, column);
            var isFigure = declared?.Column(column) is { IsFigure: true };
            var mark = isFigure ? text.IndexOf(SealedValue.IntervalMark, StringComparison.Ordinal) : -1;
            var half = mark > 0 ? Figure(text[(mark + 1)..]) ?? 0m : 0m;
            values[column] = mark > 0 ? text[..mark] : text;
            if (half > 0m) _halfWidths[address] = half;
            if ((cell.Kind == FlatCellKind.Number ? cell.Number : Figure(values[column])) is not { } figure) continue;
            if (isNumbered) _listed[(form, column, figure)] = Math.Min(half, _listed.GetValueOrDefault((form, column, figure), half));
            else _figures[address] = figure;
        }

        _keys.Add((form, key));
        return new SealedRow(key, values);
    }

    /// <summary>True for forms whose rows have running numbers, which a row inserted above changes.</summary>
    public bool IsNumbered(FormId id) => _pack.Form(id) is { } form
        && (form.Rows.Count == 0 || form.List is { Key: null });

    /// <summary>True when two values are the same, figures by their value.</summary>
    public static bool Same(string before, string after) => before == after || (Figure(before) is { } left && left == Figure(after));

    private static decimal? Figure(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A sealed value as text. Other programs save 0.87655 with all seventeen digits of its binary form.</summary>
    private static string Sealed(FlatCell cell) =>
        cell is { Kind: FlatCellKind.Number, Number: { } number } ? Figures.Plain(number) : cell.Text;

    private static string? TextIn(ReadOnlySpan<FlatCell> cells, int column)
    {
        foreach (var cell in cells)
        {
            if (cell.Column >= column) return cell.Column == column ? cell.Text : null;
        }

        return null;
    }

    private static IEnumerable<string> Texts(FlatSheet sheet, int row, int firstColumn)
    {
        for (var column = firstColumn; sheet[row, column]?.Text is { Length: > 0 } text; column++) yield return text;
    }
}
