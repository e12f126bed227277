using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>A project as the checks on goals and indicators see it.</summary>
public sealed record ReviewedProject
{
    private const decimal MostPoints = 60m;
    private const decimal PointStep = 5m;
    private const decimal LeastSum = 80m;
    private const decimal WholeSum = 100m;

    /// <summary>Points that a self-evaluation gives to the execution of the budget, which a form of targets leaves out.</summary>
    private const decimal ForExecution = 10m;

    /// <summary>Its row in the form of projects.</summary>
    public required RowKey Key { get; init; }

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

    /// <summary>True for a project marked 涉密.</summary>
    public bool IsClassified { get; init; }

    /// <summary>True when the indicators were read from one free text.</summary>
    public bool IsFreeText { get; init; }

    /// <summary>
    /// True when the indicators were read from a text in which some have no name, or so many lack a target or a unit that the columns may
    /// have been taken for others: what is missing is asked for then, and nothing is called an error.
    /// </summary>
    public bool IsUnclear => IsFreeText && IsLoose(Indicators);

    /// <summary>True when that text breaks off: in the middle of words, or behind a heading.</summary>
    public bool BreaksOff { get; init; }

    /// <summary>Indicators in printed order.</summary>
    public IReadOnlyList<ReviewedIndicator> Indicators { get; init; } = [];

    /// <summary>二级指标 printed with nothing under them, or 一级指标 when nothing stands under the whole.</summary>
    public IReadOnlyList<string> EmptyHeadings { get; init; } = [];

    /// <summary>Headings whose name is not whole, as printed.</summary>
    public IReadOnlyList<string> MalformedHeadings { get; init; } = [];

    /// <summary>
    /// True when most figures have no unit and look like points (5, 10, 20, together 90 or 100): a column of points was taken for the
    /// targets.
    /// </summary>
    public bool IsPointed =>
        IsFreeText && ArePoints([.. Indicators.Where(line => line is { Number: not null, Indicator.Unit.Length: 0 })]);

    private bool ArePoints(IReadOnlyList<ReviewedIndicator> bare) =>
        bare.Count > 2 && (bare.Count * 2 > Indicators.Count(line => line.Number is not null)
            || bare.Sum(line => line.Number) is WholeSum or WholeSum - ForExecution)
        && bare.All(line => line.Number is > 0m and <= MostPoints && decimal.IsInteger(line.Number.Value))
        && (bare.All(line => line.Number % PointStep == 0m) || bare.Sum(line => line.Number) is >= LeastSum and <= WholeSum);

    private static bool IsLoose(IReadOnlyList<ReviewedIndicator> lines)
    {
        var (nameless, open, bare, figures) = (0, 0, 0, 0);
        foreach (var line in lines)
        {
            if (!line.Indicator.Name.Any(char.IsLetter)) nameless++;
            if (line.Indicator.Operator == Domain.Indicators.TargetOperator.None) open++;
            if (line.Number is not null) figures++;
            if (line is { Number: not null, Indicator.Unit.Length: 0 }) bare++;
        }

        return (nameless > 0 && open > 0) || (open > 2 && open * 3 > lines.Count) || (bare > 2 && bare * 2 > figures);
    }
}
