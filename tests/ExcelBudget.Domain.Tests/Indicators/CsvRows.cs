using System.Text;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Reads a small CSV file with quoted fields into rows by column name.</summary>
internal static class CsvRows
{
    public static string PathOf(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ExcelBudget.sln"))) return Path.Combine(folder.FullName, relative);
        }

        throw new InvalidOperationException("The tests run outside of the source tree.");
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string relative)
    {
        var records = Records(File.ReadAllText(PathOf(relative)));
        return [.. records.Skip(1).Select(record => records[0].Zip(record).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static List<List<string>> Records(string text)
    {
        var (records, record, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted && sign == '"' && at + 1 < text.Length && text[at + 1] == '"') field.Append(text[++at]);
            else if (sign == '"') quoted = !quoted;
            else if (!quoted && sign is ',' or '\n' && !quoted)
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (sign == ',') continue;
                records.Add(record);
                record = [];
            }
            else field.Append(sign);
        }

        return records;
    }
}
