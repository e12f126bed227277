using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Whether a table has a column that explains its names, and where.</summary>
internal enum Explanation
{
    None,

    Somewhere,

    /// <summary>Between the name and its target.</summary>
    BeforeTarget,
}

/// <summary>
/// Reads an item whose name and target stand in columns of their own (a pasted table): the boundary of a column is hard. Whatever figures
/// the name holds, the target is what stands alone in a later column.
/// </summary>
/// <param name="cell">The text.</param>
/// <param name="finder">Finds targets in it.</param>
/// <param name="explained">Whether the table has a column that explains the name (绩效指标描述), which is no part of it.</param>
/// <param name="laterTargets">How many columns of targets stand behind the one that counts;
/// -1 when the table has no more than one.</param>
internal sealed class ColumnReader(CellText cell, TargetFinder finder, Explanation explained, int laterTargets = -1)
{
    private const string Signs = "≥≤=><";
    private const int LongestUnit = 2;
    private static readonly System.Buffers.SearchValues<char> DateParts = System.Buffers.SearchValues.Create("月日前底末内");
    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create("0123456789.,");
    private static readonly string[] QualitativeMarks = Vocabulary.Of("qualitativeMarks");
    private static readonly string[] Directions = Vocabulary.Of("directions");
    private const int LongestTarget = 40;
    private const int LongestWords = 120;

    /// <summary>The one indicator between two places; null when no column holds a target alone.</summary>
    public Clause? Read(int start, int end)
    {
        if (cell.Folded.IndexOf('\t', start, end - start) < 0) return null;
        var columns = Columns(start, end);
        if (columns.Count > 2 && IsSerial(columns[0]) && !IsSerial(columns[1]) && HasWords(columns[1])) columns.RemoveAt(0);
        if (laterTargets >= 0 && OfSeveral(columns) is { } chosen) return chosen;
        // what explains a name may hold figures too: 基本支出 | 110.61万元(计划标准) | ≤110.61万元
        var isExplained = explained == Explanation.BeforeTarget && columns.Count > 2 && !IsSign(columns[1].Start, columns[1].End)
            && columns[2..].Exists(column => TargetIn(column.Start, column.End) is not null);
        for (var at = isExplained ? 2 : 1; at < columns.Count; at++)
        {
            var (from, to) = columns[at];
            if (IsSign(from, to) && at + 1 < columns.Count && TargetIn(columns[at + 1].Start, columns[at + 1].End) is { } behind)
            {
                return WithUnit(columns, 0, at, at + 1, behind with { Operator = OperatorReader.Before(cell.Folded, from, to).Operator });
            }

            if (IsSign(from, to) && at + 1 < columns.Count && UnitIn(columns[at + 1]) is not null)
                return new Clause(columns[0].Start, columns[at + 1].End, NameIn(columns, 0, at), TargetOperator.None, "", "");
            if (IsLastYears(columns, at)) continue;
            if (IsQualitative(from, to) && at + 1 < columns.Count && IsDate(columns[at + 1])) continue;
            if (IsQualitative(from, to) && at + 1 < columns.Count) return Qualitative(columns, at);
            if (TargetIn(from, to) is { } target) return WithUnit(columns, 0, at, at, target);
        }

        return columns switch
        {
            [var name, var words] => Unmeasured(name, words),
            [var name, _, var words] when explained == Explanation.BeforeTarget => Unmeasured(name, words),
            _ => null,
        };
    }

    /// <summary>开放天数⇥300天⇥305天⇥310天: of the targets that the header names, the one for this year.</summary>
    private Clause? OfSeveral(List<(int Start, int End)> columns)
    {
        var targets = Enumerable.Range(1, Math.Max(0, columns.Count - 1))
            .Where(at => TargetIn(columns[at].Start, columns[at].End) is { Value.Length: > 0 }).ToArray();
        if (targets.Length < 2 || targets.Length <= laterTargets) return null;
        var place = targets[^(laterTargets + 1)];
        var (sign, value, unit) = TargetIn(columns[place].Start, columns[place].End)!.Value;
        return new Clause(columns[0].Start, columns[place].End, NameIn(columns, 0, 1), sign, value, unit);
    }

    private bool IsSerial((int Start, int End) column) => column.End - column.Start is 1 or 2
        && cell.Folded.AsSpan(column.Start, column.End - column.Start).IndexOfAnyExceptInRange('0', '9') < 0;

    private bool HasWords((int Start, int End) column) =>
        cell.Folded.AsSpan(column.Start, column.End - column.Start).ContainsAnyInRange('\u4E00', '\u9FFF')
            && UnitIn(column) is null;

    /// <summary>Two columns and no figure alone: 50%返还⇥按期返还 has a result in words, 护岸长度⇥公里 has a unit and no figure.</summary>
    private Clause? Unmeasured((int Start, int End) name, (int Start, int End) words)
    {
        var folded = cell.Folded[words.Start..words.End];
        var said = Words.Name(cell.Printed[name.Start..name.End], "");
        if (UnitIn((words.Start + folded.Length - folded.TrimStart('≥', '≤', '=', '<', '>', ' ').Length, words.End)) is { Length: > 0 })
        {
            return new Clause(name.Start, words.End, said, TargetOperator.None, "", "");
        }
        // a name that holds a whole target of its own has a remark behind it, not a result
        var isSaid = cell.Folded.AsSpan(name.Start, name.End - name.Start).IndexOfAny(Signs) >= 0;
        return !isSaid && folded.Any(TextScan.IsHan) && words.End - words.Start <= LongestWords
            ? new Clause(name.Start, words.End, said, TargetOperator.Qualitative,
                OperatorReader.WithoutLabelBefore(Words.Whole(cell.Printed[words.Start..words.End])), "")
            : null;
    }

    /// <summary>Operator, value and unit of a stretch that says nothing but a target; null otherwise.</summary>
    public (TargetOperator Operator, string Value, string Unit)? TargetIn(int from, int to)
    {
        if (to - from > LongestTarget) return null;
        if (cell.Folded.AsSpan(from, to - from).ContainsAny(Glyphs.Line, Glyphs.Paragraph)) return TargetOverLines(from, to);
        if (Frequency.Is(cell.Folded.AsSpan(from, to - from)))
            return (TargetOperator.Qualitative, Words.Whole(cell.Printed[from..to]), "");
        if (Frequency.IsMonths(cell.Folded.AsSpan(from, to - from)))
            return (TargetOperator.Equal, Words.Whole(cell.Printed[from..to]), "");
        if (finder.Find(from, to) is not [var only] || only.Start > from + LabelLength(from, to))
        {
            return IsResult(from, to) ? (TargetOperator.Qualitative, Words.Whole(cell.Printed[from..to]), "") : null;
        }
        var amount = only.Amount;
        if (amount.IsDate && amount.End < to) return (only.Operator, Words.Whole(cell.Printed[amount.Start..to]), "");
        if (TextScan.Blanks(cell.Folded, only.End) < to) return null;
        return (only.Operator, Words.Joined(Glyphs.Plain(cell.Printed[amount.Start..amount.ValueEnd])),
            AsPrinted(Words.Joined(amount.Unit), (amount.ValueEnd, amount.End)));
    }

    /// <summary>≥1500|元: a cell that a narrow column broke.</summary>
    private (TargetOperator Operator, string Value, string Unit)? TargetOverLines(int from, int to)
    {
        var whole = MarkupRemoval.Clean(Words.Joined(cell.Printed[from..to]));
        return new ColumnReader(whole, ClauseReader.FinderOf(whole), explained).TargetIn(0, whole.Length);
    }

    private bool IsQualitative(int from, int to) =>
        Array.Exists(QualitativeMarks, mark => cell.Folded.AsSpan(from, to - from).SequenceEqual(mark));

    /// <summary>村级组织运转 | 定性 | 良好: the operator's own column.</summary>
    private Clause Qualitative(List<(int Start, int End)> columns, int sign)
    {
        var (start, end) = columns[sign + 1];
        return new Clause(columns[0].Start, end, NameIn(columns, 0, sign), TargetOperator.Qualitative,
            Words.Whole(cell.Printed[start..end]), "");
    }

    private int LabelLength(int from, int to)
    {
        var at = from;
        while (at < to && !char.IsAsciiDigit(cell.Folded[at]) && at - from < 6) at++;
        return OperatorReader.Before(cell.Folded, from, at).Start - from;
    }

    private bool IsResult(int from, int to) => ResultWords.IsResult(cell.Printed[from..to]) || CalendarWords.Is(cell.Printed[from..to]);

    private Clause WithUnit(List<(int Start, int End)> columns, int first, int nameEnd, int last,
        (TargetOperator Operator, string Value, string Unit) target)
    {
        var (sign, value, unit) = target;
        if (CalendarWords.Is(value)) sign = TargetOperator.Equal;
        if (unit.Length > 0 && nameEnd > 1 && UnitIn(columns[nameEnd - 1]) is not null) nameEnd--;
        var isNumber = unit.Length == 0 && value.Length > 0 && value.All(digit => char.IsAsciiDigit(digit) || digit is '.' or ',' or '*');
        if (isNumber && last + 1 < columns.Count && IsRestOfDate(value, columns[last + 1]))
        {
            last++;
            value += Words.Joined(cell.Printed[columns[last].Start..columns[last].End]);
        }
        else if (isNumber && nameEnd > 1 && UnitIn(columns[nameEnd - 1]) is { } before) (unit, nameEnd) = (before, nameEnd - 1);
        else if (isNumber && last + 1 < columns.Count && UnitIn(columns[last + 1]) is { } behind) (unit, last) = (behind, last + 1);
        else if (isNumber && last > nameEnd && last + 2 == columns.Count && IsShortWord(columns[last + 1]))
        {
            last++;
            unit = Words.Joined(cell.Folded[columns[last].Start..columns[last].End]);
        }
        // 28.8万元⇥%: two units that exclude each other stand both in what is printed
        if (unit.EndsWith('元') && last + 1 < columns.Count && UnitIn(columns[last + 1]) is "%") last++;
        while (nameEnd > 1 && IsQualitative(columns[nameEnd - 1].Start, columns[nameEnd - 1].End)) nameEnd--;
        while (nameEnd > 1 && IsBareNumber(columns[nameEnd - 1])) nameEnd--;
        var name = NameIn(columns, first, nameEnd);
        if (isNumber && unit.Length == 0) (name, unit) = Words.UnitBehind(name);
        return new Clause(columns[first].Start, columns[last].End, name, sign, value, unit);
    }

    /// <summary>运营航次⇥3200⇥≥6500⇥航次: of two figures before one unit the first is what was reached before.</summary>
    private bool IsLastYears(List<(int Start, int End)> columns, int at) => at + 2 < columns.Count && IsBareNumber(columns[at])
        && TargetIn(columns[at + 1].Start, columns[at + 1].End) is { Unit.Length: 0, Operator: not TargetOperator.Qualitative } next
        && next.Value.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',') && UnitIn(columns[at + 2]) is not null;

    private bool IsBareNumber((int Start, int End) column) =>
        cell.Folded.AsSpan(column.Start, column.End - column.Start).IndexOfAnyExcept(Figures) < 0;

    /// <summary>2026⇥年11月底前: a form with a column of values and one of units cuts a date in two.</summary>
    public bool IsRestOfDate(string value, (int Start, int End) column) => column.End - column.Start > 1
        && ((cell.Folded[column.Start] == '年' && value.Length == 4) || (cell.Folded[column.Start] == '月' && value.Length < 3))
        && cell.Folded.AsSpan(column.Start, column.End - column.Start).ContainsAny(DateParts);

    /// <summary>The unit that stands alone in a column; null when other words stand there.</summary>
    public string? UnitIn((int Start, int End) column) =>
        column.End > column.Start && UnitEnd(column.Start, column.End) == column.End
            ? AsPrinted(Words.Joined(cell.Folded[column.Start..column.End]), column)
            : null;

    /// <summary>件（套） keeps its brackets.</summary>
    private string AsPrinted(string unit, (int Start, int End) column) =>
        cell.Printed.AsSpan(column.Start, column.End - column.Start).Contains('（') ? unit.Replace('(', '（').Replace(')', '）') : unit;

    /// <summary>台, and %(百分比): a unit and how else it is called.</summary>
    private int UnitEnd(int start, int end)
    {
        var at = MeasureUnits.Read(cell.Folded, start, end);
        if (at == start || at + 2 >= end || cell.Folded[at] != '(') return at;
        var inside = MeasureUnits.Read(cell.Folded, at + 1, end);
        return inside == end - 1 && cell.Folded[inside] == ')' ? end : at;
    }

    private bool IsSign(int from, int to) => OperatorReader.IsWord(cell.Folded.AsSpan(from, to - from)) && !IsQualitative(from, to);

    private bool IsDate((int Start, int End) column) => TargetIn(column.Start, column.End) is { } target
        && target.Operator == TargetOperator.Equal && target.Unit.Length == 0 && target.Value.Any(TextScan.IsHan);

    /// <summary>A word behind sign and number that no list of units knows: ≥⇥1⇥单.</summary>
    private bool IsShortWord((int Start, int End) column) => column.End - column.Start <= LongestUnit
        && cell.Folded.AsSpan(column.Start, column.End - column.Start).IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>The name, without the column that describes it or says it again.</summary>
    private string NameIn(List<(int Start, int End)> columns, int first, int end)
    {
        var name = Words.Name(cell.Printed[columns[first].Start..columns[first].End], "");
        var isSaid = explained != Explanation.None || columns[(first + 1)..end]
            .TrueForAll(column => Words.Name(cell.Printed[column.Start..column.End], "") == name);
        return isSaid ? name : Words.Name(cell.Printed[columns[first].Start..columns[end - 1].End], "");
    }

    private bool IsDirection(int from, int to) =>
        Array.Exists(Directions, word => cell.Folded.AsSpan(from, to - from).SequenceEqual(word));

    private List<(int Start, int End)> Columns(int start, int end)
    {
        var columns = new List<(int, int)>();
        for (var from = start; from < end;)
        {
            var to = cell.Folded.IndexOf('\t', from, end - from);
            if (to < 0) to = end;
            var (first, last) = (from, to);
            while (first < last && TextScan.IsSpace(cell.Folded[first])) first++;
            while (last > first && (TextScan.IsSpace(cell.Folded[last - 1]) || cell.Folded[last - 1] is ';' or '。')) last--;
            var isEmpty = first == last || cell.Folded.AsSpan(first, last - first).IndexOfAnyExcept("/-") < 0;
            if (!isEmpty && (columns.Count == 0 || !IsDirection(first, last))) columns.Add((first, last));
            from = to + 1;
        }

        return columns;
    }
}
