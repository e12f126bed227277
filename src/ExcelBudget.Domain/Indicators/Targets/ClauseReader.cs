using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// Reads one item of the list (what stands behind a list mark or a heading) into its indicators. Clauses with a target are indicators of
/// their
/// own; clauses without one belong to the name of the next target, or, behind the last target, to a statement.
/// </summary>
/// <param name="cell">The text.</param>
/// <param name="explained">Whether a column of the table explains the names.</param>
/// <param name="laterTargets">How many columns of targets stand behind the one that counts;
/// -1 when there is no more than one.</param>
internal sealed class ClauseReader(CellText cell, Explanation explained = Explanation.None, int laterTargets = -1)
{
    private const int LongestLead = 200;
    private const int ShortestRow = 6;
    private const int LongestBracket = 20;
    private readonly TargetFinder _finder = FinderOf(cell);
    private readonly StatementReader _statements = new(cell);
    private static readonly System.Buffers.SearchValues<char> Dividers = System.Buffers.SearchValues.Create("0123456789；;，,（(");
    private ColumnReader? _columns;
    private TargetFirst? _first;
    private bool? _inBrackets;

    /// <summary>Finds targets in a text, also spelt in words and with a scan's slips.</summary>
    public static TargetFinder FinderOf(CellText cell) => Finders.GetValue(cell,
        static key => new(Blanks.AsDigits(Misprints.AsDigits(SpokenNumerals.AsDigits(key)))));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<CellText, TargetFinder> Finders = [];

    /// <summary>The indicators between two places.</summary>
    /// <param name="start">Where the item begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isSingle">True behind 指标1：, which heads one indicator, however long its name.</param>
    public IReadOnlyList<Clause> Read(int start, int end, bool isSingle = false)
    {
        if (LiteralReader.Read(cell, start, end) is { } literal) return [literal];
        _columns ??= new ColumnReader(cell, _finder, explained, laterTargets);
        if (_columns.Read(start, end) is { } row) return [row];
        if (LabelledTarget.Read(cell, _columns, start, end) is { } labelled) return [labelled];
        if ((_first ??= new TargetFirst(cell, _columns)).Read(start, end) is { } reversed) return [reversed];
        if (_statements.ReadMarked(start, end) is { } marked) return [marked];
        if (_statements.ReadFrequency(start, end) is { } often) return [often];
        if (isSingle && (ReadSingle(start, end) ?? ReadBracketed(start, end)) is { } single) return [single];
        if (!isSingle && TargetsStandInBrackets() && ReadBracketed(start, end) is { } worded && IsBracketedResult(worded)) return [worded];
        if (ReadPairs(start, end) is { Count: > 0 } pairs) return pairs;
        if (RateFirst.Read(cell, _finder, start, end) is { Rates.Count: > 0 } first)
            return first.Next < end ? [.. first.Rates, .. Read(first.Next, end)] : first.Rates;
        var clauses = new List<Clause>();
        var lead = -1;
        var before = default(Stretch);
        foreach (var stretch in Stretches.Split(cell.Folded, start, end))
        {
            var targets = _finder.Find(stretch.Start, stretch.End);
            if (lead >= 0 && !BelongsTogether(lead, before, stretch, targets))
            {
                clauses.Add(_statements.Read(lead, before.End));
                lead = -1;
            }

            lead = lead < 0 ? stretch.Start : lead;
            before = stretch;
            if (targets.Count > 0) Add(clauses, lead, stretch, targets);
            else if (stretch.End - lead <= LongestLead && _statements.ReadResult(lead, stretch.End) is { } result) clauses.Add(result);
            else continue;
            lead = -1;
        }

        if (lead >= 0) clauses.Add(_statements.Read(lead, before.End));
        return clauses;
    }

    /// <summary>汽油费，差旅费等控制在1.7万元以内 is one; a sentence, or a cost before a count, stands for itself.</summary>
    private bool BelongsTogether(int lead, Stretch before, Stretch next, IReadOnlyList<Target> targets)
    {
        var said = cell.Folded[Math.Max(lead, before.End - LongestLead)..before.End];
        // 三级指标：维修桥梁；指标值：≥2座
        if (OperatorReader.BeginsAsLabel(cell.Folded, next.Start)) return true;
        if (before.EndsSentence) return before.IsFullStop && targets.Count > 0 && !Phrases.SaysSomething(said);
        if (targets.Count == 0) return true;
        // 举办年货节，1场: a figure alone is the target of what stands before it
        if (!targets[0].Amount.IsDate && targets[0].Start == next.Start && targets[0].End == next.End && !Phrases.IsCost(said))
            return true;
        // 完成时限，2025年10月底前 is one; in 年内开展，2021年12月底完成 the date stands for itself
        if (targets[0].Amount.IsDate && targets[0].Start == next.Start) return targets[0].End == next.End && Phrases.IsMeasure(said);
        if (Phrases.IsAdverbial(said)) return true;
        if (!Phrases.IsCost(said))
            return cell.Folded[before.End] == '、' || !Phrases.BeginsAsStatement(cell.Folded[lead..before.End]) || Phrases.IsMeasure(said);
        var (amount, name) = (targets[0].Amount, cell.Folded[next.Start..targets[0].Start]);
        var isCount = amount.Unit.Length > 0 && !amount.Unit.Contains('元', StringComparison.Ordinal)
            && !amount.Unit.Contains('%', StringComparison.Ordinal);
        return !isCount || name.Trim().Length == 0;
    }

    private void Add(List<Clause> clauses, int lead, Stretch stretch, IReadOnlyList<Target> targets)
    {
        var from = lead;
        for (var i = 0; i < targets.Count; i++)
        {
            var isLast = i == targets.Count - 1;
            // 达标率100%  ≥98%: what follows without a name of its own is the target, the figure before it belongs to the name
            if (!isLast && IsNameless(targets[i].End, targets[i + 1].Start)) continue;
            var end = isLast ? EndOf(targets[i], stretch) : targets[i].End;
            var next = isLast && end == stretch.End ? NextRow(from, targets[i], stretch) : -1;
            clauses.Add(Of(from, next > 0 ? targets[i].End : end, targets[i]));
            if (next > 0) clauses.AddRange(Read(next, stretch.End));
            from = end;
        }
    }

    /// <summary>指标1：优化环境，提高质量。 显著提高: behind such a mark the last blank divides name and target.</summary>
    private Clause? ReadSingle(int start, int end)
    {
        while (end > start && (TextScan.IsSpace(cell.Folded[end - 1]) || cell.Folded[end - 1] is ';')) end--;
        var blank = end == start ? -1 : cell.Folded.LastIndexOf(' ', end - 1, end - start);
        if (blank <= start) return null;
        var name = Words.Name(cell.Printed[start..blank], "");
        var last = cell.Folded[end - 1] == '。' ? end - 1 : end;
        if (_columns!.TargetIn(blank + 1, last) is { } target)
        {
            // 监测隐患点（处） 132
            (name, var unit) = target.Unit.Length > 0 ? (name, target.Unit) : Words.UnitBehind(name);
            return new Clause(start, end, name, target.Operator, target.Value, unit);
        }

        var stop = cell.Folded.IndexOf("。 ", start, end - start, StringComparison.Ordinal);
        return stop != blank - 1 ? null
            : new Clause(start, end, name, TargetOperator.Qualitative, Words.Whole(cell.Printed[(blank + 1)..end]), "");
    }

    /// <summary>服务保障民生（有力保障）: where the targets of a cell stand in brackets, words in brackets are one too.</summary>
    private Clause? ReadBracketed(int start, int end)
    {
        while (end > start && (TextScan.IsSpace(cell.Folded[end - 1]) || cell.Folded[end - 1] is ';' or '。')) end--;
        if (end - start < 4 || cell.Folded[end - 1] != ')' || !TargetsStandInBrackets()) return null;
        var open = cell.Folded.LastIndexOf('(', end - 1, end - start);
        if (open <= start || end - open > LongestBracket || HasDigit(open, end)) return null;
        var value = Words.Whole(cell.Printed[(open + 1)..(end - 1)]);
        return value.Length == 0 ? null
            : new Clause(start, end, Words.Name(cell.Printed[start..open], ""), TargetOperator.Qualitative, value, "");
    }

    /// <summary>社会稳定（影响显著）: where other targets stand in brackets, a result there is one, and the only one of its item.</summary>
    private static bool IsBracketedResult(Clause clause) => !clause.Name.AsSpan().ContainsAny(Dividers)
        && (ResultWords.IsResult(clause.Value) || ResultWords.EndsBefore(clause.Value, clause.Value.Length));

    private bool TargetsStandInBrackets() => _inBrackets ??= cell.Folded.Contains("(≥", StringComparison.Ordinal)
        || cell.Folded.Contains("(≤", StringComparison.Ordinal) || cell.Folded.Contains("(=", StringComparison.Ordinal);

    /// <summary>资格合规性 合规 流程规范性 严格执行规定: words in pairs, each name a measure of quality.</summary>
    private List<Clause> ReadPairs(int start, int end)
    {
        if (cell.Folded.AsSpan(start, end - start).IndexOfAny(" 、，;") is var first
            && (first < 0 || cell.Folded[start + first] != ' ')) return [];
        var words = new List<(int Start, int End)>();
        for (var at = start; at < end;)
        {
            var from = TextScan.Spaces(cell.Folded, at);
            at = cell.Folded.AsSpan(from, Math.Max(0, end - from)).IndexOfAny(' ', '\t', '\n') is > 0 and var length ? from + length : end;
            if (from < at && from < end) words.Add((from, at));
        }

        if (words.Count < 4 || words.Count % 2 == 1) return [];
        var pairs = new List<Clause>();
        for (var at = 0; at < words.Count; at += 2)
        {
            var (name, value) = (words[at], words[at + 1]);
            var isPair = cell.Folded[name.End - 1] is '性' or '度' && !HasDigit(name.Start, value.End)
                && cell.Folded[value.End - 1] is not ('性' or '度') && value.End - value.Start <= LongestBracket;
            if (!isPair) return [];
            pairs.Add(new Clause(name.Start, value.End, Words.Name(cell.Printed[name.Start..name.End], ""), TargetOperator.Qualitative,
                Words.Whole(cell.Printed[value.Start..value.End]), ""));
        }

        return pairs;
    }

    private bool HasDigit(int from, int to) => cell.Folded.AsSpan(from, to - from).IndexOfAnyInRange('0', '9') >= 0;

    private bool IsNameless(int from, int to) => cell.Folded.AsSpan(from, to - from).IndexOfAnyExcept(" \t:") < 0;

    /// <summary>
    /// 合格率 ≥100% 经费合规性 严格执行: in a row of blanks a name behind a target that has its own begins the next indicator; -1 when none does.
    /// </summary>
    private int NextRow(int from, Target target, Stretch stretch)
    {
        var next = TextScan.Blanks(cell.Folded, target.End);
        if (next == target.End || target.Amount.IsDate || target.Start - TextScan.Spaces(cell.Folded, from) < 2
            || stretch.End - next < ShortestRow) return -1;
        var blank = cell.Folded.IndexOf(' ', next, stretch.End - next);
        return blank > next + 1 && TextScan.IsHan(cell.Folded[next]) ? next : -1;
    }

    /// <summary>Another column behind the target is a remark, not part of the indicator.</summary>
    private int EndOf(Target target, Stretch stretch)
    {
        var rest = TextScan.Blanks(cell.Folded, target.End);
        return rest < stretch.End && cell.Folded[rest] == '\t' ? target.End : stretch.End;
    }

    private bool IsSigned(int from, Target target) => target.Start < target.Amount.Start
        && cell.Folded.AsSpan(from, target.Amount.Start - from).TrimEnd() is [.., '=' or '≤' or '≥' or '<' or '>'];

    /// <summary>储备小麦 吨 ≥4500: a unit that stands alone between the name and the sign, in a table whose columns blanks divide.</summary>
    private (string Name, string Unit) UnitInColumn(int from, int to, string name)
    {
        while (to > from && TextScan.IsSpace(cell.Folded[to - 1])) to--;
        var start = to;
        while (start > from && !TextScan.IsSpace(cell.Folded[start - 1])) start--;
        if (start <= from + 1 || start == to || MeasureUnits.Read(cell.Folded, start, to) != to) return (name, "");
        return (Words.Name(cell.Printed[from..start], ""), Words.Joined(cell.Folded[start..to]));
    }

    /// <summary>物资采购：于2023年5月底前完成: where the colon stands behind the name; -1 when words stand between it and the date.</summary>
    private int LabelBefore(int from, int to)
    {
        var last = to - 1;
        while (last > from && (TextScan.IsSpace(cell.Folded[last]) || cell.Folded[last] is '于' or '在')) last--;
        return last > from && cell.Folded[last] == ':' ? last : -1;
    }

    private Clause Of(int from, int end, Target target)
    {
        var amount = target.Amount;
        // 资金拨付=12月底到位: behind a sign of equality the phrase is the value
        if (amount.IsDate && amount.End < end && IsSigned(from, target))
        {
            return new Clause(
                from, end, Words.Name(cell.Printed[from..target.Start], ""), target.Operator,
                Words.Whole(cell.Printed[amount.Start..end].Trim()), "");
        }

        // 2023年12月底完成: a date and a bare verb name nothing else, so the phrase is the name
        if (amount.IsDate && TextScan.Spaces(cell.Folded, from) >= target.Start && Phrases.IsBareEvent(cell.Folded, amount.End, end))
        {
            return new Clause(
                from, end, Words.Name(cell.Printed[from..end], ""), target.Operator,
                Words.Joined(Glyphs.Plain(cell.Printed[amount.Start..amount.ValueEnd])), "");
        }

        if (amount.IsDate && LabelBefore(from, target.Start) is > 0 and var label && Phrases.IsBareEvent(cell.Folded, amount.End, end))
        {
            return new Clause(from, end, Words.Name(cell.Printed[from..label], ""), target.Operator,
                Words.Joined(Glyphs.Plain(cell.Printed[amount.Start..amount.ValueEnd])), "");
        }
        var value = Words.Joined(Glyphs.Plain(cell.Printed[amount.Start..amount.ValueEnd]));
        var leading = OperatorReader.Leading(cell.Folded, from, target.Start).Length;
        var name = Words.Name(cell.Printed[(from + leading)..target.Start], cell.Printed[Math.Min(amount.End, end)..end]);
        name = OperatorReader.WithoutLabelBehind(FormerValue.Without(name));
        // 上架时间：到馆后30日内
        if (name.EndsWith('后') && name.LastIndexOfAny(['：', ':', ',']) is > 1 and var colon) name = name[..colon];
        var unit = Words.Joined(amount.Unit);
        if (cell.Printed.AsSpan(amount.ValueEnd, amount.End - amount.ValueEnd).Contains('（'))
            unit = unit.Replace('(', '（').Replace(')', '）');
        if (unit.Length == 0 && !amount.IsDate && !amount.IsExpression)
        {
            (name, unit) = Words.UnitBehind(name);
            if (unit.Length == 0) (name, unit) = UnitInColumn(from + leading, target.Start, name);
        }
        var start = from;
        while (start < target.Start && (TextScan.IsSpace(cell.Folded[start]) || Stretches.IsJoiner(cell.Folded, start, end))) start++;
        return new Clause(start, end, name, target.Operator, value, unit);
    }
}
