using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>A project as the checks on goals and indicators see it.</summary>
public sealed record ReviewedProject
{
    /// <summary>Its row in the form of projects.</summary>
    public required RowKey Key { get; init; }

    /// <summary>What was worked out about it before.</summary>
    internal Memory Memory { get; } = new();

    /// <summary>项目名称。</summary>
    public required string Name { get; init; }

    /// <summary>Unit it belongs to, where budgets of several units are seen together; empty otherwise.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True for the unit's own project of last year.</summary>
    public bool IsLastYears { get; init; }

    /// <summary>What a message calls it.</summary>
    public string Called => Unit.Length > 0 ? $"{Name}（{Unit}）" : Name;

    /// <summary>金额 in yuan, with how exactly it is known; null when it is blank or no figure.</summary>
    public Measure? Amount { get; init; }

    /// <summary>绩效目标 without markup; empty when blank.</summary>
    public string Goal { get; init; } = "";

    /// <summary>The goal with digits of one width: ２０２５年 and 2025年 say the same.</summary>
    public string PlainGoal => Goal.AsSpan().IndexOfAnyInRange('０', '９') < 0 ? Goal
        : string.Create(Goal.Length, Goal, static (plain, goal) =>
        {
            for (var at = 0; at < goal.Length; at++)
            {
                plain[at] = goal[at] is (>= '０' and <= '９') or '％' or '．' ? (char)(goal[at] - '０' + '0') : goal[at];
            }
        });

    /// <summary>True for a project marked 涉密.</summary>
    public bool IsClassified { get; init; }

    /// <summary>True when the indicators were read from one free text.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>
    /// True where another column of the text's table may as well hold the targets: what follows from them is asked, not said.
    /// </summary>
    public bool HasDoubtfulTargets { get; init; }

    /// <summary>What speaks against the reading of its text.</summary>
    internal ReadingDoubt Doubt => ReadingDoubt.Of(this);

    /// <summary>True when that text breaks off: in the middle of words, or behind a heading.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>Indicators in printed order.</summary>
    public IReadOnlyList<ReviewedIndicator> Indicators { get; init; } = [];

    /// <summary>The free text its indicators were read from; empty for entered rows.</summary>
    internal string Text { get; init; } = "";

    /// <summary>Words of its texts that stand in traditional signs among simplified ones, each with its simplified form.</summary>
    internal IReadOnlyList<(string Written, string Simplified)> TraditionalWords { get; init; } = [];

    /// <summary>权重 that the table of a free text gives its rows; empty where it has none.</summary>
    internal IReadOnlyList<decimal> Weights { get; init; } = [];

    /// <summary>二级指标 printed with nothing under them, or 一级指标 when nothing stands under the whole.</summary>
    public IReadOnlyList<string> EmptyHeadings { get; init; } = [];

    /// <summary>Headings whose name is not whole, as printed.</summary>
    public IReadOnlyList<string> MalformedHeadings { get; init; } = [];
}
