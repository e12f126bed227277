using System.Buffers;
using System.Text.RegularExpressions;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers.VerbFloors;

/// <summary>All words that the checks of texts look for, sought at once: nobody can judge a text without going through it.</summary>
internal sealed partial class WordScan
{
    private readonly SearchValues<string> _words = SearchValues.Create(
        [.. Word().Matches(Lists()).Select(match => match.Value).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);

    /// <summary>How many of the words stand in a text.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var found = 0;
        for (int at; (at = text.IndexOfAny(_words)) >= 0; text = text[(at + 1)..]) found++;
        return found;
    }

    private static string Lists()
    {
        var common = Path.Combine(Sample.Pack, "..", "common");
        var lists = Directory.EnumerateFiles(common, "*.yaml").Concat(Directory.EnumerateFiles(common, "*.txt"));
        return string.Concat(lists.Select(File.ReadAllText));
    }

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,}")]
    private static partial Regex Word();
}
