using System.Globalization;
using System.Text;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>Finds rows that name the same thing again. The first stays, the later ones are left out.</summary>
/// <param name="key">The columns that together must differ; the last is the one reported.</param>
/// <param name="text">What is wrong and what to do, with {0} for the line of the earlier row.</param>
/// <param name="faults">Where to report.</param>
internal sealed class Repeats(string[] key, string text, FaultLog faults)
{
    private readonly CompositeFormat _text = CompositeFormat.Parse(text);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Reports a row that agrees with an earlier one in all key columns; rows with a blank key do not count.</summary>
    public void Check(TableReading table, RowDraft row)
    {
        if (!row.Has(key)) return;
        var own = Key(row);
        if (_lines.TryAdd(own, row.Line)) return;
        table.Fail(row, key[^1], row[key[^1]], string.Format(CultureInfo.InvariantCulture, _text, _lines[own]), faults);
    }

    /// <summary>True when a row names something that none of those checked has named; false for one with a blank key.</summary>
    public bool IsStranger(RowDraft row) => row.Has(key) && !_lines.ContainsKey(Key(row));

    private string Key(RowDraft row) => key.Length == 1 ? row[key[0]] : string.Join('\n', Array.ConvertAll(key, column => row[column]));
}
