using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>What a folder or a workbook holds, table by table.</summary>
/// <param name="Tables">The tables found, by name in lower case.</param>
/// <param name="FileOf">How messages name the file of a table, also of one that is missing.</param>
internal sealed record RawDataset(IReadOnlyDictionary<string, RawTable> Tables, Func<TableSchema, string> FileOf);
