using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What the checks work with: the projects of one budget and what the pack expects of them.</summary>
/// <param name="Standards">绩效指标规范 of the pack.</param>
/// <param name="Year">预算年度。</param>
/// <param name="Projects">The projects in printed order.</param>
public sealed record IndicatorReview(IndicatorStandards Standards, int Year, IReadOnlyList<ReviewedProject> Projects)
{
    /// <summary>The name of the unit whose budget it is; empty where several units' are seen together.</summary>
    public string UnitName { get; init; } = "";

    /// <summary>Projects of other budgets of the same run, against which goals are compared; empty for a single budget.</summary>
    public IReadOnlyList<ReviewedProject> Elsewhere { get; init; } = [];

    /// <summary>Lines among the projects that add up others: 合计, 小计.</summary>
    public IReadOnlyList<ReviewedProject> TotalLines { get; init; } = [];

    /// <summary>What the form states as the total of its projects, in yuan, wherever it does.</summary>
    public IReadOnlyList<decimal> StatedTotals { get; init; } = [];

    /// <summary>What names and units say of an indicator.</summary>
    public IndicatorMeaning Meaning { get; } = new(Standards);
}
