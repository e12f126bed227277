namespace ExcelBudget.Domain.Indicators.Quantities;

/// <summary>数量。One quantity that running text tells: «举办培训不少于18场», «每人每月600元», «其中低保对象350人次».</summary>
public sealed record TextQuantity
{
    /// <summary>Number and unit as written.</summary>
    public required string Text { get; init; }

    /// <summary>The number in whole units: 12,000 for 1.2万.</summary>
    public required decimal Number { get; init; }

    /// <summary>Half of the last digit's weight, in whole units; 0 for a number without decimals.</summary>
    public decimal HalfDigit { get; init; }

    /// <summary>计量单位 in its usual form (人 for 名, 元 for 万元, 册 for 本).</summary>
    public required string Unit { get; init; }

    /// <summary>Per what: 人 and 月 of «每人每月600元» and of «600元/人·月»; empty for a quantity of the whole.</summary>
    public IReadOnlyList<string> Per { get; init; } = [];

    /// <summary>How it binds: at least, at most; <see cref="TargetOperator.Equal"/> for exactly.</summary>
    public TargetOperator Bound { get; init; } = TargetOperator.Equal;

    /// <summary>约, 余, 左右.</summary>
    public bool IsAbout { get; init; }

    /// <summary>The words before it, back to the last punctuation or number.</summary>
    public string Before { get; init; } = "";

    /// <summary>All of its clause before it, numbers and lists included: 每季度与公安、殡葬数据比对.</summary>
    public string Lead { get; init; } = "";

    /// <summary>The last of its sentence before it, figures included: 换发制式服装，人均 of «换发制式服装，人均1200元».</summary>
    public string Context { get; init; } = "";

    /// <summary>The words behind it, up to the next punctuation or number.</summary>
    public string After { get; init; } = "";

    /// <summary>The words before the count that a price stands right behind: 规范管理 of «规范管理200人，每人400元».</summary>
    public string Counted { get; init; } = "";

    /// <summary>The year or the span of years that its sentence told last before it; null where none was told.</summary>
    public (int From, int To)? Years { get; init; }

    /// <summary>True for what is told of the year before: 260人 of «上年培训260人».</summary>
    public bool IsOfLastYear { get; init; }

    /// <summary>True for a bare total behind what it adds up: 共20处 of «东片12处、西片9处，共20处».</summary>
    public bool IsTotal { get; init; }

    /// <summary>Number of its sentence.</summary>
    public int Sentence { get; init; }

    /// <summary>True behind 其中 or inside brackets: a part of what was told before it.</summary>
    public bool IsDetail { get; init; }

    /// <summary>True inside brackets.</summary>
    public bool IsBracketed { get; init; }

    /// <summary>True for where a change starts: 48小时 of «由48小时缩短到24小时»; the aim is the quantity behind it.</summary>
    public bool IsStart => AimedChange.EndsAtAim(Before, After);

    /// <summary>True for what an aim is compared with: 16% of «达到20%，比2023年的16%提高4个百分点».</summary>
    public bool IsCompared => AimedChange.IsCompared(Lead, After);

    /// <summary>True for money, the whole or a price for one.</summary>
    public bool IsMoney => Unit == QuantityUnits.Yuan;

    /// <summary>True when it is told of another year than this one, or of several: 到2025年达到43%, 2022年至2025年96公里.</summary>
    public bool IsOfOtherYears(int year) => IsOfLastYear || (Years is { } told && told != (year, year));

    /// <summary>What it speaks of: the words around it.</summary>
    public string About => Before + "\n" + After;
}
