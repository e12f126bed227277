using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// 检查。The one check: whatever comes in, a workbook that was read or a budget from a dataset, meets the same set of checks. Only what a
/// workbook alone can show (results not recalculated, figures typed over formulas) needs a workbook.
/// </summary>
/// <param name="book">The pack's rule book.</param>
/// <param name="note">The pack's note template, for the texts that it needs; null for a pack without a note.</param>
internal sealed class BudgetCheck(RuleBook book, Lazy<NoteTemplate>? note)
{
    private static readonly IReadOnlySet<CellAddress> Nothing = new HashSet<CellAddress>();

    private readonly TwoSides? _sides = TwoSides.Of(book.Pack);

    /// <summary>Checks a budget that stands in no workbook yet.</summary>
    public CheckedBudget Of(Budget budget)
    {
        var figures = new BudgetFigures(book, budget);
        var outcome = new BudgetChecker(figures, Nothing).Check();
        return new CheckedBudget(budget, Ordered([.. EmptyBudget.Find(book.Pack, budget), .. Gaps(figures, outcome), .. outcome.Findings]), outcome.Unchecked);
    }

    /// <summary>Checks a budget as a workbook holds it, and the workbook around it.</summary>
    public CheckedBudget Of(ReadWorkbook read)
    {
        var (changed, settling) = (read.Changes.Keys.ToHashSet(), new List<Finding>());
        var budget = _sides?.Settle(read.Budget, changed, settling) ?? read.Budget;
        var figures = new BudgetFigures(book, budget, read.Unreadable);
        var outcome = new BudgetChecker(figures, changed).Check();
        // what could not be read may be all the amounts there are
        var empty = read.Unreadable.Count == 0 ? EmptyBudget.Find(book.Pack, budget) : [];
        var place = new Locating(read.Places);
        return new CheckedBudget(
            budget,
            Ordered(read.Findings.Concat(settling).Concat(empty).Concat(Gaps(figures, outcome))
                .Concat(RecalculationCheck.Compare(figures, read, outcome.Findings)).Concat(outcome.Findings).Select(place.Locate)),
            outcome.Unchecked);
    }

    /// <summary>Texts that the note would leave as a gap: better asked for now than found in the published note.</summary>
    /// <remarks>A rule that asks for the same text with better words (which change is large) speaks alone.</remarks>
    private IEnumerable<Finding> Gaps(BudgetFigures figures, CheckOutcome outcome)
    {
        if (note is null) return [];
        var asked = outcome.Findings.Where(finding => finding.Category == Category.MissingExplanation).Select(finding => finding.Place.Address).ToHashSet();
        return NoteGaps.Find(figures, note.Value.Gaps(figures)).Where(gap => !asked.Contains(gap.Place.Address));
    }

    private static Finding[] Ordered(IEnumerable<Finding> findings) => [.. findings.OrderByDescending(finding => finding.Severity)];
}
