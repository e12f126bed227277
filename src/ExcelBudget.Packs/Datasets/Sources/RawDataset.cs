using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>What a folder or a workbook holds, table by table.</summary>
/// <param name="Tables">What opens each table found, by name in lower case: once.</param>
/// <param name="FileOf">How messages name the file of a table, also of one that is missing.</param>
internal sealed record RawDataset(IReadOnlyDictionary<string, Func<RawTable>> Tables, Func<TableSchema, string> FileOf);
