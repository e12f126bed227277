using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Packs;
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
    /// <param name="seen">
    /// Is shown every row of the dataset with its table while it is read, in file order (a carry-over without fund after the others): what
    /// is to be said of all rows needs no second pass. Null for nobody.
    /// </param>
    public static DatasetReading Read(string path, Pack pack, Action<string, DatasetRow>? seen = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var columns = UsedColumns.Of(pack);
        return Read(path, pack.Tables, [.. PackSchema.Of(pack).Select(table => UsedColumns.NeededOf(table, columns))], columns, seen);
    }

    /// <summary>Reads the dataset at a path.</summary>
    /// <param name="path">A folder with CSV files, or an .xlsx file with sheets of the same names.</param>
    /// <param name="used">Tables the pack draws on: only these must be there. Null when every table of the schema is meant.</param>
    /// <param name="schema">Tables of the dataset; null for those every dataset may have.</param>
    /// <returns>What could be read, and all faults; never throws for what stands in the files.</returns>
    public static DatasetReading Read(string path, IReadOnlySet<string>? used = null, IReadOnlyList<TableSchema>? schema = null) =>
        Read(path, used, schema, null, null);

    /// <param name="columns">Columns that the forms draw on; null when every one counts.</param>
    /// <param name="seen">Is shown every row; null for nobody.</param>
    private static DatasetReading Read(
        string path, IReadOnlySet<string>? used, IReadOnlyList<TableSchema>? schema, IReadOnlySet<(string Table, string Field)>? columns,
        Action<string, DatasetRow>? seen)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var faults = new FaultLog();
        var known = schema ?? DatasetSchema.Tables;
        var family = schema is null ? DatasetSchema.Family : new TableFamily(DatasetSchema.Family.Title, schema);
        if (TableFiles.Open(path, family, faults) is not { } source)
            return new(new Dataset(new Dictionary<string, IDatasetTable>()), faults.InOrder([]));
        var pass = new DatasetPass(faults, (table, field) => columns is null || columns.Contains((table, field)), seen);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in known.OrderBy(DatasetPass.OrderOf))
        {
            var reading = ReadTable(source, table, faults, used);
            files[table.Name] = reading.File;
            pass.Take(reading);
        }

        return pass.Finish([.. known.Select(table => files[table.Name])]);
    }

    private static TableReading ReadTable(RawDataset source, TableSchema schema, FaultLog faults, IReadOnlySet<string>? used) =>
        source.Tables.TryGetValue(schema.Name, out var opened)
            ? TableReader.Read(opened(), schema, faults)
            : TableReader.Missing(source.FileOf(schema), used is null || used.Contains(schema.Name)
                ? schema
                : schema with { Required = false }, faults);
}
