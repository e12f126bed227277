using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>What stands in one column over all the rows that have a cell for each.</summary>
internal sealed class Column
{
    private const int LeastPoints = 1;
    private const int MostPoints = 60;
    private readonly int[] _kinds = new int[Enum.GetValues<CellKind>().Length];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private decimal _sum;
    private bool _arePoints = true;
    private int _signed;

    /// <summary>What its header says; null without one.</summary>
    public Header? Header { get; set; }

    /// <summary>The header that its cells print themselves; null where they do not.</summary>
    public string? Label { get; private set; }

    /// <summary>How many cells have text.</summary>
    public int Filled { get; private set; }

    /// <summary>True where figures add up to what points add up to, in small numbers: 100, 90, or the share of one part.</summary>
    public bool ArePoints => _arePoints && _sum is 100 or 90 or 80 or 70 or 60 or 50 or 40 or 30 or 20 or 10;

    /// <summary>True when some cell says the same as another.</summary>
    public bool Repeats => _texts.Count * 3 < Filled * 2;

    /// <summary>Share of its cells that begin with a sign of comparison.</summary>
    public decimal Signed => Filled == 0 ? 0 : (decimal)_signed / Filled;

    /// <summary>Takes a cell.</summary>
    public void Add(string text, TableCell cell)
    {
        if (cell.IsEmpty) return;
        Label ??= cell.Label;
        Filled++;
        _kinds[(int)cell.Kind]++;
        _texts.Add(text[cell.Start..cell.End]);
        if (text[cell.Start] is '≥' or '≤' or '>' or '<' or '=') _signed++;
        if (cell.Kind != CellKind.Number) return;
        var digits = text.AsSpan(cell.Start, cell.End - cell.Start).TrimEnd('分');
        var isSmall = decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= LeastPoints and <= MostPoints;
        _arePoints &= isSmall;
        _sum += number;
    }

    /// <summary>How many cells are of a kind.</summary>
    public int Count(CellKind kind) => _kinds[(int)kind];

    /// <summary>Share of the filled cells that are of these kinds.</summary>
    public decimal Share(params ReadOnlySpan<CellKind> kinds)
    {
        if (Filled == 0) return 0;
        var count = 0;
        foreach (var kind in kinds) count += _kinds[(int)kind];
        return (decimal)count / Filled;
    }
}
