using ExcelBudget.Domain.Codes;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// Reads «maps» of pack.yaml: tables from the codes of one classification to those of another. Columns of the file: from (a code, or the
/// beginning of several), when (words of the unit's fact, parted by /; blank for any unit), to and name.
/// </summary>
internal static class CodeMapReader
{
    private static readonly string[] Columns = ["from", "when", "to", "name"];

    /// <summary>The tables by id; one that cannot be read is a fault.</summary>
    public static IReadOnlyDictionary<string, CodeMap> Read(YamlMap pack, string folder)
    {
        var maps = new Dictionary<string, CodeMap>(StringComparer.Ordinal);
        if (pack.Map("maps") is not { } declared) return maps;
        foreach (var id in declared.Keys)
        {
            if (declared.Map(id) is not { } map) continue;
            var file = map.Required("file");
            if (Entries(Path.Combine(folder, file), file, pack.Faults) is { } entries) maps[id] = new CodeMap(id, map.Text("by"), entries);
            map.RefuseOthers();
        }

        return maps;
    }

    private static List<CodeMapEntry>? Entries(string path, string file, List<PackFault> faults)
    {
        if (!File.Exists(path))
        {
            faults.Add(new PackFault(file, 0, "找不到文件"));
            return null;
        }

        var rows = TableFile.Rows(File.ReadAllBytes(path));
        string[] header = [.. rows.Count > 0 ? rows[0].Fields : []];
        if (Columns.FirstOrDefault(column => !header.Contains(column)) is { } lost)
        {
            faults.Add(new PackFault(file, 1, $"第一行应有列名 {string.Join("、", Columns)}，缺少 {lost}"));
            return null;
        }

        var entries = new List<CodeMapEntry>();
        foreach (var (line, fields) in rows.Skip(1))
        {
            string Field(string column) => Array.IndexOf(header, column) is var at && at < fields.Count ? fields[at].Trim() : "";
            if (Field("from").Length == 0 || Field("to").Length == 0)
                faults.Add(new PackFault(file, line, "from（原编码）和 to（对应的编码）都要填写"));
            entries.Add(new CodeMapEntry(
                Field("from"), Field("when").Split('/', StringSplitOptions.RemoveEmptyEntries), Field("to"), Field("name")));
        }

        return entries;
    }
}
