using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Patterns whose words are a pack's, made once for its words.</summary>
/// <typeparam name="T">The patterns of one check.</typeparam>
/// <param name="make">Makes them.</param>
internal sealed class WordPatterns<T>(Func<IndicatorWords, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<IndicatorWords, T> _made = [];

    /// <summary>The patterns with these words in them.</summary>
    public T Of(IndicatorWords words) => _made.GetValue(words, words => make(words));
}

/// <summary>Words in patterns.</summary>
internal static class WordPattern
{
    /// <summary>Any one of some words, the first that fits; nothing at all where there are none.</summary>
    public static string Any(IReadOnlyList<string> words) =>
        words.Count == 0 ? "(?!)" : "(?:" + string.Join('|', words.Select(Regex.Escape)) + ")";

    /// <summary>A pattern, made for many texts.</summary>
    public static Regex Make(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
