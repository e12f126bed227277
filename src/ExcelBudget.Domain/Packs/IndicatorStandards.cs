namespace ExcelBudget.Domain.Packs;

/// <summary>
/// 绩效指标规范。What a province expects of projects and their indicators: levels, units, directions, floors, words. Data of the pack.
/// </summary>
public sealed record IndicatorStandards
{
    /// <summary>Where projects and indicators stand in the pack's forms.</summary>
    public required IndicatorPlaces Places { get; init; }

    /// <summary>一级指标 in printed order.</summary>
    public required IReadOnlyList<LevelStandard> Levels { get; init; }

    /// <summary>Units that do not fit names.</summary>
    public IReadOnlyList<UnitStandard> Units { get; init; } = [];

    /// <summary>Percentages below which a target of that kind is asked about, such as a 满意度.</summary>
    public IReadOnlyList<FloorStandard> Floors { get; init; } = [];

    /// <summary>Kinds of content that have a place of their own.</summary>
    public IReadOnlyList<FilingStandard> Filing { get; init; } = [];

    /// <summary>二级指标 that need a figure: 数量指标.</summary>
    public IReadOnlyList<string> Measured { get; init; } = [];

    /// <summary>Sums that weights may have; empty when weights are not checked.</summary>
    public IReadOnlyList<decimal> WeightSums { get; init; } = [];

    /// <summary>Fewest indicators of a project.</summary>
    public int FewestIndicators { get; init; }

    /// <summary>Shortest goal, in characters without punctuation.</summary>
    public int ShortestGoal { get; init; }

    /// <summary>The words behind the checks.</summary>
    public required IndicatorWords Words { get; init; }
}

/// <summary>Forms and columns of projects and indicators. A column that a form lacks is null.</summary>
/// <param name="Projects">Form of the projects.</param>
/// <param name="Name">项目名称。</param>
/// <param name="Amount">金额。</param>
/// <param name="Goal">绩效目标。</param>
/// <param name="Classified">是否涉密。</param>
/// <param name="Text">绩效指标 as free text.</param>
/// <param name="Indicators">Form with one indicator a row; null when they are only told as text.</param>
/// <param name="Columns">Columns of that form: level1, level2, name, description, target, operator, value, unit, weight, classified, as
/// far as it has them.</param>
public sealed record IndicatorPlaces(
    string Projects, string Name, string Amount, string Goal, string? Classified, string? Text, string? Indicators,
        IReadOnlyDictionary<string, string> Columns);

/// <summary>One 一级指标.</summary>
/// <param name="Level1">Its name.</param>
/// <param name="Level2">二级指标 that belong to it.</param>
/// <param name="Required">二级指标 that every project needs.</param>
/// <param name="IsOptional">True when a project may do without it.</param>
public sealed record LevelStandard(string Level1, IReadOnlyList<string> Level2, IReadOnlyList<string> Required, bool IsOptional);

/// <summary>计量单位与名称。</summary>
/// <param name="Names">Ends of names.</param>
/// <param name="Refused">Units such a name cannot have.</param>
/// <param name="Usual">The unit it should have, for the message.</param>
/// <param name="Under">二级指标 under which this is certain; empty for all.</param>
/// <param name="Takes">Kinds of units it can have (面积, 时间, as the words of the language tell them); empty when any.</param>
public sealed record UnitStandard(
    IReadOnlyList<string> Names, IReadOnlyList<string> Refused, string Usual, IReadOnlyList<string> Under, IReadOnlyList<string> Takes)
{
    /// <summary>True when the standard refuses a unit: by name, or because it measures something else.</summary>
    /// <param name="unit">The unit, without what it is per.</param>
    /// <param name="kind">What it measures; empty when nobody knows.</param>
    public bool Refuses(string unit, string kind) =>
        Refused.Contains(unit) || (Takes.Count > 0 && kind.Length > 0 && !Takes.Contains(kind));
}

/// <summary>指标值下限。</summary>
/// <param name="Names">Ends of names.</param>
/// <param name="Percent">Lowest sensible target in percent.</param>
/// <param name="NotUnder">二级指标 where such a rate may be anything.</param>
public sealed record FloorStandard(IReadOnlyList<string> Names, decimal Percent, IReadOnlyList<string> NotUnder);

/// <summary>A kind of content and where it belongs.</summary>
/// <param name="Kind">What it is: money, count, rate, span, date, or words, the names of which end in <paramref name="Names"/>.</param>
/// <param name="Names">Ends of names; empty for the others.</param>
/// <param name="BelongsTo">指标 it belongs to, a level 2 or a level 1.</param>
/// <param name="NotUnder">二级指标 under which it is surely out of place.</param>
public sealed record FilingStandard(string Kind, IReadOnlyList<string> Names, string BelongsTo, IReadOnlyList<string> NotUnder)
{
    /// <summary>Units of money: 元, 万元, 元/人.</summary>
    public const string Money = "money";

    /// <summary>Counts in whole numbers.</summary>
    public const string Count = "count";

    /// <summary>Shares of a whole, with or without their percent sign.</summary>
    public const string Rate = "rate";

    /// <summary>Counts of people and things, not of times: 30家, not 4次.</summary>
    public const string Things = "things";

    /// <summary>Money that comes in: 增收, 产值.</summary>
    public const string Income = "income";

    /// <summary>Units of a length of time: 天, 月, 小时.</summary>
    public const string Span = "span";

    /// <summary>A day or month by which something is done.</summary>
    public const string Date = "date";

    /// <summary>Meetings held and papers sent out, by what their name ends in.</summary>
    public const string Means = "means";

    /// <summary>Whatever its name ends in.</summary>
    public const string Words = "words";
}
