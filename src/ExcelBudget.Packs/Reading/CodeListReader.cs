using CsvHelper;
using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads codes/*.csv: columns code and name, others for people.</summary>
internal static class CodeListReader
{
    public static CodeList? Read(string folder, string id, string file, IReadOnlyList<int> levelLengths, List<PackFault> faults)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add(new PackFault(file, 0, "找不到文件"));
            return null;
        }

        using var csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        if (!csv.Read() || Header(csv) is not { } header || !header.Contains("code") || !header.Contains("name"))
        {
            faults.Add(new PackFault(file, 1, "第一行应有列名 code 和 name"));
            return null;
        }

        return new CodeList(id, levelLengths, Entries(csv, header.IndexOf("code"), header.IndexOf("name"), file, levelLengths, faults));
    }

    private static List<CodeEntry> Entries(CsvReader csv, int codeAt, int nameAt, string file, IReadOnlyList<int> levelLengths, List<PackFault> faults)
    {
        var entries = new List<CodeEntry>();
        while (csv.Read())
        {
            if (csv.FieldCount <= Math.Max(codeAt, nameAt)) continue;
            var (code, name) = (csv.GetString(codeAt), csv.GetString(nameAt));
            if (!levelLengths.Contains(code.Length) || !code.All(char.IsAsciiDigit))
            {
                faults.Add(new PackFault(file, (int)csv.LineNumber, $"编码“{code}”的位数应为 {string.Join("、", levelLengths)} 位数字"));
            }

            entries.Add(new CodeEntry(code, name));
        }

        return entries;
    }

    private static List<string> Header(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}
