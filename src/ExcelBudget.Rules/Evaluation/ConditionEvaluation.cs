using System.Diagnostics;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Evaluation;

/// <summary>Whether a condition holds in one budget.</summary>
public static class ConditionEvaluation
{
    /// <summary>
    /// Whether a condition holds, or why that cannot be told. Figures typed with two decimals are equal when their intervals meet, as in
    /// relations; &lt; &gt; ≠ ask for more than rounding explains. A part that cannot be told matters only where the others do not decide.
    /// </summary>
    /// <param name="figures">The budget's figures.</param>
    /// <param name="condition">The condition; null holds always.</param>
    /// <param name="context">本行 and 本栏.</param>
    public static (bool Holds, string? Unknown) Judge(this BudgetFigures figures, Condition? condition, RowContext context)
    {
        switch (condition)
        {
            case null:
                return (true, null);
            case Condition.Compares one:
                var left = figures.Evaluate(one.Comparing.Left, context);
                var right = figures.Evaluate(one.Comparing.Right, context);
                return (left.Unknown ?? right.Unknown) is { } reason ? (false, reason)
                    : (TieComparison.Holds(left.Value, one.Comparing.Comparison, right.Value), null);
            case Condition.Says says:
                return (says.Words.MayHold(figures.Budget) == says.IsWanted, null);
            case Condition.All all:
                string? missing = null;
                foreach (var part in all.Parts)
                {
                    var (holds, unknown) = figures.Judge(part, context);
                    if (!holds && unknown is null) return (false, null);
                    missing ??= unknown;
                }

                return (missing is null, missing);
            case Condition.Any any:
                string? open = null;
                foreach (var way in any.Parts)
                {
                    var (holds, unknown) = figures.Judge(way, context);
                    if (holds) return (true, null);
                    open ??= unknown;
                }

                return (false, open);
            default:
                throw new UnreachableException($"Unknown condition {condition}");
        }
    }
}
