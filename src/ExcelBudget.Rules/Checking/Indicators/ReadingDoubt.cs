using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>
/// 读得准不准。What speaks against the reading of a project's free text: names or units that many lines lack stand in columns that were taken
/// for others. What is missing is asked for then, once, and nothing is called an error. Entered rows leave no doubt.
/// </summary>
internal sealed class ReadingDoubt
{
    private const int Many = 3;
    private const decimal MostPoints = 60m;
    private const decimal PointStep = 5m;
    private const decimal LeastSum = 80m;
    private const decimal WholeSum = 100m;

    /// <summary>Points that a self-evaluation gives to the execution of the budget, which a form of targets leaves out.</summary>
    private const decimal ForExecution = 10m;

    private static readonly ConditionalWeakTable<ReviewedProject, ReadingDoubt> Known = [];

    private ReadingDoubt(ReviewedProject project)
    {
        if (!project.IsFreeText) return;
        var lines = project.Indicators;
        ReviewedIndicator[] nameless = [.. lines.Where(line => line.Indicator.Operator != TargetOperator.None
            && IsNone(line.Indicator.Name))];
        ReviewedIndicator[] bare = [.. lines.Where(line => line is { Number: > 0m, Indicator.Unit.Length: 0 })];
        var open = lines.Count(line => line.Indicator.Operator == TargetOperator.None);
        var figures = lines.Count(line => line.Number is not null);
        if (nameless.Length >= Many) Nameless = [.. nameless.OrderBy(line => line.Target, StringComparer.Ordinal)];
        var areMostBare = bare.Length >= Many && bare.Length * 2 > figures;
        if (areMostBare) Bare = [.. bare.OrderBy(line => line.Indicator.Name, StringComparer.Ordinal)];
        IsPointed = bare.Length >= Many && ArePoints(bare, areMostBare);
        IsUnclear = (nameless.Length > 0 && open > 0) || (open >= Many && open * 3 > lines.Count) || areMostBare || IsPointed
            || nameless.Length >= Many;
    }

    /// <summary>True when what a line lacks may stand in a column that was not read.</summary>
    public bool IsUnclear { get; }

    /// <summary>True when most figures have no unit and look like points (5, 10, 20, together 90 or 100): no targets.</summary>
    public bool IsPointed { get; }

    /// <summary>Targets without a name where they are several, in an order that does not hang on the text's.</summary>
    public IReadOnlyList<ReviewedIndicator> Nameless { get; } = [];

    /// <summary>Figures without a unit where they are most, in an order that does not hang on the text's.</summary>
    public IReadOnlyList<ReviewedIndicator> Bare { get; } = [];

    public static ReadingDoubt Of(ReviewedProject project) => Known.GetValue(project, static key => new ReadingDoubt(key));

    /// <summary>True for a name without any letter: punctuation, or a figure alone.</summary>
    public static bool IsNone(string name)
    {
        var isFigure = true;
        foreach (var sign in name)
        {
            if (!char.IsLetterOrDigit(sign)) isFigure = false;
            else if (!char.IsDigit(sign)) return false;
        }

        return isFigure || !name.Any(char.IsLetterOrDigit);
    }

    private static bool ArePoints(ReviewedIndicator[] bare, bool areMost)
    {
        var sum = bare.Sum(line => line.Number!.Value);
        return (areMost || sum is WholeSum or WholeSum - ForExecution)
            && bare.All(line => line.Number <= MostPoints && decimal.IsInteger(line.Number.Value))
            && (bare.All(line => line.Number % PointStep == 0m) || sum is >= LeastSum and <= WholeSum);
    }
}
