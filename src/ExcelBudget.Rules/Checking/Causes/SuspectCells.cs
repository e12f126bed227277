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
    private const int MostChanges = 20;

    /// <summary>Every cell whose change alone would satisfy a broken tie, the likeliest first; equals as the forms print them.</summary>
    public IReadOnlyList<Suspect> Find() =>
        [.. system.Cells.Select(cell => Of(cell).MaxBy(suspect => suspect.Rank)).OfType<Suspect>()
            .OrderByDescending(suspect => suspect.Rank).ThenBy(suspect => suspect.Cell)];

    /// <summary>Every change of a single cell that would do more good than harm, several for one cell, the likeliest first.</summary>
    public IEnumerable<Suspect> FindAll() =>
        system.Cells.SelectMany(Of).Where(suspect => suspect.Net > 0).OrderByDescending(suspect => suspect.IsChanged)
            .ThenByDescending(suspect => suspect.Rank);

    private IEnumerable<Suspect> Of(int cell)
    {
        var ties = system.TiesOf(cell);
        var broken = ties.Where(tie => tie.IsBroken).ToArray();
        if (broken.Length == 0) yield break;
        var figure = system.Influences.Value(cell).Value;
        var isChanged = changed.Contains(system.Influences[cell]);
        foreach (var change in Changes(cell, figure, broken))
        {
            // nobody is told to make an amount negative
            if (figure >= 0m && figure + change < 0m) continue;
            var settles = Array.FindAll(broken, tie => Settles(tie, cell, change));
            if (settles.Length == 0) continue;
            var harms = ties.Count(tie => !tie.IsBroken && !Settles(tie, cell, change));
            yield return new Suspect(
                cell, change, settles, harms, LikenessOf(cell, figure, change, settles.Any(tie => tie.Pins)), isChanged);
        }
    }

    private static bool Settles(TieGap tie, int cell, decimal change) => tie.HoldsAt(tie.Gap + (tie.Form[cell] * change));

    /// <summary>Changes worth a try: those that close the gap of a broken tie, and those that undo a slip.</summary>
    private IEnumerable<decimal> Changes(int cell, decimal figure, TieGap[] broken) => Closing(cell, broken)
        .Concat(Slips.Meant(figure).Where(meant => !PrintsAsZero(cell, meant)).Select(meant => meant - figure)
            .Where(change => Array.Exists(broken, tie => Settles(tie, cell, change))))
        .Distinct();

    /// <summary>Where a cell enters hundreds of broken ties, the changes that would close most of them.</summary>
    private static IEnumerable<decimal> Closing(int cell, TieGap[] broken)
    {
        var changes = broken.SelectMany(tie => tie.Targets.Select(target => (target - tie.Gap) / tie.Form[cell]));
        return broken.Length <= MostChanges
            ? changes : changes.CountBy(change => change).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(MostChanges);
    }

    /// <summary>Any figure is ten thousand times next to nothing: where nothing belongs, no slip of scale is told.</summary>
    private bool PrintsAsZero(int cell, decimal meant) =>
        system.Influences.Value(cell).Dimension == Dimension.Money
        && figures.Book.Pack.Form(system.Influences[cell].Form) is { } form && form.Amounts.Rounded(meant) == 0m;

    private Likeness LikenessOf(int cell, decimal figure, decimal change, bool isPinned)
    {
        var likeness = Slips.Between(figure, figure + change);
        if (likeness != Likeness.Absurd && Undoes(cell, figure + change)) return Likeness.Overwritten;
        // a mere bound says nothing of what was meant; below zero is absurd all the same
        return isPinned || likeness is Likeness.Absurd or Likeness.Blank or Likeness.Sign ? likeness : Likeness.Plain;
    }

    /// <summary>True when the change gives back what the formula of an overwritten cell computes.</summary>
    private bool Undoes(int cell, decimal figure)
    {
        var address = system.Influences[cell];
        if (system.Influences.IsBlank(cell) || figures.Book.Pack.Form(address.Form) is not { } form
            || figures.View(form)[address.Row] is not { } row) return false;
        return figures.Compute(form, row, address.Column) is { } formula
            && figures.Evaluate(formula, new RowContext(form, row, address.Column)) is { IsKnown: true } computed
            && (system.Influences.Value(cell) with { Value = figure }).Meets(computed.Value);
    }
}
