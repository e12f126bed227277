using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking;

/// <summary>Evaluates the relations of a rule book on one budget.</summary>
/// <param name="figures">The budget's figures.</param>
public sealed class RelationChecker(BudgetFigures figures)
{
    /// <summary>Every relation, once for each row and column it speaks of. A relation whose condition does not hold yields nothing.</summary>
    public IEnumerable<RelationResult> Check()
    {
        foreach (var relation in figures.Book.Relations)
        {
            foreach (var result in Check(relation)) yield return result;
        }
    }

    /// <summary>One relation, once for each row and column it speaks of.</summary>
    public IEnumerable<RelationResult> Check(Relation relation)
    {
        foreach (var context in Contexts(relation))
        {
            var (applies, reason) = Applies(relation.When, context);
            if (reason is not null) yield return new RelationResult(relation, context, default, default, Tie.Unchecked, reason);
            else if (applies) yield return Evaluate(relation, context);
        }
    }

    /// <summary>Compares two figures under the one tolerance of the house: silent, 尾差 when their intervals meet, broken beyond.</summary>
    public static Tie Compare(Measure left, Comparison comparison, Measure right)
    {
        var gap = comparison switch
        {
            Comparison.Equal => Math.Abs(left.Value - right.Value),
            Comparison.AtMost => left.Value - right.Value,
            _ => right.Value - left.Value,
        };
        if (gap <= 0m) return Tie.Holds;
        return gap <= left.HalfWidth + right.HalfWidth ? Tie.Tail : Tie.Broken;
    }

    private IEnumerable<RowContext> Contexts(Relation relation)
    {
        IReadOnlyList<RowView?> rows = relation.Rows is { } selectors
            ? [.. selectors.SelectMany(selector => figures.Selection.Rows(relation.Form, selector, default)).Distinct()]
            : [null];
        foreach (var row in rows)
        {
            if (relation.Columns.Count == 0) yield return new RowContext(relation.Form, row, null);
            foreach (var column in relation.Columns) yield return new RowContext(relation.Form, row, column);
        }
    }

    /// <summary>Whether the relation's condition holds, or why that cannot be told.</summary>
    private (bool Applies, string? Reason) Applies(Comparing? condition, RowContext context)
    {
        if (condition is null) return (true, null);
        var left = figures.Evaluate(condition.Left, context);
        var right = figures.Evaluate(condition.Right, context);
        if ((left.Unknown ?? right.Unknown) is { } reason) return (false, reason);
        return (Compare(left.Value, condition.Comparison, right.Value) != Tie.Broken, null);
    }

    private RelationResult Evaluate(Relation relation, RowContext context)
    {
        var left = figures.Evaluate(relation.Check.Left, context);
        var right = figures.Evaluate(relation.Check.Right, context);
        var reason = left.Unknown ?? right.Unknown;
        var tie = reason is null ? Compare(left.Value, relation.Check.Comparison, right.Value) : Tie.Unchecked;
        return new RelationResult(relation, context, left.Value, right.Value, tie, reason);
    }
}
