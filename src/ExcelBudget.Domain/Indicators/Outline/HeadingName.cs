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

    private static readonly (string Stem, string Word)[] Benefits =
    [
        ("经济效益", "经济效益"), ("社会效益", "社会效益"), ("生态效益", "生态效益"), ("环境效益", "生态效益"), ("生态环境效益", "生态效益"),
        ("可持续影响", "可持续影响"), ("可持续性影响", "可持续影响"), ("可持续发展影响", "可持续影响"), ("可持续发展", "可持续影响"),
        ("可持续效益", "可持续影响"), ("可持续", "可持续影响"),
    ];

    private static readonly (string Stem, string Word)[] Costs =
    [
        ("经济成本", "经济成本"), ("社会成本", "社会成本"), ("生态环境成本", "生态环境成本"), ("环境成本", "生态环境成本"), ("生态成本", "生态环境成本"),
    ];

    private static readonly string[] Served =
    [
        "服务对象满意度", "受益对象满意度", "服务对象或受益人满意度", "社会公众或服务对象满意度", "服务对象或社会公众满意度", "服务对象和社会公众满意度",
    ];

    /// <summary>
    /// All names, longest stem first. They stand here and not in a pack because they are the Ministry's framework for the whole country
    /// (scheme A and B); a pack says which of them its form requires.
    /// </summary>
    public static IReadOnlyList<HeadingName> All { get; } = [.. Names().OrderByDescending(name => name.Stem.Length)];

    /// <summary>Level 1 printed together with level 2: 产出数量.</summary>
    public string? JoinedLevel1 { get; init; }

    private static IEnumerable<HeadingName> Names()
    {
        yield return new("产出", Output, HeadingRank.Level1);
        yield return new("项目完成", Output, HeadingRank.Level1);
        yield return new("效益", Benefit, HeadingRank.Level1);
        yield return new("效果", Benefit, HeadingRank.Level1);
        yield return new("满意度", Satisfaction, HeadingRank.Either, Satisfaction);
        yield return new("成本", Cost, HeadingRank.Either, Output, Cost);
        foreach (var word in (string[])["数量", "质量", "时效", "成本"])
        {
            yield return new("产出" + word, word + "指标", HeadingRank.Level2, Output) { JoinedLevel1 = Output };
            if (word != "成本") yield return new(word, word + "指标", HeadingRank.Level2, Output);
        }

        foreach (var (stem, word) in Benefits) yield return new(stem, word + "指标", HeadingRank.Level2, Benefit);
        foreach (var (stem, word) in Costs) yield return new(stem, word + "指标", HeadingRank.Level2, Cost);
        foreach (var stem in Served) yield return new(stem, ServedSatisfaction, HeadingRank.Level2, Satisfaction);
        yield return new("社会公众满意度", "社会公众满意度指标", HeadingRank.Level2, Satisfaction);
    }
}
