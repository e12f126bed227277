namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Works out the roles of columns: what a header says comes first, then what stands in the column over all rows. Where neither says which
/// of two columns holds the targets there is no layout: nothing is guessed.
/// </summary>
internal sealed class LayoutFinder(IReadOnlyList<Column> columns)
{
    private const decimal Most = 0.6m;
    private const decimal Nearly = 0.75m;
    private const int FarthestSign = 3;
    private readonly ColumnRole[] _roles = new ColumnRole[columns.Count];
    private int _sign = -1;

    /// <summary>The layout; null when the columns do not tell it.</summary>
    public ColumnLayout? Find()
    {
        for (var at = 0; at < columns.Count; at++) _roles[at] = Alone(columns[at]);
        var name = Name();
        if (name < 0) return null;
        _roles[name] = ColumnRole.Name;
        _sign = Enumerable.Range(0, columns.Count).FirstOrDefault(at => _roles[at] == ColumnRole.Sign, -1);
        var value = Value(name);
        if (value < -1) return null;
        if (value >= 0) _roles[value] = ColumnRole.Value;
        var unit = value < 0 ? -1 : Unit(value);
        if (_sign >= 0 && (value < 0 || Math.Abs(_sign - value) > FarthestSign)) _sign = -1;
        for (var at = 0; at < columns.Count; at++)
        {
            var isKnown = at == name || at == value || at == unit || at == _sign || _roles[at] == ColumnRole.Level;
            if (at == unit) _roles[at] = ColumnRole.Unit;
            if (!isKnown) _roles[at] = ColumnRole.Aside;
        }

        return new ColumnLayout(_roles, columns, name, value, _sign, unit);
    }

    /// <summary>What a column is by itself; unknown where it may be a name, a target, points.</summary>
    private static ColumnRole Alone(Column column)
    {
        if (column.Header is { Role: ColumnRole.Aside or ColumnRole.Level or ColumnRole.Unit } header) return header.Role;
        if (column.Header is { Role: ColumnRole.Name or ColumnRole.Value }) return ColumnRole.Unknown;
        if (column.Share(PastedKind.Level) >= Nearly) return ColumnRole.Level;
        var isNamed = column.Share(PastedKind.Direction) >= Nearly || column.Share(PastedKind.Scoring) >= 0.5m
            || column.Share(PastedKind.Basis) >= Most;
        if (isNamed) return ColumnRole.Aside;
        if (column.Count(PastedKind.Nature) > 0 && column.Share(PastedKind.Nature, PastedKind.Sign) >= Nearly) return ColumnRole.Aside;
        if (column.Share(PastedKind.Sign) >= Most) return ColumnRole.Sign;
        if (column.Share(PastedKind.Unit) >= Most) return ColumnRole.Unit;
        return column.Share(PastedKind.Code) >= Most || column.Filled == 0 ? ColumnRole.Aside : ColumnRole.Unknown;
    }

    /// <summary>The column of names: by its header, else the first of words that does not say the same in many rows.</summary>
    private int Name()
    {
        var headed = Enumerable.Range(0, columns.Count).Where(at => columns[at].Header is { Role: ColumnRole.Name })
            .OrderByDescending(at => columns[at].Header!.Value.Rank).ThenBy(at => at).FirstOrDefault(-1);
        if (headed >= 0) return headed;
        var worded = Enumerable.Range(0, columns.Count)
            .Where(at => _roles[at] == ColumnRole.Unknown && IsOfWords(columns[at]) && columns[at].Header is null).ToArray();
        if (worded.Length == 0) return -1;
        var distinct = Array.Find(worded, at => !columns[at].Repeats);
        return columns[worded[0]].Repeats && worded.Length > 1 && !columns[distinct].Repeats ? distinct : worded[0];
    }

    private static bool IsOfWords(Column column) =>
        column.Share(PastedKind.Words, PastedKind.Result, PastedKind.Level, PastedKind.Unit) >= Nearly
            && column.Count(PastedKind.Words) > 0;

    /// <summary>The column of targets; -1 where the names hold them, -2 where the columns do not tell.</summary>
    private int Value(int name)
    {
        var headed = Enumerable.Range(0, columns.Count)
            .Where(at => columns[at].Header is { Role: ColumnRole.Value } && at != name).ToArray();
        if (headed.Length > 0)
        {
            var best = headed.Max(at => columns[at].Header!.Value.Rank);
            var chosen = Array.FindAll(headed, at => columns[at].Header!.Value.Rank == best);
            if (chosen.Length == 1) return chosen[0];
            return ByContent(name, chosen) is >= 0 and var told ? told : chosen[^1];
        }

        var open = Enumerable.Range(0, columns.Count).Where(at => at != name && _roles[at] == ColumnRole.Unknown).ToArray();
        return ByContent(name, open);
    }

    private int ByContent(int name, int[] open)
    {
        var told = Array.FindAll(open, at => IsTold(columns[at]));
        // targets mostly in words beside points that add up
        if (Array.TrueForAll(told, at => columns[at].ArePoints)
            && Array.FindAll(open, at => at > name && IsSometimesTold(columns[at])) is [var worded]) return worded;
        if (_sign >= 0 && told.Length > 1 && Array.FindAll(told, at => !columns[at].ArePoints) is { Length: > 0 } others) told = others;
        if (_sign >= 0 && Nearest(told, _sign) is >= 0 and var beside) return beside;
        var rich = Array.FindAll(told, at => columns[at].Share(PastedKind.Target) >= 0.5m);
        if (rich.Length == 1) return rich[0];
        if (rich.Length > 1)
        {
            // 中期目标值, 年度目标值 without their headers
            if (rich is [var first, var second] && columns[first].IsOfLongerTerm(columns[second])) return second;
            var signed = Array.FindAll(rich, at => columns[at].Signed >= 0.5m);
            return signed.Length == 1 && Array.TrueForAll(rich, at => at == signed[0] || columns[at].Signed <= 0.2m) ? signed[0] : -2;
        }

        var figures = Array.FindAll(told, at => at > name);
        if (figures.Length > 1) figures = Array.FindAll(figures, at => !columns[at].ArePoints);
        var unit = Enumerable.Range(0, columns.Count).FirstOrDefault(at => _roles[at] == ColumnRole.Unit, -1);
        if (figures.Length == 1 && (unit >= 0 || !columns[figures[0]].ArePoints)) return figures[0];
        if (unit >= 0 && Beside(figures, unit) is >= 0 and var measured) return measured;
        return columns[name].Share(PastedKind.Words) > 0 && figures.Length <= 1 ? -1 : -2;
    }

    /// <summary>True where most cells can be targets.</summary>
    private static bool IsTold(Column column) =>
        column.Share(PastedKind.Target, PastedKind.Number, PastedKind.Result) >= Most
            && column.Count(PastedKind.Target) + column.Count(PastedKind.Number) > 0;

    private static bool IsSometimesTold(Column column) => column.Share(PastedKind.Number) == 0
        && column.Share(PastedKind.Target, PastedKind.Result) >= 0.3m && column.Count(PastedKind.Target) > 1;

    /// <summary>The next column behind a place, else before it; -1 when none stands beside it.</summary>
    private static int Nearest(int[] at, int place)
    {
        foreach (var distance in (ReadOnlySpan<int>)[1, 2, -1, -2])
        {
            if (Array.IndexOf(at, place + distance) >= 0) return place + distance;
        }

        return -1;
    }

    /// <summary>Of figures before one unit the last is this year's; figures behind it come second.</summary>
    private static int Beside(int[] figures, int unit) => Array.IndexOf(figures, unit - 1) >= 0 ? unit - 1
        : Array.IndexOf(figures, unit + 1) >= 0 ? unit + 1 : -1;

    private int Unit(int value) => Enumerable.Range(0, columns.Count).Where(at => _roles[at] == ColumnRole.Unit)
        .OrderBy(at => Math.Abs(at - value)).FirstOrDefault(-1);
}
