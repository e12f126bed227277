using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>
/// Runs the relations of a rule book and says what is wrong: one finding for each cause, the ties it breaks listed under it.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="issued">What changed figures were when the workbook was issued.</param>
internal sealed class RelationFindings(BudgetFigures figures, CellLabels labels, IssuedFigures issued)
{
    public CheckOutcome Check()
    {
        var (results, notChecked) = Evaluate(figures);
        return new CheckOutcome([.. Findings(results)], notChecked);
    }

    private static (List<RelationResult> Results, List<Unchecked> NotChecked) Evaluate(BudgetFigures figures)
    {
        var checker = new RelationChecker(figures);
        var results = new List<RelationResult>();
        var notChecked = new List<Unchecked>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        // of two rules that say the same of the same cells, the one that weighs more speaks
        foreach (var relation in figures.Book.Relations.OrderByDescending(relation => relation.Declaration.Severity))
        {
            var missing = Missing(figures, relation);
            var own = missing is null ? checker.Check(relation).ToArray() : [];
            if ((missing ?? Reasons(own)) is { } reason) notChecked.Add(new Unchecked(relation.Declaration.Id, reason));
            results.AddRange(
                own.Where(result => result.Tie == Tie.Holds
                || (result.Tie is Tie.Broken or Tie.Tail && said.Add(Saying(figures, result)))));
        }

        return (results, notChecked);
    }

    /// <summary>
    /// Cells are followed through formulas only when there is something to explain. What was changed together is put back first.
    /// </summary>
    private IEnumerable<Finding> Findings(List<RelationResult> results)
    {
        if (results.TrueForAll(result => result.Tie == Tie.Holds)) return [];
        var search = new PutBackSearch(figures, issued);
        var together = search.Find(results);
        if (together.Count == 0) return Causes(figures, results);
        var ties = new TieFindings(figures, labels, new Influences(figures), issued.Cells);
        var putBack = new PutBackFindings(figures, new CellLabels(search.Figures), issued, ties);
        return together.Select(putBack.Of).Concat(Causes(search.Figures, Evaluate(search.Figures).Results));
    }

    private IEnumerable<Finding> Causes(BudgetFigures figures, List<RelationResult> results)
    {
        var influences = new Influences(figures);
        var ties = new TieFindings(figures, labels, influences, issued.Cells);
        var tails = TailFindings.Merge(results.Where(result => result.Tie == Tie.Tail).Select(ties.Of));
        if (!results.Exists(result => result.Tie == Tie.Broken)) return tails;
        var system = new TieSystem(influences, results);
        var causes = new CauseFindings(figures, labels, system, ties);
        return new CauseSearch(system, figures, issued.Cells).Find().Select(causes.Of).Concat(tails);
    }

    /// <summary>
    /// The relation cannot run at all without the forms it names: without rows to speak of it would seem to have passed.
    /// </summary>
    private static string? Missing(BudgetFigures figures, Relation relation)
    {
        var missing = CellsOfSides.Forms(relation.Check.Left).Concat(CellsOfSides.Forms(relation.Check.Right))
            .Concat(relation.When?.Figures.SelectMany(CellsOfSides.Forms) ?? [])
            .Append(relation.Form)
            .FirstOrDefault(form => figures.Budget[form.Id] is null);
        return missing is null ? null : $"缺少表 {missing.Id}（{missing.Title}）";
    }

    private static string? Reasons(RelationResult[] results)
    {
        var reasons = results.Where(result => result.Tie == Tie.Unchecked).Select(result => result.Reason).Distinct().ToArray();
        return reasons.Length == 0 ? null : string.Join('；', reasons.Take(3)) + (reasons.Length > 3 ? "等" : "");
    }

    /// <summary>What a result says, whichever rule says it: these cells make this figure, those make that one.</summary>
    private static string Saying(BudgetFigures figures, RelationResult result)
    {
        var left = string.Join('+', CellsOfSides.Cells(figures, result.Relation.Check.Left, result.Context));
        var right = string.Join('+', CellsOfSides.Cells(figures, result.Relation.Check.Right, result.Context));
        return $"{left}={Figures.Plain(result.Left.Value)}|{right}={Figures.Plain(result.Right.Value)}";
    }
}
