using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>Every unit stands once in units, and every other table speaks only of such units.</summary>
internal static class UnitChecks
{
    /// <summary>Reports units listed twice and units not listed.</summary>
    public static void Check(TableSet tables, FaultLog faults)
    {
        var units = tables[UnitTables.Units];
        Repeats.Check(units, [UnitCode], "单位编码与第 {0} 行重复。每个单位只能有一行，请删除或改正。", faults);
        // without a list of units nothing can be said about the others, and the missing list has been reported
        if (!units.Header.Has(UnitCode)) return;
        var known = units.Rows.Select(row => row[UnitCode]).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        var advice = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables.All.Where(table => table != units))
        {
            foreach (var row in table.Rows.Where(row => row.Has(UnitCode) && !known.Contains(row[UnitCode])))
            {
                // guessed once per code, as one wrong code may stand in every row
                if (!advice.TryGetValue(row[UnitCode], out var text)) advice[row[UnitCode]] = text = Advice(row[UnitCode],
                    units.File, known);
                table.Fail(row, UnitCode, row[UnitCode], text, faults);
            }
        }
    }

    private static string Advice(string code, string unitsFile, IEnumerable<string> known) =>
        $"不在 {unitsFile} 中。{NearestWord.Question(code, known)}请改正编码，或在 {unitsFile} 中增加这个单位。";
}
