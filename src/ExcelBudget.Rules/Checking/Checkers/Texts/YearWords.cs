using System.Collections.Frozen;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>年份前后的用词。What stands around years that are meant: templates/common/year-words.txt.</summary>
internal static class YearWords
{
    private const string Resource = "year-words.txt";

    private static readonly FrozenDictionary<string, string[]> Sections = Read();

    /// <summary>The words of a section.</summary>
    /// <exception cref="KeyNotFoundException">There is no such section.</exception>
    public static string[] Of(string section) => Sections[section];

    /// <summary>The words of a section as one pattern.</summary>
    public static string Pattern(string section) => "(?:" + string.Join('|', Of(section)) + ")";

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(YearWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> open = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            if (line.StartsWith('[') && line.EndsWith(']') && !line.Contains(' ', StringComparison.Ordinal)
                && line.Trim('[', ']').All(char.IsAsciiLetter)) sections.Add(line.Trim('[', ']'), open = []);
            else open.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return sections.ToFrozenDictionary(section => section.Key, section => section.Value.ToArray(), StringComparer.Ordinal);
    }
}
