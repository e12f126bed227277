using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Checks;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Sources;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Packs.Datasets;

/// <summary>
/// Reads a dataset, a folder of CSV files or one xlsx, and finds everything that is wrong with it in one run. A row with an error is left
/// out, everything else stays. Whether a code exists in a code list is not asked here: that depends on the pack and the year.
/// </summary>
public static class DatasetReader
{
    /// <summary>Reads the dataset of a pack: with the tables and columns it declares, and only those that it draws on required.</summary>
    /// <param name="path">A folder with CSV files, or an .xlsx file with sheets of the same names.</param>
    /// <param name="pack">The pack.</param>
    public static DatasetReading Read(string path, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var columns = UsedColumns.Of(pack);
        return Read(path, pack.Tables, [.. PackSchema.Of(pack).Select(table => UsedColumns.NeededOf(table, columns))], columns);
    }

    /// <summary>Reads the dataset at a path.</summary>
    /// <param name="path">A folder with CSV files, or an .xlsx file with sheets of the same names.</param>
    /// <param name="used">Tables the pack draws on: only these must be there. Null when every table of the schema is meant.</param>
    /// <param name="schema">Tables of the dataset; null for those every dataset may have.</param>
    /// <returns>What could be read, and all faults; never throws for what stands in the files.</returns>
    public static DatasetReading Read(string path, IReadOnlySet<string>? used = null, IReadOnlyList<TableSchema>? schema = null) =>
        Read(path, used, schema, null);

    /// <param name="columns">Columns that the forms draw on; null when every one counts.</param>
    private static DatasetReading Read(
        string path, IReadOnlySet<string>? used, IReadOnlyList<TableSchema>? schema, IReadOnlySet<(string Table, string Field)>? columns)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var faults = new FaultLog();
        var known = schema ?? DatasetSchema.Tables;
        var family = schema is null ? DatasetSchema.Family : new TableFamily(DatasetSchema.Family.Title, schema);
        if (TableFiles.Open(path, family, faults) is not { } source)
            return new(new(new Dictionary<string, IReadOnlyList<DatasetRow>>()), faults.InOrder([]));
        var tables = new TableSet([.. known.Select(table => ReadTable(source, table, faults, used))]);
        foreach (var table in tables.All) RowRules.Check(table, faults, field => Counts(table.Schema.Name, field));
        UnitChecks.Check(tables, faults);
        ProjectChecks.Check(tables, faults);
        if (Counts(DatasetTables.Revenue, DatasetFields.Fund)) CarryOverFund.Check(tables, faults);
        bool Counts(string table, string field) => columns is null || columns.Contains((table, field));
        return Reading(tables, faults.InOrder([.. tables.All.Select(table => table.File)]));
    }

    /// <summary>Tells which units the errors concern, so that one unit's slip does not hold up the others.</summary>
    private static DatasetReading Reading(TableSet tables, IReadOnlyList<DatasetFault> faults)
    {
        var leftOut = tables.All
            .SelectMany(table => table.Rows.Where(row => !row.Sound)
                .Select(row => (table.File, row.Line, Unit: row[DatasetFields.UnitCode])))
            .Where(row => row.Unit.Length > 0)
            .ToArray();
        var places = leftOut.Select(row => (row.File, (int?)row.Line)).ToHashSet();
        return new(Sound(tables), faults)
        {
            FaultyUnits = leftOut.Select(row => row.Unit).Distinct()
                .SelectMany(code => Owners(tables, code)).ToHashSet(StringComparer.Ordinal),
            UnitFaults = UnitFaults(tables, leftOut, faults),
            ConcernsEveryUnit = faults.Any(fault => fault.Severity == Severity.Error && !places.Contains((fault.File, fault.Line))),
        };
    }

    private static Dictionary<string, string> UnitFaults(
        TableSet tables, IEnumerable<(string File, int Line, string Unit)> leftOut, IReadOnlyList<DatasetFault> faults)
    {
        var messages = faults.Where(fault => fault.Severity == Severity.Error)
            .ToLookup(fault => (fault.File, fault.Line), fault => fault.Message);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, line, unit) in leftOut)
        {
            foreach (var owner in Owners(tables, unit)) first.TryAdd(owner, messages[(file, line)].FirstOrDefault() ?? "有一行没有采用");
        }

        return first;
    }

    /// <summary>The unit of a code; for a code nobody has, as 305002-图书馆, the units whose code is part of it.</summary>
    private static IEnumerable<string> Owners(TableSet tables, string code)
    {
        var known = tables[UnitTables.Units].Rows.Select(row => row[DatasetFields.UnitCode]);
        return known.Where(unit => unit.Length > 0 && code.Contains(unit, StringComparison.Ordinal)).Append(code);
    }

    private static TableReading ReadTable(RawDataset source, TableSchema schema, FaultLog faults, IReadOnlySet<string>? used) =>
        source.Tables.TryGetValue(schema.Name, out var raw)
            ? TableReader.Read(raw, schema, faults)
            : TableReader.Missing(source.FileOf(schema), used is null || used.Contains(schema.Name)
                ? schema
                : schema with { Required = false }, faults);

    private static Dataset Sound(TableSet tables)
    {
        var sound = tables.All.ToDictionary(table => table.Schema.Name, Finished);
        sound[DatasetSchema.MembersTable] = [.. sound[UnitTables.Units.Name].SelectMany(Members)];
        return new(sound);
    }

    private static IReadOnlyList<DatasetRow> Finished(TableReading table) =>
        table.Header.Complete ? [.. table.Rows.Where(row => row.Sound).Select(row => row.Finished())] : [];

    /// <summary>机构设置 of a unit: the rows of its members cell, or the unit itself.</summary>
    private static IEnumerable<DatasetRow> Members(DatasetRow unit)
    {
        var written = MemberRow.ReadAll(unit.Text(DatasetFields.Members)) ?? [];
        var members = written.Count > 0
            ? written
            : [new(unit.Text(DatasetFields.UnitName), unit.Text(DatasetFields.UnitNature), unit.Text(DatasetFields.UnitRank),
                unit.Text(DatasetFields.Funding))];
        return members.Select(member => new DatasetRow(unit.File, unit.Line, MemberRow.Shape,
        [
            unit[DatasetFields.UnitCode],
            FieldValue.Of(member.Name),
            FieldValue.Of(member.Nature),
            FieldValue.Of(member.Rank),
            FieldValue.Of(member.Funding),
        ]));
    }
}
