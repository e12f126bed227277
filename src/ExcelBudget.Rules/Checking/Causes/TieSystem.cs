using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>All evaluated relations of a budget as gaps made of cells, and which cell enters which.</summary>
internal sealed class TieSystem
{
    private readonly Dictionary<int, List<TieGap>> _tiesOf = [];
    private readonly List<TieGap> _ties = [];

    /// <param name="influences">How cells enter.</param>
    /// <param name="results">Evaluated relations.</param>
    public TieSystem(Influences influences, IEnumerable<RelationResult> results)
    {
        Influences = influences;
        foreach (var result in results.Where(result => result.Tie != Tie.Unchecked))
        {
            var tie = new TieGap(result, influences.Of(result));
            if (tie.IsReported) Reported.Add(tie);
            if (tie.Form.IsLinear && tie.Form.Cells.Any()) _ties.Add(tie);
        }

        foreach (var tie in _ties)
        {
            foreach (var cell in tie.Form.Cells)
            {
                if (!_tiesOf.TryGetValue(cell, out var own)) _tiesOf[cell] = own = [];
                own.Add(tie);
            }
        }
    }

    public Influences Influences { get; }

    /// <summary>Broken relations, those included whose gap is not in proportion to its cells.</summary>
    public List<TieGap> Reported { get; } = [];

    /// <summary>Cells that enter any relation in proportion.</summary>
    public IReadOnlyCollection<int> Cells => _tiesOf.Keys;

    /// <summary>Relations a cell enters in proportion.</summary>
    public IReadOnlyList<TieGap> TiesOf(int cell) => _tiesOf.TryGetValue(cell, out var ties) ? ties : [];

    /// <summary>Takes every gap back to what the budget has.</summary>
    public void Reset() => _ties.ForEach(tie => tie.Reset());

    /// <summary>How much each relation's gap moves when figures change.</summary>
    public Dictionary<TieGap, decimal> Shifts(IEnumerable<(int Cell, decimal Change)> changes)
    {
        var shifts = new Dictionary<TieGap, decimal>();
        foreach (var (cell, change) in changes)
        {
            foreach (var tie in TiesOf(cell)) shifts[tie] = shifts.GetValueOrDefault(tie) + (tie.Form[cell] * change);
        }

        return shifts;
    }
}
