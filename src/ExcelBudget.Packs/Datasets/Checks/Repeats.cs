using System.Globalization;
using System.Text;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>Finds rows that name the same thing again. The first stays, the later ones are left out.</summary>
internal static class Repeats
{
    /// <summary>Reports rows that agree with an earlier row in all key columns; rows with a blank key do not count.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The columns that together must differ; the last is the one reported.</param>
    /// <param name="text">What is wrong and what to do, with {0} for the line of the earlier row.</param>
    /// <param name="faults">Where to report.</param>
    public static void Check(TableReading table, string[] key, string text, FaultLog faults)
    {
        var format = CompositeFormat.Parse(text);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(row => row.Has(key)))
        {
            var first = seen.GetValueOrDefault(Key(row, key));
            if (first == 0) seen.Add(Key(row, key), row.Line);
            else table.Fail(row, key[^1], row[key[^1]], string.Format(CultureInfo.InvariantCulture, format, first), faults);
        }
    }

    /// <summary>The values of the columns as one key.</summary>
    public static string Key(RowDraft row, IEnumerable<string> columns) => string.Join('\n', columns.Select(column => row[column]));
}
