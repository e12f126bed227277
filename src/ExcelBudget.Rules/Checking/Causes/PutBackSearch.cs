using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>Cells, changed since the workbook was issued, that explain together what is wrong.</summary>
/// <param name="Cells">The cells: amounts that were changed, and formulas that were written over with them.</param>
/// <param name="Ties">The relations that hold again once the cells are as issued.</param>
/// <param name="Checks">What checks no longer object to then.</param>
internal sealed record ChangedTogether(
    IReadOnlyList<CellAddress> Cells, IReadOnlyList<RelationResult> Ties, IReadOnlyList<Finding> Checks);

/// <summary>
/// 恢复下发时的数。Asks whether putting back what was changed mends what is wrong: a block pasted over a column, an amount in the wrong
/// column, a row deleted, one amount that only a 疑点 speaks of. A single cell that an equation pins down is left to the search among
/// single cells, which knows how the two figures resemble each other.
/// </summary>
/// <param name="search">Looks for trouble.</param>
/// <param name="issued">What was issued.</param>
/// <param name="start">The figures to start from.</param>
internal sealed class PutBackSearch(TroubleSearch search, IssuedFigures issued, BudgetFigures start)
{
    /// <summary>Every try evaluates all relations; a workbook with more such areas is another workbook.</summary>
    private const int MostTries = 20;

    private readonly List<ChangedTogether> _found = [];
    private readonly List<CellAddress> _mended = [];
    private Trouble _trouble = new(new Dictionary<string, RelationResult>(), new Dictionary<string, Finding>());

    /// <summary>The figures with everything found put back.</summary>
    public BudgetFigures Figures { get; private set; } = start;

    /// <summary>Cells that were put back.</summary>
    public IReadOnlyCollection<CellAddress> Mended => _mended;

    /// <summary>Changes that explain something that is wrong, and whose undoing makes nothing else wrong.</summary>
    public IReadOnlyList<ChangedTogether> Find()
    {
        var cells = issued.Figures(Figures).ToArray();
        if (cells.Length == 0) return [];
        _trouble = search.Of(Figures, []);
        if (_trouble.IsNone) return [];
        var standing = cells.Where(cell => !IsGone(cell)).ToHashSet();
        foreach (var row in cells.Where(IsGone).GroupBy(cell => (cell.Form, cell.Row)).Take(MostTries).ToArray()) Try([.. row]);
        CellAddress[][] left = [.. new ChangedAreas(Figures).Of(standing).Take(MostTries).Where(area => !Try(area))];
        foreach (var joined in Joined(left).Take(MostTries).ToArray()) TryTogether(joined);
        return _found;
    }

    /// <summary>
    /// Areas of several forms that each mend something are causes of their own; of one form, or that mend only together, one.
    /// </summary>
    private void TryTogether(CellAddress[][] areas)
    {
        var one = areas.SelectMany(area => area).ToArray();
        if (!Mends(one)) return;
        if (areas.Select(area => area[0].Form).Distinct().Count() < areas.Length || !areas.All(Mends))
        {
            Try(one);
            return;
        }

        // the last takes what they share; a single cell that is pinned down then is left to the search
        foreach (var area in areas.OrderByDescending(area => area.Length)) Try(area, isOneOfSeveral: true);
    }

    private bool Mends(CellAddress[] cells)
    {
        var left = search.Of(Restored(cells), [.. _mended, .. cells]);
        return !_trouble.Without(left).IsNone && _trouble.Covers(left);
    }

    private BudgetFigures Restored(IReadOnlyCollection<CellAddress> cells) =>
        new(Figures.Book, issued.PutBack(Figures, cells), Figures.Unreadable);

    private bool IsGone(CellAddress cell) => Figures.Budget[cell.Form]?[cell.Row] is null && Figures.Budget[cell.Form] is not null
        && Figures.Book.Pack[cell.Form].FixedRow(cell.Row) is null;

    private bool Try(CellAddress[] changed, bool isOneOfSeveral = false)
    {
        if (_trouble.IsNone) return false;
        var cells = changed.Length > 1 && !IsGone(changed[0]) ? WithFormulas(changed) : changed;
        var restored = Restored(cells);
        var left = search.Of(restored, [.. _mended, .. cells]);
        var gone = _trouble.Without(left);
        if (gone.IsNone || !_trouble.Covers(left)) return false;
        if (changed.Length == 1 && !IsGone(changed[0]) && gone.Ties.Values.Any(Pins))
            return isOneOfSeveral || !IsTouched(left, changed[0]);
        if (changed.Length > 1 && IsOneCell(changed)) return false;
        _found.Add(new ChangedTogether(cells, [.. gone.Ties.Values], [.. gone.Checks.Values]));
        _mended.AddRange(cells);
        (Figures, _trouble) = (restored, left);
        return true;
    }

    /// <summary>True when a relation that a cell enters is still broken with it put back: it is not the only one to change.</summary>
    private bool IsTouched(Trouble left, CellAddress cell)
    {
        var system = new TieSystem(new Influences(Figures), [.. left.Ties.Values]);
        return system.Cells.Any(number => system.Influences[number] == cell);
    }

    private static bool Pins(RelationResult tie) =>
        tie.Relation.Check.Comparison == Comparison.Equal && tie.Relation.Declaration.Severity == Severity.Error;

    /// <summary>Areas that mend nothing alone, joined where they enter the same relations: the same change in several forms.</summary>
    private IEnumerable<CellAddress[][]> Joined(CellAddress[][] areas)
    {
        if (areas.Length < 2 || _trouble.Ties.Count == 0) yield break;
        var system = new TieSystem(new Influences(Figures), new RelationChecker(Figures).Check());
        var numbers = system.Cells.ToDictionary(cell => system.Influences[cell]);
        var open = areas.ToList();
        while (open.Count > 0)
        {
            var group = new List<CellAddress[]> { open[0] };
            open.RemoveAt(0);
            for (var at = 0; at < group.Count; at++)
            {
                var ties = group[at].Where(numbers.ContainsKey).SelectMany(cell => system.TiesOf(numbers[cell])).ToHashSet();
                var near = open.Where(area => area.Where(numbers.ContainsKey)
                    .Any(cell => system.TiesOf(numbers[cell]).Any(ties.Contains)));
                foreach (var area in near.ToArray())
                {
                    group.Add(area);
                    open.Remove(area);
                }
            }

            if (group.Count > 1) yield return [.. group];
        }
    }

    private CellAddress[] WithFormulas(CellAddress[] cells)
    {
        var all = cells.Concat(Overwritten(cells)).ToHashSet();
        return [.. from form in cells.Select(cell => cell.Form).Distinct()
                   from row in Figures.View(Figures.Book.Pack[form]).Rows
                   from column in Figures.Book.Pack[form].Columns
                   let cell = new CellAddress(form, row.Key, column.Id)
                   where all.Contains(cell)
                   select cell];
    }

    /// <summary>Formulas that were written over in the columns where figures were changed.</summary>
    private IEnumerable<CellAddress> Overwritten(CellAddress[] changed) =>
        from column in changed.Select(cell => (cell.Form, cell.Column)).Distinct()
        let form = Figures.Book.Pack[column.Form]
        from row in Figures.View(form).Rows
        where row.Row?[column.Column]?.AsMeasure() is not null && Figures.Compute(form, row, column.Column) is not null
        select new CellAddress(column.Form, row.Key, column.Column);

    /// <summary>True when several forms were adjusted and one cell elsewhere explains what is left: it was forgotten.</summary>
    private bool IsOneCell(CellAddress[] group)
    {
        var forms = group.Select(cell => cell.Form).ToHashSet();
        if (forms.Count == 1) return false;
        var system = new TieSystem(new Influences(Figures), [.. _trouble.Ties.Values]);
        var cells = group.ToHashSet();
        TieGap[] ties = [.. system.Cells.Where(cell => cells.Contains(system.Influences[cell])).SelectMany(system.TiesOf).Distinct()];
        return ties.Length > 0 && ties[0].Form.Cells.Any(cell => !forms.Contains(system.Influences[cell].Form)
            && ties.All(tie => tie.Form[cell] != 0m)
            && ties.SelectMany(tie => tie.Targets.Select(target => (target - tie.Gap) / tie.Form[cell]))
                .Where(change => system.Influences.Value(cell).Value + change >= 0m)
                .Any(change => ties.All(tie => tie.HoldsAt(tie.Gap + (tie.Form[cell] * change)))));
    }
}
