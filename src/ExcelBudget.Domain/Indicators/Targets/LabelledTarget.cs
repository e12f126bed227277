using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// 栏名写在指标值前。A name and its target divided by the words that head the target's column: 每页修复费（指标值：不高于8元）, 审核合规率；指标值：,
/// 改造管网，单位：公里，指标值：4.6；备注：含补偿器.
/// </summary>
internal static class LabelledTarget
{
    private const string Weight = "权重";
    private const int LongestName = 60;
    private const int LongestValue = 40;

    /// <summary>The indicator; null where no such words stand in the item, or more than once.</summary>
    public static Clause? Read(CellText cell, ColumnReader columns, int start, int end)
    {
        var text = cell.Folded;
        while (end > start && (TextScan.IsSpace(text[end - 1]) || text[end - 1] is ';' or '。')) end--;
        if (Find(text, start, end) is not { } found) return null;
        var last = end;
        // （指标值：延长）
        if (text[found.Label - 1] is '(' or '[')
        {
            if (text[end - 1] is not (')' or ']')) return null;
            last--;
        }

        var (nameStart, nameEnd) = (start, found.Label - 1);
        while (nameEnd > start && (TextScan.IsSpace(text[nameEnd - 1]) || text[nameEnd - 1] is ',' or ';')) nameEnd--;
        if (LabelIn(text, nameStart, nameEnd) is { Role: ColumnRole.Name } named) nameStart = named.Behind;
        var unit = UnitAtEnd(cell, nameStart, ref nameEnd);
        var from = TextScan.Blanks(text, found.Behind);
        var to = EndOfValue(cell, from, last, ref unit);
        if (nameEnd - nameStart is < 2 or > LongestName || to - from > LongestValue) return null;
        var name = Words.Name(cell.Printed[nameStart..nameEnd], "");
        if (unit.Length == 0) (name, unit) = Words.UnitBehind(name);
        if (from >= to) return new Clause(start, end, name, TargetOperator.None, "", "");
        if (columns.TargetIn(from, to) is { } target)
            return new Clause(start, end, name, target.Operator, target.Value, target.Unit.Length > 0 ? target.Unit : unit);
        if (text.AsSpan(from, to - from).IndexOfAnyInRange('0', '9') >= 0 || text.AsSpan(from,
            to - from).IndexOfAny(",;。:") >= 0) return null;
        return new Clause(start, end, name, TargetOperator.Qualitative, Words.Whole(cell.Printed[from..to].Trim()), "");
    }

    /// <summary>Where the label begins and where its target does.</summary>
    private static (int Label, int Behind)? Find(string text, int start, int end)
    {
        (int, int)? found = null;
        for (var at = start + 2; at < end; at++)
        {
            if (text[at - 1] is not ('(' or '[' or ',' or ';' or ' ') && !TextScan.IsBreak(text[at - 1])) continue;
            var length = OperatorReader.LabelAt(text, at) is > 0 and var plain ? plain : OperatorReader.LabelBeforeColon(text, at);
            if (length == 0) continue;
            var behind = TextScan.Blanks(text, at + length);
            var isDivided = behind >= end || text[behind] is ':' or '为' or '=';
            if (!isDivided && text[at - 1] is not ('(' or '[')) continue;
            if (found is not null) return null;
            found = (at, isDivided ? Math.Min(behind + 1, end) : behind);
        }

        return found;
    }

    /// <summary>改造管网，单位：公里: the unit, cut off the name.</summary>
    private static string UnitAtEnd(CellText cell, int start, ref int end)
    {
        var sign = end == start ? -1 : cell.Folded.AsSpan(start, end - start).LastIndexOfAny(",; ");
        if (sign < 2 || LabelIn(cell.Folded, start + sign + 1, end) is not { Role: ColumnRole.Unit } labelled) return "";
        var unit = Glyphs.Plain(cell.Printed[labelled.Behind..end].Trim());
        end = start + sign;
        return unit;
    }

    /// <summary>4.6公里；备注：含补偿器更换, 4.6，单位：公里: what other columns say is none of the target.</summary>
    private static int EndOfValue(CellText cell, int from, int end, ref string unit)
    {
        for (var at = end; at > from; at--)
        {
            if (cell.Folded[at - 1] is not (',' or ';' or ' ')) continue;
            // ，权重10
            if (cell.Folded.AsSpan(at, end - at).StartsWith(Weight, StringComparison.Ordinal)) end = at - 1;
            if (end < at || LabelIn(cell.Folded, at, end) is not { } labelled) continue;
            if (labelled.Role == ColumnRole.Unit) unit = Glyphs.Plain(cell.Printed[labelled.Behind..end].Trim());
            end = at - 1;
        }

        return end;
    }

    /// <summary>What the words before a colon head, and where their cell begins; null where they head none.</summary>
    private static (ColumnRole Role, int Behind)? LabelIn(string text, int start, int end)
    {
        start = TextScan.Blanks(text, start);
        var colon = end <= start ? -1 : text.IndexOf(':', start, end - start);
        return colon > start && HeaderWords.Read(text, start, colon) is { } header ? (header.Role, colon + 1) : null;
    }
}
