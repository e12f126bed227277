using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>
/// 逐条填写。Indicators entered one by one, a line for each field: 三级指标⇥培训人数, 计算符号⇥≥, 指标值⇥300, 计量单位⇥人. The label of a line says what
/// its cell holds; a name, or the first level named again, begins the next indicator.
/// </summary>
internal sealed class LabelledRows(string text, CellKinds kinds, PastedRowReader rows)
{
    private const int FewestLines = 4;
    private const int LongestLabel = 10;
    private readonly List<OutlinePart> _parts = [];
    private readonly LevelsInForce _levels = new();
    private PastedCell? _name;
    private PastedCell? _sign;
    private PastedCell? _value;
    private PastedCell? _unit;

    /// <summary>The parts of such a text; null for any other.</summary>
    public static List<OutlinePart>? Read(string text, List<(int Start, int End)> lines, CellKinds kinds, PastedRowReader rows)
    {
        if (lines.Count < FewestLines || !lines.TrueForAll(line => Label(text, line) is not null)) return null;
        var names = lines.Count(line => Label(text, line) is { Header.Role: ColumnRole.Name });
        return names > 1 ? new LabelledRows(text, kinds, rows).Read(lines) : null;
    }

    /// <summary>True where the first lines have labels.</summary>
    public static bool IsPossible(string text, List<(int Start, int End)> lines) =>
        lines.Count >= FewestLines && Label(text, lines[0]) is not null && Label(text, lines[1]) is not null;

    /// <summary>What the label of a line says, and where its cell begins; null for a line without one.</summary>
    private static (Header Header, int Cell)? Label(string text, (int Start, int End) line)
    {
        var start = TextScan.Spaces(text, line.Start);
        var length = text.AsSpan(start, Math.Min(LongestLabel, Math.Max(0, line.End - start))).IndexOfAny(':', '\t');
        if (length <= 0 || HeaderWords.Read(text, start, start + length) is not { } header) return null;
        // a table's own line of headers, 指标名称：献血宣传 目标值：≥40场
        var cell = TextScan.Spaces(text, start + length + 1);
        return cell < line.End && text.AsSpan(cell, line.End - cell).IndexOfAny('\t', ':') >= 0
            ? null : (header, Math.Min(cell, line.End));
    }

    private List<OutlinePart>? Read(List<(int Start, int End)> lines)
    {
        foreach (var line in lines)
        {
            var (header, start) = Label(text, line)!.Value;
            var cell = kinds.Read(start, line.End);
            if (header.Role is ColumnRole.Level or ColumnRole.Name) Close();
            if (cell.IsEmpty) continue;
            if (header.Role == ColumnRole.Level) Head(cell);
            else if (header.Role == ColumnRole.Name) _name = cell;
            else if (header.Role == ColumnRole.Value) _value = cell;
            else if (header.Role == ColumnRole.Unit) _unit = cell;
            else if (cell.Kind == PastedKind.Sign) _sign = cell;
        }

        Close();
        for (var at = 1; at < _parts.Count; at++)
        {
            if (_parts[at].Start < _parts[at - 1].End) return null;
        }

        return _parts.Exists(part => part is RowPart) ? _parts : null;
    }

    private void Head(PastedCell cell)
    {
        var heading = LevelCell.Read(text, cell.Start, cell.End) ?? LevelCell.Unknown(text, cell.Start, cell.End);
        if (_levels.Take(heading, heading.Name.Rank == HeadingRank.Level1)) _parts.Add(new HeadingPart(heading));
    }

    private void Close()
    {
        if ((_name ?? _value) is not null && rows.Read(_name, _sign, _value, _unit) is { } row) _parts.Add(row);
        (_name, _sign, _value, _unit) = (null, null, null, null);
    }
}
