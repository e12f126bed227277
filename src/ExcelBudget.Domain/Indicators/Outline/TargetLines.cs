using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>Which lines are targets, which lack one, and which go on in the next because a narrow column tore them.</summary>
internal sealed class TargetLines(CellText cell, PrintedLines lines)
{
    private const int LongestTarget = 24;
    private const int LongestName = 40;
    private const int FewestMarks = 3;
    private const int LongestUnit = 4;
    private const int LongestRate = 10;
    private const int LongestStub = 2;
    private readonly Targets.TargetFinder _targets = new(Targets.SpokenNumerals.AsDigits(cell));
    private readonly string _text = cell.Folded;

    /// <summary>A line that says nothing but a target (≥95%, 2024年12月底前, 持续提升) belongs to the name above it.</summary>
    public bool IsAlone(int line)
    {
        var (start, end) = (lines.First(line), lines.Last(line) + 1);
        if (lines.IsMarked(line) || end - start is < 1 or > LongestTarget) return false;
        return Targets.ResultWords.IsResult(_text[start..end])
            // 目标值：永久
            || (Targets.OperatorReader.LabelAt(_text, start) is > 0 and var label && start + label < end && _text[start + label] == ':')
            || (_targets.Find(start, end) is [var only] && only.Start == start && only.Amount.End >= end);
    }

    /// <summary>A line that names something and gives no target.</summary>
    public bool IsLacking(int line)
    {
        var (start, last) = (lines.First(line), lines.Last(line));
        if (last - start is < 1 or > LongestName || !TextScan.IsHan(_text[last]) && _text[last] is not (')' or '》')) return false;
        // 社会效益指标 群测群防体系: the name stands behind its levels
        if (lines.BehindHeads(line) is var name && name <= last) start = name;
        else if ((lines.Head(line) is not null && string.CompareOrdinal(_text, start, "满意度", 0, last + 1 - start) != 0)
            || _text[start..(last + 1)].Contains("指标值", StringComparison.Ordinal)) return false;
        return !Targets.ResultWords.IsResult(_text[start..(last + 1)]) && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _targets.Find(start, last + 1).Count == 0;
    }

    /// <summary>True where the next line goes on in the middle of a name or a figure.</summary>
    public bool GoesOn(int line) => IsTorn(line) || EndsInStub(line);

    /// <summary>…≥1800人次；编制 above 避险明白卡3200份: behind the last stop of a line stands a name without its target.</summary>
    public bool TearsSentence(int line)
    {
        var (start, last) = (lines[line].Start, lines.Last(line));
        if (last <= start || !TextScan.IsHan(_text[last]) || lines.IsEmpty(line + 1) || lines.IsMarked(line + 1)
            || lines.Head(line + 1) is not null) return false;
        var stop = _text.AsSpan(start, last - start).LastIndexOfAny(';', '。');
        if (stop < 0) return false;
        var rest = TextScan.Blanks(_text, start + stop + 1);
        return _targets.Find(start, start + stop).Count > 0 && _targets.Find(rest, last + 1).Count == 0
            && !Targets.ResultWords.EndsBefore(_text, last + 1);
    }

    /// <summary>In a list whose items all have marks, a line without one goes on where the line above is torn.</summary>
    private bool IsTorn(int line)
    {
        var (start, last, first) = (lines[line].Start, lines.Last(line), lines.First(line + 1));
        if (last < start || lines.IsEmpty(line + 1) || lines.IsMarked(line + 1) || lines.Head(line + 1) is not null) return false;
        if (char.IsAsciiDigit(_text[last]) && (_text[first] == '.' || char.IsAsciiDigit(_text[first])))
            return (lines.IsMarked(line) || lines.IsHeaded(line) || FollowsSign(start, last))
                && _text.AsSpan(start, last - start).IndexOfAny('≥', '≤', '=') >= 0;
        var isListed = (lines.IsMarked(line) && lines.Marks >= FewestMarks) || (lines.IsHeaded(line) && lines.AreHeaded);
        if (!isListed || !TextScan.IsHan(_text[first]) || !TextScan.IsHan(_text[last])) return false;
        if (EndsAsTarget(line)) return lines.Last(line + 1) == first;
        if (NamesOnly(line) && TellsTarget(line + 1)) return true;
        return lines.Width(line) * 10 >= lines.Widest * 7 && !Targets.ResultWords.EndsBefore(_text, last + 1);
    }

    /// <summary>新增馆藏图书≥1200 above 0册</summary>
    private bool FollowsSign(int start, int last)
    {
        while (last > start && (char.IsAsciiDigit(_text[last]) || _text[last] == '.')) last--;
        return last > start && _text[last] is '≥' or '≤' or '=' or '>' or '<';
    }

    /// <summary>1.补贴机具抽查 above 合格率≥98%: where every item has its mark, a target without one belongs to the item above.</summary>
    private bool TellsTarget(int line)
    {
        var (start, end) = (lines.First(line), lines.Last(line) + 1);
        return _text.AsSpan(start, end - start).IndexOfAny('\t', '|') < 0 && _targets.Find(start, end) is [.., var last]
            && last.Start > start && last.Amount.End >= end - 1;
    }

    private bool NamesOnly(int line)
    {
        var at = lines.BehindHeads(line);
        at += ListMarkReader.Read(_text, at).Length;
        var last = lines.Last(line);
        return last > at && _targets.Find(at, last + 1).Count == 0 && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _text.AsSpan(at, last + 1 - at).IndexOfAny(" \t:。;") < 0;
    }

    /// <summary>产出指标 数量指标 清雪面 above 积 ≥300万平方米: the rest of a name, and its target.</summary>
    private bool EndsInStub(int line)
    {
        var (start, last, first, end) = (lines[line].Start, lines.Last(line), lines.First(line + 1), lines.Last(line + 1) + 1);
        if (last < start || lines.IsMarked(line + 1) || !TextScan.IsHan(_text[last])) return false;
        var stub = first;
        while (stub < end && stub - first <= LongestStub && TextScan.IsHan(_text[stub])) stub++;
        var isStub = stub > first && stub - first <= LongestStub && stub < end && _text[stub] == ' ';
        if (!isStub || lines.Head(line + 1) is not null) return false;
        var name = _text.LastIndexOf(' ', last, last - start + 1) + 1;
        return last - name > 0 && _targets.Find(Math.Max(name, start), last + 1).Count == 0
            && !_text.AsSpan(name, last + 1 - name).EndsWith("指标") && !Targets.ResultWords.EndsBefore(_text, last + 1)
            && _targets.Find(stub, end) is [var target, ..] && target.Start == TextScan.Blanks(_text, stub);
    }

    /// <summary>A line that ends with a number and its unit has said its say, however long it is.</summary>
    public bool EndsAsTarget(int line)
    {
        var (start, last) = (lines[line].Start, lines.Last(line));
        // 达到1800人次以上
        if (last > start + 1 && _text[last] is '上' or '下' or '内' && _text[last - 1] is '以' or '之') last -= 2;
        var reach = _text.AsSpan(start, last - start).Contains('/') ? LongestRate : LongestUnit;
        for (var at = last; at >= start && last - at < reach; at--)
        {
            if (char.IsAsciiDigit(_text[at])) return true;
        }

        // 20个工作日
        var figure = _text.AsSpan(start, last + 1 - start).LastIndexOfAnyInRange('0', '9');
        return figure >= 0 && Targets.MeasureUnits.Read(_text, start + figure + 1, last + 1) == last + 1;
    }

    /// <summary>«农村人居环境 逐步优化» is a name and its result, however long.</summary>
    public bool EndsAsResult(int line)
    {
        var (start, last) = (lines[line].Start, lines.Last(line));
        var blank = _text.LastIndexOf(' ', last, last - start + 1);
        return blank > start && (Targets.ResultWords.IsResult(_text[(blank + 1)..(last + 1)])
            || Description.Is(_text.AsSpan(blank + 1, last - blank)));
    }
}
