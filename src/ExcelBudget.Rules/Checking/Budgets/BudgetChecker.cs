using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Checking.Budgets.Changes;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>Runs the whole rule book on one budget: relations between figures, and the checks on texts, codes and lists.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What changed cells held when the workbook was issued: the likeliest causes of a broken relation.</param>
public sealed class BudgetChecker(BudgetFigures figures, IssuedFigures issued)
{
    /// <summary>A budget of which nothing was changed, or nothing is known of what was issued.</summary>
    /// <param name="figures">The budget's figures.</param>
    public BudgetChecker(BudgetFigures figures)
        : this(figures, IssuedFigures.None)
    {
    }

    /// <summary>Forms the budget lacks, as reasons say it.</summary>
    private readonly HashSet<string> _wanted = figures.Book.Pack.Forms.Where(form => figures.Budget[form.Id] is null)
        .Select(MissingForm.Reason).ToHashSet(StringComparer.Ordinal);

    private readonly CellLabels _labels = new(figures);
    private TextFindings? _texts;

    /// <summary>The checks of the rule book; what was asked before is not asked again.</summary>
    private TextFindings Texts => _texts ??= new TextFindings(figures, _labels, issued.Cells);

    private Unchecked WithCause(Unchecked rule) =>
        _wanted.Count == 0 ? rule : rule with { IsForWantOfForms = rule.Reason.Split('；').All(_wanted.Contains) };

    /// <summary>
    /// True when <see cref="Check"/> would find no error: every relation holds to the cent, and no check whose objection is an error
    /// objects. What only asks or advises is not run for it. False says nothing: a cause may turn out to be none.
    /// </summary>
    public bool IsSound() => issued.Cells.Count == 0 && RelationFindings.AllHold(figures)
        && Texts.Check(BookPlan.Of(figures.Book).GraveChecks).Findings.Count == 0;

    /// <summary>Every rule of the book, each either run or listed as not checked.</summary>
    public CheckOutcome Check()
    {
        var labels = _labels;
        var texts = Texts.Check();
        var relations = new RelationFindings(figures, labels, issued, texts.Findings).Check();
        var checks = new Consequences(figures, issued, relations).Without(texts.Findings, out var causes);
        var order = new FindingOrder(figures);
        Finding[] findings = [.. new OneForEachCell(labels).Merge(causes, checks)];
        var told = new SharedFaults(figures, labels).Merge(new MistypedReferences(figures, labels, issued).Merge(findings));
        var slipped = new ChangedFigures(figures, labels, issued).Find(told);
        return new CheckOutcome([.. told.Concat(slipped).Order(order)], [.. relations.Unchecked.Concat(texts.Unchecked).Select(WithCause)])
        {
            Mended = relations.Mended,
        };
    }
}
