using System.Runtime.CompilerServices;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>Evaluates the relations of a rule book on one budget.</summary>
/// <param name="figures">The budget's figures.</param>
public sealed class RelationChecker(BudgetFigures figures)
{
    // a fill asks twice: for its findings and for what its 校验 sheet says
    private static readonly ConditionalWeakTable<BudgetFigures, Dictionary<Relation, RelationResult[]>> Known = [];

    private readonly Dictionary<Relation, RelationResult[]> _known =
        Known.GetValue(figures, static _ => new(ReferenceEqualityComparer.Instance));

    /// <summary>
    /// Every relation, once for each row and column it speaks of. A relation whose condition does not hold yields nothing.
    /// </summary>
    public IEnumerable<RelationResult> Check()
    {
        foreach (var relation in figures.Book.Relations)
        {
            foreach (var result in Check(relation)) yield return result;
        }
    }

    /// <summary>One relation, once for each row and column it speaks of.</summary>
    public IReadOnlyList<RelationResult> Check(Relation relation)
    {
        if (_known.TryGetValue(relation, out var known)) return known;
        return _known[relation] = [.. Evaluate(relation)];
    }

    private IEnumerable<RelationResult> Evaluate(Relation relation)
    {
        foreach (var context in Contexts(relation))
        {
            var (applies, reason) = figures.Judge(relation.When, context);
            if (reason is not null) yield return new RelationResult(relation, context, default, default, Tie.Unchecked, reason);
            else if (applies) yield return Evaluate(relation, context);
        }
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

    private RelationResult Evaluate(Relation relation, RowContext context)
    {
        var left = figures.Evaluate(relation.Check.Left, context);
        var right = figures.Evaluate(relation.Check.Right, context);
        var reason = left.Unknown ?? right.Unknown;
        var tie = reason is null ? TieComparison.Of(left.Value, relation.Check.Comparison, right.Value) : Tie.Unchecked;
        return new RelationResult(relation, context, left.Value, right.Value, tie, reason);
    }
}
