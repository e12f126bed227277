using System.Globalization;
using CsvHelper;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// Reads codes/*.csv: code and name; from, to (budget years in which the code is used) and former («旧名@末年；…»); others are for people.
/// </summary>
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

        return new CodeList(id, levelLengths, Entries(csv, header, file, levelLengths, faults));
    }

    private static List<CodeEntry> Entries(
        CsvReader csv, List<string> header, string file, IReadOnlyList<int> levelLengths, List<PackFault> faults)
    {
        var entries = new List<CodeEntry>();
        var (codeAt, nameAt) = (header.IndexOf("code"), header.IndexOf("name"));
        while (csv.Read())
        {
            if (csv.FieldCount <= Math.Max(codeAt, nameAt)) continue;
            var line = (int)csv.LineNumber;
            var code = csv.GetString(codeAt);
            if (!levelLengths.Contains(code.Length) || !code.All(char.IsAsciiDigit))
            {
                faults.Add(new PackFault(file, line, $"编码“{code}”的位数应为 {string.Join("、", levelLengths)} 位数字"));
            }

            string Field(string name) => header.IndexOf(name) is >= 0 and var at && at < csv.FieldCount ? csv.GetString(at).Trim() : "";
            int? Year(string text) => text.Length == 0 ? null : YearOf(text) ?? Fault(faults, file, line, text);
            entries.Add(new CodeEntry(
                code, csv.GetString(nameAt), Year(Field("from")), Year(Field("to")),
                [.. Field("former").Split('；', StringSplitOptions.RemoveEmptyEntries).Select(former => Former(former, Year))]));
        }

        return entries;
    }

    /// <summary>«医疗卫生@2013»: a name and the last year that used it; without a year it is not known.</summary>
    private static FormerName Former(string text, Func<string, int?> year)
    {
        var at = text.LastIndexOf('@');
        return at < 0 ? new FormerName(text.Trim(), null) : new FormerName(text[..at].Trim(), year(text[(at + 1)..].Trim()));
    }

    private static int? YearOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;

    private static int? Fault(List<PackFault> faults, string file, int line, string text)
    {
        faults.Add(new PackFault(file, line, $"“{text}”应为年度，如 2024"));
        return null;
    }

    private static List<string> Header(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}
