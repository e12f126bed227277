using System.Runtime.CompilerServices;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>Evaluates the relations of a rule book on one budget.</summary>
/// <param name="figures">The budget's figures.</param>
public sealed class RelationChecker(BudgetFigures figures)
{
    // a fill asks twice: for its findings and for what its 校验 sheet says
    private static readonly ConditionalWeakTable<BudgetFigures, Dictionary<Relation, RelationResult[]>> Known = [];

    private static readonly RowView[] NoRow = [null!];

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
    public IReadOnlyList<RelationResult> Check(Relation relation) => Results(relation);

    /// <summary>The same; not to be changed.</summary>
    internal RelationResult[] Results(Relation relation)
    {
        if (_known.TryGetValue(relation, out var known)) return known;
        var results = new List<RelationResult>();
        Evaluate(relation, results);
        return _known[relation] = [.. results];
    }

    private void Evaluate(Relation relation, List<RelationResult> results)
    {
        var rows = Rows(relation);
        foreach (var row in rows)
        {
            if (relation.Columns.Count == 0) Add(relation, new RowContext(relation.Form, row, null), results);
            for (var column = 0; column < relation.Columns.Count; column++)
                Add(relation, new RowContext(relation.Form, row, relation.Columns[column]), results);
        }
    }

    private RowView[] Rows(Relation relation)
    {
        if (relation.Rows is not { } selectors) return NoRow;
        if (selectors is [var only]) return figures.Selection.List(relation.Form, only, default);
        return [.. selectors.SelectMany(selector => figures.Selection.List(relation.Form, selector, default))
            .Distinct<RowView>(ReferenceEqualityComparer.Instance)];
    }

    private void Add(Relation relation, RowContext context, List<RelationResult> results)
    {
        if (relation.When is null)
        {
            results.Add(Evaluate(relation, context));
            return;
        }

        var (applies, reason) = figures.Judge(relation.When, context);
        if (reason is not null) results.Add(new RelationResult(relation, context, default, default, Tie.Unchecked, reason));
        else if (applies) results.Add(Evaluate(relation, context));
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
