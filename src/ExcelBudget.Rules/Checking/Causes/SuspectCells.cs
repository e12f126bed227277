using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Asks of single cells: which one change of this figure would satisfy most broken ties?</summary>
/// <param name="system">The relations.</param>
/// <param name="figures">The budget's figures.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class SuspectCells(TieSystem system, BudgetFigures figures, IReadOnlySet<CellAddress> changed)
{
    /// <summary>Every cell whose change alone would satisfy a broken tie, the likeliest first; equals as the forms print them.</summary>
    public IReadOnlyList<Suspect> Find() =>
        [.. system.Cells.Select(Of).OfType<Suspect>().OrderByDescending(suspect => suspect.Rank).ThenBy(suspect => suspect.Cell)];

    private Suspect? Of(int cell)
    {
        var ties = system.TiesOf(cell);
        if (!ties.Any(tie => tie.IsBroken)) return null;
        var figure = system.Influences.Value(cell).Value;
        var isChanged = changed.Contains(system.Influences[cell]);
        var best = default(Suspect);
        foreach (var change in Changes(cell, figure, ties))
        {
            var settles = ties.Where(tie => tie.IsBroken && tie.HoldsAt(tie.Gap + (tie.Form[cell] * change))).ToArray();
            if (settles.Length == 0) continue;
            var harms = ties.Count(tie => !tie.IsBroken && !tie.HoldsAt(tie.Gap + (tie.Form[cell] * change)));
            var isPinned = settles.Any(tie => tie.Pins);
            var suspect = new Suspect(cell, change, settles, harms, LikenessOf(cell, figure, change, isPinned), isChanged);
            if (best is null || suspect.Rank.CompareTo(best.Rank) > 0) best = suspect;
        }

        return best;
    }

    /// <summary>Changes worth a try: those that close the gap of a broken tie, and those that undo a slip.</summary>
    private static IEnumerable<decimal> Changes(int cell, decimal figure, IReadOnlyList<TieGap> ties) => ties
        .Where(tie => tie.IsBroken)
        .SelectMany(tie => tie.Targets.Select(target => (target - tie.Gap) / tie.Form[cell]))
        .Concat(Slips.Meant(figure).Select(meant => meant - figure))
        .Distinct();

    private Likeness LikenessOf(int cell, decimal figure, decimal change, bool isPinned)
    {
        var likeness = Slips.Between(figure, figure + change);
        // a mere bound says nothing of what was meant; below zero is absurd all the same
        if (!isPinned) return likeness is Likeness.Absurd or Likeness.Blank or Likeness.Sign ? likeness : Likeness.Plain;
        return likeness != Likeness.Absurd && Undoes(cell, figure + change) ? Likeness.Overwritten : likeness;
    }

    /// <summary>True when the change gives back what the formula of an overwritten cell computes.</summary>
    private bool Undoes(int cell, decimal figure)
    {
        var address = system.Influences[cell];
        if (system.Influences.IsBlank(cell) || figures.Book.Pack.Form(address.Form) is not { } form || figures.View(form)[address.Row] is not { } row) return false;
        return figures.Compute(form, row, address.Column) is { } formula
            && figures.Evaluate(formula, new RowContext(form, row, address.Column)) is { IsKnown: true } computed
            && new Measure(figure, system.Influences.Value(cell).HalfWidth).Meets(computed.Value);
    }
}
