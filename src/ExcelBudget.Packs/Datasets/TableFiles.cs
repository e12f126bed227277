using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Sources;
using ExcelBudget.Packs.Datasets.Tables;

namespace ExcelBudget.Packs.Datasets;

/// <summary>What came of reading a family of tables.</summary>
/// <param name="Tables">Every table of the family, also those that are not there, which have no rows.</param>
/// <param name="Faults">Everything that is wrong, in the order of the tables, then by line.</param>
public sealed record TableFilesReading(IReadOnlyDictionary<string, ReadTable> Tables, IReadOnlyList<DatasetFault> Faults)
{
    /// <summary>True when a row or a table had to be left out.</summary>
    public bool HasErrors => Faults.Any(fault => fault.Severity == Severity.Error);

    /// <summary>The table of a schema.</summary>
    public ReadTable this[TableSchema schema] => Tables[schema.Name];
}

/// <summary>
/// Reads tables that people keep in Excel or as CSV, as their schemas declare them: datasets, and whatever else the bureau lists.
/// </summary>
public static class TableFiles
{
    /// <summary>Reads a family of tables.</summary>
    /// <param name="path">A folder with CSV files, or an .xlsx file with a sheet per table.</param>
    /// <param name="family">The tables; only those that are required must be there.</param>
    /// <returns>What could be read, and all faults; never throws for what stands in the files.</returns>
    public static TableFilesReading Read(string path, TableFamily family)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var faults = new FaultLog();
        var source = Open(path, family, faults);
        var tables = family.Tables
            .Select(schema => new ReadTable(source is null ? TableReader.Unread(schema) : Read(source, schema, faults)))
            .ToDictionary(table => table.Schema.Name, StringComparer.Ordinal);
        return new(tables, faults.InOrder([.. tables.Values.Select(table => table.File)]));
    }

    /// <summary>Opens a folder or a workbook; null, with the fault, when it is neither.</summary>
    internal static RawDataset? Open(string path, TableFamily family, FaultLog faults)
    {
        if (Directory.Exists(path)) return CsvFolder.Read(path, family, faults);
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) faults.Error(new(name.Length == 0 ? path : name), "找不到。请给出存放 CSV 文件的文件夹，或一个 .xlsx 文件。");
        else if (!string.Equals(Path.GetExtension(path), ".csv", StringComparison.OrdinalIgnoreCase))
            return DatasetWorkbook.Read(path, family, faults);
        else faults.Error(new(name), $"是单个 CSV 文件。请给出它所在的文件夹，{family.Title}由其中的多个文件组成。");
        return null;
    }

    private static TableReading Read(RawDataset source, TableSchema schema, FaultLog faults) =>
        source.Tables.TryGetValue(schema.Name, out var opened)
            ? TableReader.Read(opened(), schema, faults)
            : TableReader.Missing(source.FileOf(schema), schema, faults);
}
