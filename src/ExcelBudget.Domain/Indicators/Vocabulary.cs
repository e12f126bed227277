using System.Collections.Frozen;

namespace ExcelBudget.Domain.Indicators;

/// <summary>用词。The words of the language by which indicators are read: templates/common/indicator-words.txt.</summary>
internal static class Vocabulary
{
    private const string Resource = "indicator-words.txt";

    private static readonly FrozenDictionary<string, string[]> Sections = Read();

    /// <summary>The words of a section, in the order of the file.</summary>
    /// <exception cref="KeyNotFoundException">There is no such section.</exception>
    public static string[] Of(string section) => Sections[section];

    /// <summary>The words of a section that are written «名=人».</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string section) =>
        from pair in Of(section)
        let sign = pair.IndexOf('=', StringComparison.Ordinal)
        select KeyValuePair.Create(pair[..sign], pair[(sign + 1)..]);

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> open = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[')) sections.Add(line.Trim('[', ']', ' '), open = []);
            else open.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return sections.ToFrozenDictionary(section => section.Key, section => section.Value.ToArray(), StringComparer.Ordinal);
    }
}
