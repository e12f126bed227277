using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Several cells, changed since the workbook was issued, that explain broken relations together.</summary>
/// <param name="Cells">The cells: amounts that were changed, and formulas that were written over with them.</param>
/// <param name="Ties">The relations that hold again once the cells are as issued.</param>
internal sealed record ChangedTogether(IReadOnlyList<CellAddress> Cells, IReadOnlyList<RelationResult> Ties);

/// <summary>
/// 恢复下发时的数。Asks whether putting back what was changed together mends what is broken: a block pasted over a column, a row deleted. A single
/// changed cell, or one that explains as much as all of them, is left to the search among single cells.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
internal sealed class PutBackSearch(BudgetFigures figures, IssuedFigures issued)
{
    /// <summary>Every try evaluates all relations; a workbook with more such groups is another workbook.</summary>
    private const int MostTries = 20;

    private readonly List<ChangedTogether> _found = [];
    private BudgetFigures? _restored;

    /// <summary>The figures with everything found put back.</summary>
    public BudgetFigures Figures => _restored ?? figures;

    /// <summary>Groups of changes that explain broken relations, and leave none of them and break no other.</summary>
    /// <param name="results">The relations as evaluated.</param>
    public IReadOnlyList<ChangedTogether> Find(IReadOnlyList<RelationResult> results)
    {
        var cells = issued.Figures(figures).ToArray();
        if (cells.Length == 0) return [];
        var broken = Broken(results);
        foreach (var row in cells.Where(IsGone).GroupBy(cell => (cell.Form, cell.Row)).Take(MostTries))
            Try([.. row], ref broken, mustEndAll: false);
        var system = new TieSystem(new Influences(Figures), [.. broken.Values]);
        foreach (var group in Groups(system, cells).Where(group => group.Length > 1 && !IsOneCell(system, group)).Take(MostTries)
            .ToArray())
        {
            Try(group, ref broken, mustEndAll: true, system);
        }

        return _found;
    }

    private bool IsGone(CellAddress cell) => figures.Budget[cell.Form]?[cell.Row] is null && figures.Budget[cell.Form] is not null;

    private void Try(CellAddress[] cells, ref Dictionary<string, RelationResult> broken, bool mustEndAll, TieSystem? system = null)
    {
        var restored = new BudgetFigures(figures.Book, issued.PutBack(Figures, cells), figures.Unreadable);
        var left = Broken(new RelationChecker(restored).Check());
        var before = broken;
        if (left.Keys.Any(tie => !before.ContainsKey(tie))) return;
        var settled = before.Where(tie => !left.ContainsKey(tie.Key)).Select(tie => tie.Value).ToArray();
        if (settled.Length == 0 || (mustEndAll && Touched(system!, cells).Any(tie => left.ContainsKey(Key(tie.Result))))) return;
        _found.Add(new ChangedTogether(cells, settled));
        (_restored, broken) = (restored, left);
    }

    /// <summary>
    /// Changed cells that enter the same broken relations, with the formulas that were written over in their columns, in printed order.
    /// </summary>
    private IEnumerable<CellAddress[]> Groups(TieSystem system, CellAddress[] changed)
    {
        var open = changed.ToHashSet();
        var (numbers, seen) = (system.Cells.Where(cell => open.Contains(system.Influences[cell])).ToHashSet(), new HashSet<TieGap>());
        while (numbers.Count > 0)
        {
            var group = new List<int> { numbers.Min() };
            numbers.Remove(group[0]);
            for (var at = 0; at < group.Count; at++)
            {
                var joined = system.TiesOf(group[at]).Where(seen.Add).SelectMany(tie => tie.Form.Cells).Where(numbers.Remove);
                group.AddRange(joined.ToArray());
            }

            yield return InPrintedOrder([.. group.Select(cell => system.Influences[cell])]);
        }
    }

    private CellAddress[] InPrintedOrder(CellAddress[] cells)
    {
        var all = cells.Concat(Overwritten(cells)).ToHashSet();
        return [.. from form in cells.Select(cell => cell.Form).Distinct()
                   from row in Figures.View(figures.Book.Pack[form]).Rows
                   from column in figures.Book.Pack[form].Columns
                   let cell = new CellAddress(form, row.Key, column.Id)
                   where all.Contains(cell)
                   select cell];
    }

    /// <summary>Formulas that were written over in the columns where figures were changed.</summary>
    private IEnumerable<CellAddress> Overwritten(CellAddress[] changed) =>
        from column in changed.Select(cell => (cell.Form, cell.Column)).Distinct()
        let form = figures.Book.Pack[column.Form]
        from row in Figures.View(form).Rows
        where row.Row?[column.Column]?.AsMeasure() is not null && Figures.Compute(form, row, column.Column) is not null
        select new CellAddress(column.Form, row.Key, column.Column);

    /// <summary>True when several forms were adjusted and one cell elsewhere explains what is left: it was forgotten.</summary>
    private static bool IsOneCell(TieSystem system, CellAddress[] group)
    {
        var forms = group.Select(cell => cell.Form).ToHashSet();
        if (forms.Count == 1) return false;
        var ties = Touched(system, group).ToArray();
        return ties.Length > 0 && ties[0].Form.Cells.Any(cell => !forms.Contains(system.Influences[cell].Form)
            && ties.All(tie => tie.Form[cell] != 0m)
            && ties.SelectMany(tie => tie.Targets.Select(target => (target - tie.Gap) / tie.Form[cell]))
                .Any(change => ties.All(tie => tie.HoldsAt(tie.Gap + (tie.Form[cell] * change)))));
    }

    private static IEnumerable<TieGap> Touched(TieSystem system, CellAddress[] group)
    {
        var cells = group.ToHashSet();
        return system.Cells.Where(cell => cells.Contains(system.Influences[cell])).SelectMany(system.TiesOf).Where(tie => tie.IsReported)
            .Distinct();
    }

    private static Dictionary<string, RelationResult> Broken(IEnumerable<RelationResult> results) =>
        results.Where(result => result.Tie == Tie.Broken).DistinctBy(Key).ToDictionary(Key);

    private static string Key(RelationResult result) => $"{result.Relation.Declaration.Id}|{result.Row}|{result.Context.Column}";
}
