using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>What stands in one column over all the rows that have a cell for each.</summary>
internal sealed class Column
{
    private const int LeastPoints = 1;
    private const int MostPoints = 60;
    private const int FewestLarger = 2;
    private const int FewestPoints = 3;
    private const decimal MostNumbers = 0.7m;
    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789.");
    private readonly int[] _kinds = new int[Enum.GetValues<PastedKind>().Length];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private decimal _sum;
    private bool _arePoints = true;
    private int _signed;
    private int _measured;
    private int _inPoints;
    private readonly List<decimal?> _figures = [];
    private readonly List<int?> _years = [];
    private int _reached;

    /// <summary>What its header says; null without one.</summary>
    public Header? Header { get; set; }

    /// <summary>The header that its cells print themselves; null where they do not.</summary>
    public string? Label { get; private set; }

    /// <summary>How many cells have text.</summary>
    public int Filled { get; private set; }

    /// <summary>
    /// True where figures add up to what points add up to, in small numbers: 100, 90, or the share of one part; and where all are printed
    /// 10分.
    /// </summary>
    public bool ArePoints =>
        _arePoints && (_sum is 100 or 90 or 80 or 70 or 60 or 50 or 40 or 30 or 20 or 10 || _inPoints >= FewestPoints);

    /// <summary>1, 2, 3: the numbers of the rows.</summary>
    public bool IsSerial => _figures.Count >= FewestPoints && _kinds[(int)PastedKind.Number] == Filled
        && Enumerable.Range(0, _figures.Count).All(row => _figures[row] == _figures[0] + row);

    /// <summary>True when some cell says the same as another.</summary>
    public bool Repeats => _texts.Count * 3 < Filled * 2;

    /// <summary>True when its cells say the same, or nearly all.</summary>
    public bool SaysTheSame => _texts.Count * 3 <= Filled;

    /// <summary>Share of its cells that begin with a sign of comparison.</summary>
    public decimal Signed => Filled == 0 ? 0 : (decimal)_signed / Filled;

    /// <summary>Share of its figures that have their unit behind them; dates are none.</summary>
    public decimal Measured => _figures.Count(figure => figure is not null) is > 0 and var all ? (decimal)_measured / all : 0;

    /// <summary>True where some cell says that a target was reached: 已完成, 达成预期指标.</summary>
    public bool TellsReached => _reached > 0;

    /// <summary>Takes a cell.</summary>
    public void Add(string text, PastedCell cell)
    {
        _years.Add(ReachedWords.Year(text.AsSpan(cell.Start, cell.End - cell.Start)));
        if (ReachedWords.Begin(text.AsSpan(cell.Start, cell.End - cell.Start))) _reached++;
        _figures.Add(cell.Kind is PastedKind.Target or PastedKind.Number ? Figure(text.AsSpan(cell.Start, cell.End - cell.Start)) : null);
        if (cell.IsEmpty) return;
        if (_figures[^1] is not null && !char.IsAsciiDigit(text[cell.End - 1])) _measured++;
        Label ??= cell.Label;
        Filled++;
        _kinds[(int)cell.Kind]++;
        _texts.Add(text[cell.Start..cell.End]);
        if (text[cell.Start] is '≥' or '≤' or '>' or '<' or '=') _signed++;
        if (cell.Kind != PastedKind.Number) return;
        var digits = text.AsSpan(cell.Start, cell.End - cell.Start).TrimEnd('分');
        var isSmall = decimal.TryParse(digits, System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= LeastPoints and <= MostPoints;
        _arePoints &= isSmall;
        if (text[cell.End - 1] == '分') _inPoints++;
        else _inPoints = int.MinValue;
        _sum += number;
    }

    /// <summary>
    /// True where the figures of this column are those of a longer term than the other's: nowhere smaller, and in two rows or more half as
    /// large again. Rates and prices stay as they are, dates do not count.
    /// </summary>
    public bool IsOfLongerTerm(Column other)
    {
        var pairs = Pairs(other).ToArray();
        return Array.TrueForAll(pairs, pair => pair.Mine >= pair.Its)
            && pairs.Count(pair => pair.Mine * 2 >= pair.Its * 3) >= FewestLarger;
    }

    /// <summary>
    /// 分值⇥得分: points, and what of them was earned: bare figures, none of the second larger, most of them the same.
    /// </summary>
    public bool IsEarnedOf(Column points)
    {
        if (Share(PastedKind.Number) < MostNumbers || points.Share(PastedKind.Number) < MostNumbers) return false;
        var pairs = points.Pairs(this).ToArray();
        return pairs.Length >= FewestPoints && Array.TrueForAll(pairs, pair => pair.Its <= pair.Mine && pair.Mine is > 0 and <= MostPoints)
            && pairs.Count(pair => pair.Its == pair.Mine) * 2 >= pairs.Length;
    }

    /// <summary>2023年9月底前⇥2023年8月: dates of one year beside dates of the same.</summary>
    public bool IsOfTheSameYear(Column other)
    {
        var (same, different) = (0, 0);
        for (var row = 0; row < Math.Min(_years.Count, other._years.Count); row++)
        {
            if (_years[row] is not { } mine || other._years[row] is not { } its) continue;
            if (mine == its) same++;
            else different++;
        }

        return same > 0 && different == 0;
    }

    /// <summary>True when most of the larger figures are more than so many times the other's.</summary>
    public bool IsOfTimes(Column other, decimal times)
    {
        var larger = Pairs(other).Where(pair => pair.Mine * 2 >= pair.Its * 3).ToArray();
        return larger.Count(pair => pair.Mine > pair.Its * times) * 2 > larger.Length;
    }

    private IEnumerable<(decimal Mine, decimal Its)> Pairs(Column other)
    {
        for (var row = 0; row < Math.Min(_figures.Count, other._figures.Count); row++)
        {
            if (_figures[row] is { } mine && other._figures[row] is { } its) yield return (mine, its);
        }
    }

    /// <summary>The figure of ≥1800人次; null for a date.</summary>
    private static decimal? Figure(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny('年', '月', '日')) return null;
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var length = text[start..].IndexOfAnyExcept(Digits);
        return decimal.TryParse(length < 0 ? text[start..] : text.Slice(start, length),
            System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var figure)
            ? figure
            : null;
    }

    /// <summary>How many cells are of a kind.</summary>
    public int Count(PastedKind kind) => _kinds[(int)kind];

    /// <summary>Share of the filled cells that are of these kinds.</summary>
    public decimal Share(params ReadOnlySpan<PastedKind> kinds)
    {
        if (Filled == 0) return 0;
        var count = 0;
        foreach (var kind in kinds) count += _kinds[(int)kind];
        return (decimal)count / Filled;
    }
}
