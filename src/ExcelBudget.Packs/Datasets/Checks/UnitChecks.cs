using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Datasets.Checks;

/// <summary>Every unit stands once in units, and every other table speaks only of such units. The units are read first.</summary>
/// <param name="faults">Where to report.</param>
internal sealed class UnitChecks(FaultLog faults)
{
    private readonly Repeats _repeats = new([UnitCode], "单位编码与第 {0} 行重复。每个单位只能有一行，请删除或改正。", faults);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _advice = new(StringComparer.Ordinal);
    private TableReading? _units;

    /// <summary>Codes of all units, also of those whose row has a fault.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>Reports a unit listed twice, or a row of a unit not listed.</summary>
    public void Check(TableReading table, RowDraft row)
    {
        if (table.Schema.Name == UnitTables.Units.Name)
        {
            _repeats.Check(table, row);
            if (row[UnitCode].Length > 0) _known.Add(row[UnitCode]);
            return;
        }

        // without a list of units nothing can be said about the others, and the missing list has been reported
        if (_units?.Header.Has(UnitCode) != true || !row.Has(UnitCode) || _known.Contains(row[UnitCode])) return;
        // guessed once per code, as one wrong code may stand in every row
        if (!_advice.TryGetValue(row[UnitCode], out var text)) _advice[row[UnitCode]] = text = Advice(row[UnitCode], _units.File);
        table.Fail(row, UnitCode, row[UnitCode], text, faults);
    }

    /// <summary>Takes in the list of units.</summary>
    public void Begin(TableReading units) => _units = units;

    private string Advice(string code, string unitsFile) =>
        $"不在 {unitsFile} 中。{NearestWord.Question(code, _known)}请改正编码，或在 {unitsFile} 中增加这个单位。";
}
