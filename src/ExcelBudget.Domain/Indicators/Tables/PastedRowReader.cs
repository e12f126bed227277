using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>Reads the indicator of a row whose columns are known.</summary>
internal sealed class PastedRowReader(CellText cell, ColumnReader columns, ClauseReader clauses)
{
    private const int LongestUnit = 10;

    /// <summary>The indicator; null for a line of the form that nobody filled in.</summary>
    /// <param name="name">The cell of the name; null where a target stands alone.</param>
    /// <param name="sign">The cell of the operator.</param>
    /// <param name="value">The cell of the target.</param>
    /// <param name="unit">The cell of the unit.</param>
    /// <param name="explained">The last cell that explains the name before the column of targets.</param>
    /// <param name="isDescribed">True where the row says what the name is for (反映…情况): without a target it has none.</param>
    public RowPart? Read(PastedCell? name, PastedCell? sign, PastedCell? value, PastedCell? unit, PastedCell? explained = null,
        bool isDescribed = false)
    {
        if (name is { } only && sign is null && value is null && unit is null)
        {
            if (explained is { } aside) return Untold(only, aside);
            if (isDescribed) return Untold(only);
        }

        return name is { } named ? unit is { } words && value is null && IsWorded(sign) ? Named(named, sign, words, null)
            : Named(named, sign, value, unit)
            : value is { } alone ? Nameless(sign, alone, unit) : null;
    }

    /// <summary>演练≥4次；印发资料≥2000份: more than one target in the cell of a name.</summary>
    public bool HoldsSeveral(PastedCell name)
    {
        var read = clauses.Read(name.Start + Mark(name).Length, name.End);
        return read.Count > 1 && read.All(one => one.Operator is not (TargetOperator.None or TargetOperator.Qualitative));
    }

    /// <summary>文字描述⇥⇥明显提高: beside such a sign the result stands in the column of units.</summary>
    private bool IsWorded(PastedCell? sign) => sign is { } mark
        && OperatorReader.Before(cell.Folded, mark.Start, mark.End).Operator is TargetOperator.None or TargetOperator.Qualitative;

    private RowPart Nameless(PastedCell? sign, PastedCell value, PastedCell? unit)
    {
        var target = Target(sign, value, unit);
        var start = sign is { } before && before.Start < value.Start ? before.Start : value.Start;
        var end = unit is { } behind && target.Unit.Length > 0 ? Math.Max(behind.End, value.End) : value.End;
        return new RowPart(start, end, new Clause(start, end, "", target.Operator, target.Value, target.Unit), default, start);
    }

    private RowPart? Named(PastedCell name, PastedCell? sign, PastedCell? value, PastedCell? unit)
    {
        var mark = Mark(name);
        if (mark.Length == name.End - name.Start || cell.Folded.AsSpan(name.Start, name.End - name.Start).IndexOfAnyExcept("….·") < 0)
            return value is { } only ? Nameless(sign, only, unit) : null;
        if (value is null && sign is null && unit is null) return Statement(name, mark);
        var start = name.Start + mark.Length;
        var said = Words.Name(cell.Printed[start..name.End], "");
        var target = value is { } told ? Target(sign, told, unit) : new(TargetOperator.None, "", "");
        var takesUnit = unit is { } measure && (value is null || IsMeasured(target)
            || target.Value.EndsWith(Words.Joined(cell.Printed[measure.Start..measure.End]), StringComparison.Ordinal)
            // 28.8万元⇥%: two units that exclude each other stand both in what is printed
            || (target.Unit.EndsWith('元') && columns.UnitIn((measure.Start, measure.End)) is "%"));
        if (target.Unit.Length == 0 && IsMeasured(target)) (said, target) = UnitBehind(said, target);
        var (from, end) = (start, name.End);
        foreach (var part in (ReadOnlySpan<PastedCell?>)[sign, value, takesUnit ? unit : null])
        {
            if (part is { } one) (from, end) = (Math.Min(from, one.Start), Math.Max(end, one.End));
        }

        var clause = new Clause(from, end, said, target.Operator, target.Value, target.Unit);
        return new RowPart(from, end, clause, mark, from < start ? from : name.Start);
    }

    /// <summary>宣传场次⇥⇥⇥反映宣传活动开展情况: a name and nothing but what it is for.</summary>
    private RowPart? Untold(PastedCell name)
    {
        var mark = Mark(name);
        var start = name.Start + mark.Length;
        return start >= name.End ? null : new RowPart(start, name.End,
            new Clause(start, name.End, Words.Name(cell.Printed[start..name.End], ""), TargetOperator.None, "", ""), mark, name.Start);
    }

    /// <summary>平台接入电梯⇥反映接入情况⇥⇥: a name and what explains it, and no target; one that holds its target itself has it.</summary>
    private RowPart Untold(PastedCell name, PastedCell words)
    {
        var mark = Mark(name);
        var part = Statement(name, mark);
        var start = name.Start + mark.Length;
        return part.Clause.Operator is not (TargetOperator.None or TargetOperator.Qualitative) ? part
            : new RowPart(start, words.End, new Clause(start, words.End, Words.Name(cell.Printed[start..name.End], ""),
                TargetOperator.None, "", ""), mark, name.Start);
    }

    /// <summary>A name without target may be a whole statement, or hold its target itself.</summary>
    private RowPart Statement(PastedCell name, ListMark mark)
    {
        var start = name.Start + mark.Length;
        var clause = clauses.Read(start, name.End) is [var only] ? only
            : new Clause(start, name.End, Words.Name(cell.Printed[start..name.End], ""), TargetOperator.None, "", "");
        return new RowPart(start, name.End, clause with { Start = start, End = name.End }, mark, name.Start);
    }

    private static (string Name, Reading Target) UnitBehind(string name, Reading target)
    {
        var (bare, unit) = Words.UnitBehind(name);
        return unit.Length == 0 ? (name, target) : (bare, target with { Unit = unit });
    }

    private static bool IsMeasured(Reading target) =>
        target.Operator != TargetOperator.Qualitative && target.Value.Length > 0 && !target.Value.Any(TextScan.IsHan);

    /// <summary>指标1：, 1、, (2): a mark before the name; 2.5万元 begins with a figure.</summary>
    private ListMark Mark(PastedCell name)
    {
        var mark = ListMarkReader.Read(cell.Folded, name.Start);
        if (mark.Length == 0 && name.End - name.Start > 2 && cell.Folded[name.Start] == '-')
            return new ListMark(MarkStyle.Bullet, 0, "", TextScan.Blanks(cell.Folded, name.Start + 1) - name.Start);
        var behind = name.Start + mark.Length;
        // 1.65 is a figure, 1、65 and ①65 are not
        var isClear = mark.Style is MarkStyle.Labelled or MarkStyle.Circled or MarkStyle.ArabicInBrackets
            || (mark.Length > 0 && cell.Folded[behind - 1] == '、');
        return mark.Length == 0 || behind > name.End || (behind < name.End && char.IsAsciiDigit(cell.Folded[behind]) && !isClear)
            ? default : mark;
    }

    private Reading Target(PastedCell? sign, PastedCell value, PastedCell? unit)
    {
        var read = Alone(value);
        if (sign is { } told && read.Operator != TargetOperator.None)
        {
            var meant = OperatorReader.Before(cell.Folded, told.Start, told.End).Operator;
            var isDate = read.Operator == TargetOperator.Equal && read.Unit.Length == 0 && read.Value.Any(TextScan.IsHan);
            if (meant is TargetOperator.None or TargetOperator.Qualitative)
                return isDate ? read : new(TargetOperator.Qualitative, Words.Whole(cell.Printed[value.Start..value.End]), "");
            // = before words says no more than the words
            if (read.Operator == TargetOperator.Qualitative && meant == TargetOperator.Equal) return read;
            if (meant != TargetOperator.Equal || read.Operator == TargetOperator.Equal) read = read with { Operator = meant };
        }

        if (read.Unit.Length > 0 || unit is not { } measure || !IsMeasured(read)) return read;
        if (columns.IsRestOfDate(read.Value, (measure.Start, measure.End)))
            return read with { Value = read.Value + Words.Joined(cell.Printed[measure.Start..measure.End]) };
        if (measure.End - measure.Start > LongestUnit) return read;
        return read with { Unit = columns.UnitIn((measure.Start, measure.End)) ?? Words.Joined(cell.Printed[measure.Start..measure.End]) };
    }

    /// <summary>What the cell of the target says by itself; words with figures among them are words.</summary>
    private Reading Alone(PastedCell value)
    {
        if (value.IsEmpty) return new(TargetOperator.None, "", "");
        value = value.Inside(cell.Folded);
        // 12月底前100%到位: a date and a rate are words
        if (columns.TargetIn(value.Start, value.End) is var (sign, figure, unit) && !(figure.Any(TextScan.IsHan) && figure.Contains('%')))
            return new(CalendarWords.Is(figure) ? TargetOperator.Equal : sign, figure, unit);
        if (IsUnfilled(value)) return new(TargetOperator.None, "", "");
        if (UnlistedUnits.Read(cell.Folded, value.Start, value.End) is var (count, measure))
            return new(TargetOperator.Equal, count, measure);
        if (clauses.Read(value.Start, value.End) is [{ Operator: not (TargetOperator.None or TargetOperator.Qualitative) } only]
            && (only.Name.Length == 0 || IsTime(only))) return new(only.Operator, only.Value, only.Unit);
        return new(TargetOperator.Qualitative, Words.Whole(cell.Printed[value.Start..value.End]), "");
    }

    /// <summary>完成时间为2022年12月30日: the cell says once more what it holds.</summary>
    private static bool IsTime(Clause only) => only.Unit.Length == 0 && only.Value.Any(TextScan.IsHan) && only.Name.Length <= LongestUnit
        && (only.Name.EndsWith("时间", StringComparison.Ordinal) || only.Name.EndsWith("时限", StringComparison.Ordinal));

    /// <summary>≥%, ≥**人, 公里: a line of the form that nobody filled in.</summary>
    private bool IsUnfilled(PastedCell value)
    {
        var start = value.Start;
        while (start < value.End && cell.Folded[start] is '≥' or '≤' or '=' or '<' or '>' or ' ' or '*') start++;
        return start == value.End || columns.UnitIn((start, value.End)) is not null;
    }

    private readonly record struct Reading(TargetOperator Operator, string Value, string Unit);
}
