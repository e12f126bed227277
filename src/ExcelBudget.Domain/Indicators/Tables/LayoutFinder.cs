using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// Works out the roles of columns: what a header says comes first, then what stands in the column over all rows.
/// </summary>
internal sealed class LayoutFinder(IReadOnlyList<Column> columns)
{
    private const decimal Most = 0.6m;
    private const decimal Nearly = 0.75m;
    private const int FarthestSign = 4;
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
        var target = new TargetColumn(columns, _roles, name, _sign);
        var value = target.Find();
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

        return new ColumnLayout(_roles, columns, name, value, _sign, unit) { IsDoubtful = target.IsDoubtful };
    }

    /// <summary>What a column is by itself; unknown where it may be a name, a target, points.</summary>
    private static ColumnRole Alone(Column column)
    {
        // 指标值类型: mostly 定量 and 定性, but here ≥ and ≤
        if (column.Header is { Role: ColumnRole.Aside } && column.Share(PastedKind.Sign) >= Most) return ColumnRole.Sign;
        if (column.Header is { Role: ColumnRole.Aside or ColumnRole.Level or ColumnRole.Unit } header) return header.Role;
        // 绩效指标 above 产出/数量
        if (column.Header is { Role: ColumnRole.Name } && column.Share(PastedKind.Level) >= Nearly) return ColumnRole.Level;
        if (column.Header is { Role: ColumnRole.Name or ColumnRole.Value }) return ColumnRole.Unknown;
        if (column.Share(PastedKind.Level) >= Nearly) return ColumnRole.Level;
        var isNamed = column.IsSerial || column.Share(PastedKind.Direction) >= Nearly || column.Share(PastedKind.Scoring) >= 0.5m
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
        var headed = Enumerable.Range(0, columns.Count).Where(at => columns[at].Header is { Role: ColumnRole.Name }
            && _roles[at] != ColumnRole.Level)
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

    private int Unit(int value) => Enumerable.Range(0, columns.Count).Where(at => _roles[at] == ColumnRole.Unit)
        .OrderBy(at => Math.Abs(at - value)).FirstOrDefault(-1);
}
