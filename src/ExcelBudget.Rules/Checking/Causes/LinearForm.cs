namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>How a figure is made of stored figures: a sum of cells, each times a factor.</summary>
internal sealed class LinearForm
{
    // factor of each cell by its number, in order of appearance; a factor that cancels out is zero
    private readonly Dictionary<int, decimal> _factors = [];

    /// <summary>
    /// False when a cell enters otherwise than in proportion (MAX, ROUND, a rate): its factor then says only that it enters.
    /// </summary>
    public bool IsLinear { get; private set; } = true;

    /// <summary>True when no cell enters.</summary>
    public bool IsConstant => _factors.Count == 0;

    /// <summary>The factor of a cell; zero when it does not enter.</summary>
    public decimal this[int cell] => _factors.GetValueOrDefault(cell);

    /// <summary>Cells that enter and do not cancel out.</summary>
    public IEnumerable<int> Cells => _factors.Where(factor => factor.Value != 0m).Select(factor => factor.Key);

    public void Add(int cell, decimal factor) => _factors[cell] = _factors.GetValueOrDefault(cell) + factor;

    public void Add(LinearForm other, decimal factor)
    {
        foreach (var (cell, own) in other._factors) Add(cell, own * factor);
        IsLinear &= other.IsLinear;
    }

    /// <summary>Notes that a cell enters otherwise than in proportion.</summary>
    public void Bend() => IsLinear = false;
}
