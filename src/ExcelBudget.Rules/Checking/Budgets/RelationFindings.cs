using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>What the relations of a rule book say, and what would be if their advice were followed.</summary>
/// <param name="Findings">One for each cause, the ties it breaks listed under it.</param>
/// <param name="Unchecked">Relations that could not run.</param>
/// <param name="Mended">The figures with every decided cause put right.</param>
/// <param name="Right">Cells that were put right.</param>
internal sealed record RelationOutcome(
    IReadOnlyList<Finding> Findings, IReadOnlyList<Unchecked> Unchecked, BudgetFigures Mended, IReadOnlyCollection<CellAddress> Right)
{
    /// <summary>Checks of codes whose finding leads the relations that a mistyped code breaks.</summary>
    public IReadOnlyList<MistypedCode> Codes { get; init; } = [];
}

/// <summary>
/// Runs the relations of a rule book and says what is wrong: one finding for each cause, the ties it breaks listed under it.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="issued">What changed figures were when the workbook was issued.</param>
/// <param name="told">What the checks of the rule book say: a cause may explain them too.</param>
internal sealed class RelationFindings(BudgetFigures figures, CellLabels labels, IssuedFigures issued, IReadOnlyList<Finding> told)
{
    public RelationOutcome Check()
    {
        var (results, notChecked) = Evaluate(figures);
        return Explained(results) with { Unchecked = notChecked };
    }

    /// <summary>True when no relation that could be checked is broken, or holds but for rounding.</summary>
    public static bool AllHold(BudgetFigures figures) => Evaluate(figures).Results.TrueForAll(result => result.Tie == Tie.Holds);

    private static (List<RelationResult> Results, List<Unchecked> NotChecked) Evaluate(BudgetFigures figures)
    {
        var checker = new RelationChecker(figures);
        var results = new List<RelationResult>();
        var notChecked = new List<Unchecked>();
        var said = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (relation, forms) in BookPlan.Of(figures.Book).Relations)
        {
            var missing = Array.Find(forms, form => figures.Budget[form.Id] is null);
            var own = missing is null ? checker.Results(relation) : [];
            if ((missing is null ? Reasons(own) : MissingForm.Reason(missing)) is { } reason)
                notChecked.Add(new Unchecked(relation.Declaration.Id, reason));
            foreach (var result in own)
            {
                if (result.Tie is Tie.Holds or Tie.Broken or Tie.Tail) Add(result);
            }
        }

        return (results, notChecked);

        void Add(RelationResult result)
        {
            if (result.Tie != Tie.Holds && !said.TryAdd(Saying(figures, result), results.Count))
            {
                var at = said[Saying(figures, result)];
                if (results[at].Same.Prepend(results[at]).All(other => other.Relation.Declaration.Id != result.Relation.Declaration.Id))
                    results[at] = results[at] with { Same = [.. results[at].Same, result] };
            }
            else
            {
                results.Add(result);
            }
        }
    }

    /// <summary>
    /// Cells are followed through formulas only when there is something to explain. Mistyped codes come first, then what was changed
    /// together since the workbook was issued, then single cells.
    /// </summary>
    private RelationOutcome Explained(List<RelationResult> results)
    {
        var isAgreed = results.TrueForAll(result => result.Tie == Tie.Holds);
        if (isAgreed && (told.Count == 0 || issued.Cells.Count == 0)) return new RelationOutcome([], [], figures, []);
        var trouble = new TroubleSearch(figures, issued, told, TextFindings.Again(figures));
        var codes = new MistypedCodes(trouble, issued);
        var mistyped = codes.Find(told);
        var search = new PutBackSearch(trouble, issued, codes.Figures);
        var together = search.Find();
        if (mistyped.Count + together.Count == 0) return Causes(figures, results, []);
        var ties = new TieFindings(figures, labels, new Influences(figures), issued.Cells);
        var putBack = new PutBackFindings(figures, new CellLabels(search.Figures), issued, ties);
        var rest = Causes(search.Figures, Evaluate(search.Figures).Results, search.Mended);
        return rest with
        {
            Findings = [.. mistyped.Select(code => Of(code, ties)), .. together.Select(putBack.Of), .. rest.Findings],
            Codes = mistyped,
        };
    }

    /// <summary>A mistyped code leads the relations it breaks.</summary>
    private Finding Of(MistypedCode code, TieFindings ties)
    {
        Finding[] broken = [.. code.Ties.Select(ties.Of)];
        if (code.Issued is not null) return code.Check with { Ties = [.. broken, .. code.Checks] };
        var cell = code.Check.Place.Address!.Value;
        var name = figures.Book.Codes(figures.Book.Pack[cell.Form])!.NameOf(code.Code);
        return code.Check with
        {
            Severity = broken.Append(code.Check).Max(finding => finding.Severity),
            Message = code.Check.Message + CauseSentences.Mistyped.With(("code", code.Code), ("name", name),
                ("count", new FindingValue.Count(broken.Length))),
            Expected = code.Code,
            Ties = broken,
        };
    }

    private RelationOutcome Causes(BudgetFigures figures, List<RelationResult> results, IReadOnlyCollection<CellAddress> right)
    {
        var influences = new Influences(figures);
        var ties = new TieFindings(figures, labels, influences, issued.Cells);
        var tails = TailFindings.Merge(results.Where(result => result.Tie == Tie.Tail).Select(ties.Listed)).ToArray();
        if (!results.Exists(result => result.Tie == Tie.Broken)) return new RelationOutcome(tails, [], figures, right);
        var system = new TieSystem(influences, results);
        var findings = new CauseFindings(figures, labels, system, ties);
        var causes = new CauseSearch(system, figures, issued.Cells).Find();
        var mended = Mended(influences, causes);
        return new RelationOutcome(
            [.. causes.Select(findings.Of), .. tails], [], MendedBudget.With(figures, mended), [.. right, .. mended.Keys]);
    }

    /// <summary>Figures that an equation pins down in one cell, or in a form or column that slipped as a whole.</summary>
    private static Dictionary<CellAddress, decimal> Mended(Influences influences, IEnumerable<Cause> causes)
    {
        var mended = new Dictionary<CellAddress, decimal>();
        foreach (var suspect in causes.Where(cause => cause.IsDecided && cause.Likeliest[0].IsPinned).Select(cause => cause.Likeliest[0]))
        {
            if (suspect.Area is not { } area) mended[influences[suspect.Cell]] = influences.Value(suspect.Cell).Value + suspect.Change;
            else foreach (var cell in area.Cells) mended[influences[cell]] = influences.Value(cell).Value / area.Factor;
        }

        return mended;
    }

    private static string? Reasons(RelationResult[] results)
    {
        if (!Array.Exists(results, result => result.Tie == Tie.Unchecked)) return null;
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
