using System.Text;

namespace ExcelBudget.TestSupport;

/// <summary>Reads the keys of the test data: commas, quotes, line breaks inside quotes.</summary>
public static class Csv
{
    /// <summary>Rows of a file by heading.</summary>
    /// <param name="path">Below the repository's root.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = Lines(File.ReadAllText(Repository.PathOf(path)).TrimStart('\uFEFF')).ToArray();
        return [.. lines.Skip(1).Where(line => line.Count > 1)
            .Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static IEnumerable<List<string>> Lines(string text)
    {
        var (line, field, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var (symbol, at) in text.Select((symbol, at) => (symbol, at)))
        {
            if (symbol == '"')
            {
                isQuoted = !isQuoted;
                // a doubled quote closes and opens again
                if (isQuoted && at > 0 && text[at - 1] == '"') field.Append('"');
            }
            else if (isQuoted || symbol is not (',' or '\n' or '\r'))
            {
                field.Append(symbol);
            }
            else if (symbol != '\r')
            {
                line.Add(field.ToString());
                field.Clear();
                if (symbol != '\n') continue;
                yield return line;
                line = [];
            }
        }

        line.Add(field.ToString());
        yield return line;
    }
}
