using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Checks;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Packs.Datasets;

/// <summary>
/// One pass over the tables of a dataset: each row is read, checked, kept packed and let go, so that a county's dataset is never in memory
/// as rows. Units come first, then projects, then the tables that speak of them.
/// </summary>
/// <param name="faults">Takes what is wrong.</param>
/// <param name="counts">False for a column of a table that no form draws on.</param>
/// <param name="seen">Is shown every row that is kept, with its table; a carry-over without fund after the others of its table.</param>
internal sealed class DatasetPass(FaultLog faults, Func<string, string, bool> counts, Action<string, DatasetRow>? seen)
{
    private readonly RowRules _rules = new(faults, counts);
    private readonly UnitChecks _units = new(faults);
    private readonly ProjectChecks _projects = new(faults);
    private readonly CarryOverFund? _carryOver = counts(DatasetTables.Revenue, DatasetFields.Fund) ? new(faults) : null;
    private readonly Dictionary<string, IDatasetTable> _kept = new(StringComparer.Ordinal);
    private readonly List<(string File, int Line, string Unit)> _leftOut = [];

    /// <summary>Where a table comes in the pass.</summary>
    public static int OrderOf(TableSchema table) =>
        table.Name == UnitTables.Units.Name ? 0 : table.Name == ProjectTables.Projects.Name ? 1 : 2;

    /// <summary>Goes through a table.</summary>
    public void Take(TableReading table)
    {
        var rows = new PackedRows(table.File, table.Schema.Shape);
        var members = table.Schema.Name == UnitTables.Units.Name ? new PackedRows(table.File, MemberRow.Shape) : null;
        if (members is not null) _units.Begin(table);
        if (table.Schema.Name == ProjectTables.Projects.Name) _projects.Begin(table);
        var carryOver = table.Schema.Name == DatasetTables.Revenue ? _carryOver : null;
        foreach (var row in table.Rows)
        {
            _rules.Check(table, row);
            _units.Check(table, row);
            _projects.Check(table, row);
            if (carryOver?.Holds(row) != true) Keep(table, row, rows, members);
        }

        foreach (var row in carryOver?.Released(table) ?? []) Keep(table, row, rows, members);
        _kept[table.Schema.Name] = rows.Close();
        if (members is not null) _kept[DatasetTables.Members] = members.Close();
    }

    /// <summary>What came of it, once all tables were gone through.</summary>
    /// <param name="files">Files of the tables in the order in which faults are listed.</param>
    public DatasetReading Finish(IReadOnlyList<string> files)
    {
        var told = faults.InOrder(files);
        var ranks = files.ToList();
        var places = _leftOut.Select(row => (row.File, (int?)row.Line)).ToHashSet();
        return new(new Dataset(_kept), told)
        {
            FaultyUnits = _leftOut.Select(row => row.Unit).Distinct().SelectMany(Owners).ToHashSet(StringComparer.Ordinal),
            UnitFaults = UnitFaults(told, [.. _leftOut.OrderBy(row => ranks.IndexOf(row.File)).ThenBy(row => row.Line)]),
            ConcernsEveryUnit = told.Any(fault => fault.Severity == Severity.Error && !places.Contains((fault.File, fault.Line))),
        };
    }

    private void Keep(TableReading table, RowDraft draft, PackedRows rows, PackedRows? members)
    {
        if (!draft.Sound)
        {
            if (draft[DatasetFields.UnitCode] is { Length: > 0 } unit) _leftOut.Add((table.File, draft.Line, unit));
            return;
        }

        if (!table.Header.Complete) return;
        var row = draft.Finished();
        rows.Add(row);
        seen?.Invoke(table.Schema.Name, row);
        foreach (var member in members is null ? [] : MemberRow.Of(row))
        {
            members!.Add(member);
            seen?.Invoke(DatasetTables.Members, member);
        }
    }

    private Dictionary<string, string> UnitFaults(
        IReadOnlyList<DatasetFault> told, IReadOnlyList<(string File, int Line, string Unit)> leftOut)
    {
        var messages = told.Where(fault => fault.Severity == Severity.Error)
            .ToLookup(fault => (fault.File, fault.Line), fault => fault.Message);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, line, unit) in leftOut)
        {
            foreach (var owner in Owners(unit)) first.TryAdd(owner, messages[(file, line)].FirstOrDefault() ?? "有一行没有采用");
        }

        return first;
    }

    /// <summary>The unit of a code; for a code nobody has, as 305002-图书馆, the units whose code is part of it.</summary>
    private IEnumerable<string> Owners(string code) =>
        _units.Known.Where(unit => code.Contains(unit, StringComparison.Ordinal)).Append(code);
}
