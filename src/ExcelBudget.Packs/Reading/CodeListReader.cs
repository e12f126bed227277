using System.Globalization;
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

        var rows = TableFile.Rows(File.ReadAllBytes(path));
        if (rows is not [(_, var header), ..] || !header.Contains("code") || !header.Contains("name"))
        {
            faults.Add(new PackFault(file, 1, "第一行应有列名 code 和 name"));
            return null;
        }

        return new CodeList(id, levelLengths, Entries(rows, header.ToList(), file, levelLengths, faults));
    }

    private static List<CodeEntry> Entries(
        IReadOnlyList<(int Line, IReadOnlyList<string> Fields)> rows, List<string> header, string file,
        IReadOnlyList<int> levelLengths, List<PackFault> faults)
    {
        var entries = new List<CodeEntry>();
        var (codeAt, nameAt) = (header.IndexOf("code"), header.IndexOf("name"));
        foreach (var (line, fields) in rows.Skip(1))
        {
            if (fields.Count <= Math.Max(codeAt, nameAt)) continue;
            var code = fields[codeAt];
            if (!levelLengths.Contains(code.Length) || !code.All(char.IsAsciiDigit))
            {
                faults.Add(new PackFault(file, line, $"编码“{code}”的位数应为 {string.Join("、", levelLengths)} 位数字"));
            }

            string Field(string name) => header.IndexOf(name) is >= 0 and var at && at < fields.Count ? fields[at].Trim() : "";
            int? Year(string text) => text.Length == 0 ? null : YearOf(text) ?? Fault(faults, file, line, text);
            entries.Add(new CodeEntry(
                code, fields[nameAt], Year(Field("from")), Year(Field("to")),
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
}
