using System.Collections.Frozen;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Where a heading stands in the tree of indicators.</summary>
internal enum HeadingRank
{
    /// <summary>一级指标。</summary>
    Level1,

    /// <summary>二级指标。</summary>
    Level2,

    /// <summary>成本指标 and 满意度指标: level 1 in one scheme, level 2 in the other; the document's own outline decides.</summary>
    Either,

    /// <summary>Printed as a heading, with a name no scheme knows.</summary>
    Unknown,
}

/// <summary>One name of the national framework of indicators (both schemes), as documents print it.</summary>
/// <param name="Stem">The word without 指标.</param>
/// <param name="Name">Normalised name.</param>
/// <param name="Rank">Its place.</param>
/// <param name="Parents">Level 1 names it belongs under.</param>
internal sealed record HeadingName(string Stem, string Name, HeadingRank Rank, params string[] Parents)
{
    public const string Output = "产出指标";
    public const string Benefit = "效益指标";
    public const string Satisfaction = "满意度指标";
    public const string Cost = "成本指标";
    public const string ServedSatisfaction = "服务对象满意度指标";

    private static readonly KeyValuePair<string, string>[] Benefits = [.. Vocabulary.Pairs("benefitHeadings")];

    private static readonly KeyValuePair<string, string>[] Costs = [.. Vocabulary.Pairs("costHeadings")];

    private static readonly string[] Served = Vocabulary.Of("servedHeadings");

    /// <summary>
    /// All names, longest stem first. They stand in the common words and not in a pack because they are the Ministry's framework for the
    /// whole country (scheme A and B); a pack says which of them its form requires.
    /// </summary>
    public static IReadOnlyList<HeadingName> All { get; } = [.. Names().OrderByDescending(name => name.Stem.Length)];

    private static readonly FrozenDictionary<char, HeadingName[]> ByFirst =
        All.GroupBy(name => name.Stem[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The names that begin with a sign, longest stem first.</summary>
    public static ReadOnlySpan<HeadingName> BeginningWith(char sign) => ByFirst.TryGetValue(sign, out var names) ? names : [];

    /// <summary>Level 1 printed together with level 2: 产出数量.</summary>
    public string? JoinedLevel1 { get; init; }

    private static IEnumerable<HeadingName> Names()
    {
        foreach (var (stem, word) in Vocabulary.Pairs("firstHeadings")) yield return new(stem, word + "指标", HeadingRank.Level1);
        yield return new("满意度", Satisfaction, HeadingRank.Either, Satisfaction);
        yield return new("成本", Cost, HeadingRank.Either, Output, Cost);
        foreach (var word in Vocabulary.Of("outputHeadings"))
        {
            yield return new("产出" + word, word + "指标", HeadingRank.Level2, Output) { JoinedLevel1 = Output };
            if (word != "成本") yield return new(word, word + "指标", HeadingRank.Level2, Output);
        }

        foreach (var (stem, word) in Vocabulary.Pairs("otherOutputHeadings"))
            yield return new(stem, word + "指标", HeadingRank.Level2, Output);
        foreach (var (stem, word) in Benefits) yield return new(stem, word + "指标", HeadingRank.Level2, Benefit);
        foreach (var (stem, word) in Costs) yield return new(stem, word + "指标", HeadingRank.Level2, Cost);
        foreach (var stem in Served) yield return new(stem, ServedSatisfaction, HeadingRank.Level2, Satisfaction);
        foreach (var stem in Vocabulary.Of("otherServedHeadings")) yield return new(stem, stem + "指标", HeadingRank.Level2, Satisfaction);
    }
}
