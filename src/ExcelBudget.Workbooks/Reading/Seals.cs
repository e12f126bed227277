using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Flat;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>预填封印。The prefilled values of a workbook as they were issued.</summary>
internal sealed class Seals
{
    private readonly Dictionary<CellAddress, string> _values = [];

    /// <summary>True when the workbook carries seals.</summary>
    public bool Exist { get; private init; }

    /// <summary>Reads the seals of a workbook; none when its hidden sheet is gone.</summary>
    public static Seals Read(FlatSheet? sheet)
    {
        if (sheet is null) return new Seals();
        var seals = new Seals { Exist = true };
        var form = default(FormId);
        ColumnId[] columns = [];
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            var kind = sheet[row, 1]?.Text;
            if (kind == SealSheetComposer.FormLine)
            {
                form = new FormId(sheet[row, 2]?.Text ?? "");
                columns = [.. Texts(sheet, row, 3).Select(text => new ColumnId(text))];
            }
            else if (kind == SealSheetComposer.RowLine)
            {
                for (var index = 0; index < columns.Length; index++)
                {
                    if (sheet[row, index + 3]?.Text is { Length: > 0 } value) seals._values[new CellAddress(form, new RowKey(sheet[row, 2]?.Text ?? ""), columns[index])] = value;
                }
            }
        }

        return seals;
    }

    /// <summary>True when a cell still holds the figure it was issued with.</summary>
    public bool Holds(CellAddress address, decimal figure) =>
        _values.TryGetValue(address, out var sealed_) && decimal.TryParse(sealed_, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value == figure;

    /// <summary>Every prefilled cell whose content differs now, and every entered cell that was issued blank and is not.</summary>
    /// <param name="pack">The pack's forms.</param>
    /// <param name="budget">What was read.</param>
    /// <param name="places">Where the cells stand.</param>
    /// <param name="isEntered">True for cells that are entered, not computed.</param>
    public Dictionary<CellAddress, Change> Changes(Domain.Packs.Pack pack, Budget budget, IReadOnlyDictionary<CellAddress, Place> places, Func<CellAddress, bool> isEntered)
    {
        var changes = new Dictionary<CellAddress, Change>();
        if (!Exist) return changes;
        foreach (var (address, before) in _values)
        {
            if (pack.Form(address.Form) is not { } form || budget[address.Form] is null) continue;
            var after = SealedValue.Of(form, budget[address]);
            if (!Same(before, after)) changes[address] = new Change(places.GetValueOrDefault(address) ?? new Place(Address: address), before, after);
        }

        foreach (var content in budget.Forms)
        {
            foreach (var row in content.Rows)
            {
                foreach (var (column, value) in row.Cells)
                {
                    var address = new CellAddress(content.Form, row.Key, column);
                    if (_values.ContainsKey(address) || !isEntered(address)) continue;
                    changes[address] = new Change(places.GetValueOrDefault(address) ?? new Place(Address: address), "", SealedValue.Of(pack[content.Form], value));
                }
            }
        }

        return changes;
    }

    private static bool Same(string before, string after) => before == after
        || (decimal.TryParse(before, NumberStyles.Number, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(after, NumberStyles.Number, CultureInfo.InvariantCulture, out var right) && left == right);

    private static IEnumerable<string> Texts(FlatSheet sheet, int row, int firstColumn)
    {
        for (var column = firstColumn; sheet[row, column]?.Text is { Length: > 0 } text; column++) yield return text;
    }
}
