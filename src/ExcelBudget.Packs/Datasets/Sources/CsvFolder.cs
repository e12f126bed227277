using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>A dataset in a folder of CSV files, one per table.</summary>
internal static class CsvFolder
{
    /// <summary>Reads the files named like a table; other CSV files get a warning.</summary>
    public static RawDataset Read(string folder, TableFamily family, FaultLog faults)
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        var opened = new Dictionary<string, Func<RawTable>>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsCsv).Order(StringComparer.Ordinal))
        {
            if (Table(path, family, tables, faults) is not { } schema) continue;
            tables.Add(schema.Name, Path.GetFileName(path));
            opened.Add(schema.Name, () => CsvFile.Read(path, schema, faults));
        }

        return new(opened, table => table.Name + ".csv");
    }

    private static TableSchema? Table(string path, TableFamily family, Dictionary<string, string> tables, FaultLog faults)
    {
        var file = Path.GetFileName(path);
        if (TableFamily.IsGuide(Path.GetFileNameWithoutExtension(path))) return null;
        var schema = family.Find(Path.GetFileNameWithoutExtension(path));
        if (schema is null)
        {
            var question = NearestWord.Question(Path.GetFileNameWithoutExtension(path), family.Tables.Select(table => table.Name));
            faults.Warn(new(file), $"不是{family.Title}的表，已忽略。{question}可用的文件名：{string.Join("、",
                family.Tables.Select(table => table.Name + ".csv"))}。");
            return null;
        }

        if (!tables.TryGetValue(schema.Name, out var first)) return schema;
        faults.Error(new(file), $"同一张表有两个文件，只读取了 {first}。请只保留一个。");
        return null;
    }

    private static bool IsCsv(string path) => string.Equals(Path.GetExtension(path), ".csv", StringComparison.OrdinalIgnoreCase);
}
