using CsvHelper;

namespace ExcelBudget.Packs.Yaml;

/// <summary>Opens a table of a pack (codes/*.csv): a list of rows, each a list of its fields.</summary>
internal static class TableFile
{
    /// <summary>The rows of a file, the header first, each with its line.</summary>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Fields)> Rows(byte[] content) =>
        [.. TreeOf(content).Items.OfType<YamlList>()
            .Select(row => (row.Line, (IReadOnlyList<string>)[.. row.Items.OfType<YamlText>().Select(field => field.Value)]))];

    /// <summary>The table as it is kept, parsed now where nobody did before.</summary>
    public static YamlList TreeOf(byte[] content)
    {
        if (ParsedFiles.Find(content) is YamlList known) return known;
        using var text = new StreamReader(new MemoryStream(content, writable: false));
        using var csv = CsvReader.FromText(text.ReadToEnd(), new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        var rows = new List<YamlTree>();
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            rows.Add(new YamlList(line, 1, [.. Enumerable.Range(0, csv.FieldCount)
                .Select(at => new YamlText(line, 1, csv.GetString(at), YamlStyle.Plain))]));
        }

        return new YamlList(1, 1, rows);
    }
}
