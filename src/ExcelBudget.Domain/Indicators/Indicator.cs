namespace ExcelBudget.Domain.Indicators;

/// <summary>
/// 绩效指标。One indicator of a project as printed: levels, name and target, without interpretation (checks interpret, reading does not).
/// </summary>
public sealed record Indicator
{
    /// <summary>一级指标。Normalised name of the heading it is printed under, also when misfiled; empty when there is none.</summary>
    public required string Level1 { get; init; }

    /// <summary>二级指标。Normalised name of the heading it is printed under, for example 数量指标; empty when there is none.</summary>
    public required string Level2 { get; init; }

    /// <summary>Number as printed, else its order in its group.</summary>
    public string Number { get; init; } = "";

    /// <summary>三级指标。What is measured; empty when only a value is printed.</summary>
    public required string Name { get; init; }

    /// <summary>计算符号。</summary>
    public TargetOperator Operator { get; init; }

    /// <summary>指标值 without its unit; for <see cref="TargetOperator.Qualitative"/> the word or statement.</summary>
    public string Value { get; init; } = "";

    /// <summary>计量单位。The rest of the printed target, for example «%» or «元/天·人».</summary>
    public string Unit { get; init; } = "";

    /// <summary>The source fragment without markup and list number.</summary>
    public string Raw { get; init; } = "";
}
