using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>
/// 只改了一边。Bounds (≤, ≥) that held with both sides equal when the workbook was issued and no longer do: the other form, or the figure, was
/// forgotten.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
/// <param name="words">What cells are called.</param>
internal sealed class OneSidedChanges(BudgetFigures figures, IssuedFigures issued, ChangeWords words)
{
    /// <summary>The changed amounts that left their other side behind.</summary>
    public IEnumerable<Finding> Find(IReadOnlyCollection<ChangedFigure> changed)
    {
        Relation[] bounds = [.. figures.Book.Relations.Where(relation => relation.Check.Comparison != Comparison.Equal)];
        if (changed.Count == 0 || bounds.Length == 0) yield break;
        var before = new BudgetFigures(figures.Book, issued.PutBack(figures, [.. issued.Figures(figures)]));
        var (then, now, influences) = (new RelationChecker(before), new RelationChecker(figures), new Influences(figures));
        var left = changed.ToDictionary(figure => figure.Cell);
        foreach (var (result, was) in bounds.SelectMany(bound => Loosened(now.Check(bound), then.Check(bound))))
        {
            CellAddress[] cells = [.. influences.Of(result).Cells.Select(cell => influences[cell]).Where(left.ContainsKey)];
            if (cells.Length == 0) continue;
            var figure = left[cells[0]];
            foreach (var cell in cells) left.Remove(cell);
            // an amount typed as it is printed changed nothing that anybody sees
            if (figure.Issued.ToString() == figure.Stands.ToString()) continue;
            yield return Told(figure, result, [.. cells.Skip(1)]);
        }
    }

    private static IEnumerable<(RelationResult Now, RelationResult Then)> Loosened(
        IReadOnlyList<RelationResult> now, IReadOnlyList<RelationResult> then)
    {
        var known = then.ToLookup(result => (result.Row, result.Context.Column));
        return from result in now
               where result.Tie == Tie.Holds && result.Left.Value != result.Right.Value
               let was = known[(result.Row, result.Context.Column)].FirstOrDefault()
               where was is { Tie: Tie.Holds } && was.Left.Value == was.Right.Value && was.Left.Value != 0m
               select (result, was);
    }

    private Finding Told(ChangedFigure figure, RelationResult result, CellAddress[] others) => ChangeFindings.OneSide.At(
        new Place(Address: figure.Cell), ("where", words.Where(figure.Cell)), ("expected", figure.Issued), ("actual", figure.Stands),
        ("title", result.Relation.Declaration.Title), ("left", FindingValue.Of(figure.Form, result.Left)),
        ("right", FindingValue.Of(figure.Form, result.Right))) with
    {
        Project = words.Project(figure.Cell),
        Related = [.. others.Select(cell => new Place(Address: cell))],
    };
}
