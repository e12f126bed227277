using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Reads what has no number: a name with a qualitative result, a statement, or a name that lacks its target.</summary>
internal sealed class StatementReader(CellText cell)
{
    private const int LongestResult = 14;
    private const int FewestRows = 3;
    private const string Mark = "定性";
    private static readonly string[] Glued = Vocabulary.Of("glued");

    private bool? _isBlankTable;

    /// <summary>A name and its result, when a blank, a colon or a sign divides them; null otherwise.</summary>
    public Clause? ReadResult(int start, int end) => BySign(start, end) ?? ByColon(start, end) ?? ByBlank(start, end)
        ?? ByBracket(start, end) ?? ByComma(start, end);

    /// <summary>
    /// 收益分配=定性：第一年返本20%，分红8%: what is said to be 定性 is taken as it stands, figures and commas included; null without the word.
    /// </summary>
    public Clause? ReadMarked(int start, int end)
    {
        var at = cell.Folded.IndexOf(Mark, start, end - start, StringComparison.Ordinal);
        // 队伍稳定性：稳定 is no 定性
        if (at < 0 || (at > start && TextScan.IsHan(cell.Folded[at - 1]))) return null;
        var behind = TextScan.Blanks(cell.Folded, at + Mark.Length);
        if (behind >= end || cell.Folded[behind] != ':') return null;
        var name = Words.Name(cell.Printed[start..at].TrimEnd().TrimEnd('=', '＝'), "");
        var value = cell.Printed[(behind + 1)..end].Trim().TrimEnd('；', ';', '。');
        if (value.Length == 0) return null;
        return new Clause(start, end, name.Length == 0 ? value : name, TargetOperator.Qualitative, value, "");
    }

    /// <summary>补贴拨付时间：半年一次; null where the item does not end in how often.</summary>
    public Clause? ReadFrequency(int start, int end)
    {
        var at = Frequency.Start(cell.Folded, start, end);
        if (at < 0 || cell.Folded.AsSpan(start, at - start).IndexOfAnyInRange('0', '9') >= 0) return null;
        var name = Words.Name(cell.Printed[start..at], "");
        return name.Length < 2 ? null
            : new Clause(start, end, name,
                char.IsAsciiDigit(cell.Folded[at]) ? TargetOperator.Equal : TargetOperator.Qualitative,
                Words.Whole(cell.Printed[at..end].Trim().TrimEnd('；', ';', '。')), "");
    }

    /// <summary>Any text without a number.</summary>
    public Clause Read(int start, int end)
    {
        if (ReadResult(start, end) is { } result) return result;
        var folded = cell.Folded[start..end];
        if (ByCalendar(start, end, folded) is { } date) return date;
        if (ByEnding(start, end, folded) is { } ending) return ending;
        var text = Words.Name(cell.Printed[start..end], "");
        // 防治面积(万亩): the unit stands there, the figure does not
        var isMissing = Phrases.IsMeasure(Words.Whole(folded)) || Phrases.IsState(Words.Whole(folded))
            || (folded.IndexOfAny(['、', ',', ';', '。']) < 0 && Words.UnitBehind(text).Unit.Length > 0);
        return isMissing
            ? new Clause(start, end, text, TargetOperator.None, "", "")
            : new Clause(start, end, text, TargetOperator.Qualitative, text, "");
    }

    /// <summary>制度健全性=健全; a sign with nothing behind it gives no target.</summary>
    private Clause? BySign(int start, int end)
    {
        var sign = SignIn(start, end);
        if (sign < 0) return null;
        var behind = sign;
        while (behind < end && cell.Folded[behind] is '≥' or '≤' or '=' or '>' or '<' or ' ') behind++;
        var value = Words.Whole(cell.Printed[behind..end].Trim());
        var name = Words.Name(cell.Printed[start..sign], "");
        // ≥% is a sign and a unit without their figure
        if (value.Length == 0 || MeasureUnits.Read(value, 0, value.Length) == value.Length)
        {
            return new Clause(start, end, name, TargetOperator.None, "", "");
        }
        var (meaning, _, _) = OperatorReader.Before(cell.Folded, start, behind);
        return new Clause(start, end, name, meaning is TargetOperator.Equal ? TargetOperator.Qualitative : meaning, value, "");
    }

    /// <summary>The first sign of comparison that no template printed as a hint: 及时率(≥**%) >=%.</summary>
    private int SignIn(int start, int end)
    {
        for (var from = start; cell.Folded.AsSpan(from, end - from).IndexOfAny("≥≤=><") is >= 0 and var at;)
        {
            var sign = from + at;
            var isHint = sign > start && cell.Folded[sign - 1] == '(';
            var close = isHint ? cell.Folded.IndexOf(')', sign, end - sign) : -1;
            if (close < 0 || cell.Folded.AsSpan(close, end - close).IndexOfAny("≥≤=><") < 0) return sign;
            from = close;
        }

        return -1;
    }

    private Clause? ByColon(int start, int end)
    {
        var at = cell.Folded.IndexOf(':', start, end - start);
        // 困难群众生活—得到及时救助
        if (at < 0) at = Dash(start, end);
        if (at < 0) return null;
        var (name, value) = (Words.Name(cell.Printed[start..at], ""), Words.Whole(cell.Printed[(at + 1)..end].Trim()));
        (name, value) = (OperatorReader.WithoutLabelBehind(name), OperatorReader.WithoutLabelBefore(value));
        var isShort = value.Length is > 0 and <= 2 * LongestResult && name.Length is > 0 and <= 2 * LongestResult;
        return isShort ? new Clause(start, end, name, Kind(value), WithoutLabel(value), "") : null;
    }

    /// <summary>政务服务便捷程度（明显提高）: a result in brackets.</summary>
    private Clause? ByBracket(int start, int end)
    {
        while (end > start && (TextScan.IsSpace(cell.Folded[end - 1]) || cell.Folded[end - 1] is ';' or '。')) end--;
        var open = end - start < 5 ? -1 : cell.Folded[end - 1] switch
        {
            ')' => cell.Folded.LastIndexOf('(', end - 1, end - start),
            ']' => cell.Folded.LastIndexOf('[', end - 1, end - start),
            _ => -1,
        };
        if (open <= start + 1 || end - open - 2 is < 2 or > LongestResult) return null;
        var value = Words.Whole(cell.Printed[(open + 1)..(end - 1)]);
        return IsToldResult(value, start, open)
            ? new Clause(start, end, Words.Name(cell.Printed[start..open], ""), TargetOperator.Qualitative, value, "") : null;
    }

    /// <summary>公共文化服务影响力，逐步扩大: a name, a comma and a change with its degree.</summary>
    private Clause? ByComma(int start, int end)
    {
        var comma = cell.Folded.IndexOf(',', start, end - start);
        if (comma <= start + 1 || cell.Folded.IndexOf(',', comma + 1, end - comma - 1) >= 0) return null;
        var name = Words.Name(cell.Printed[start..comma], "");
        var value = Words.Whole(cell.Printed[(comma + 1)..end].Trim().TrimEnd('；', ';', '。'));
        var isName = name.Length <= 2 * LongestResult && !Phrases.BeginsAsStatement(cell.Folded[start..comma]);
        return isName && IsToldResult(value, start, comma)
            ? new Clause(start, end, name, TargetOperator.Qualitative, value, "") : null;
    }

    /// <summary>明显提高: a change with its degree and nothing else; behind a measure (健全性) any result.</summary>
    private bool IsToldResult(string value, int from, int to) => value.Length is >= 2 and <= LongestResult
        && (ResultWords.IsGraded(value) || (Phrases.EndsAsMeasure(cell.Folded, from, to) && ResultWords.IsResult(value)));

    /// <summary>The last sign of the one dash between two places; -1 without one.</summary>
    private int Dash(int start, int end)
    {
        var first = cell.Printed.IndexOf('—', start, end - start);
        if (first <= start) return -1;
        var last = first;
        while (last + 1 < end && cell.Printed[last + 1] == '—') last++;
        return cell.Printed.IndexOf('—', last + 1, end - last - 1) < 0 ? last : -1;
    }

    /// <summary>会议管理制度健全性 健全: the blank divides when what follows is a result or what precedes is a measure.</summary>
    private Clause? ByBlank(int start, int end)
    {
        var at = end;
        while (at > start && end - at <= LongestResult && !TextScan.IsSpace(cell.Folded[at - 1])) at--;
        if (at <= start || !TextScan.IsSpace(cell.Folded[at - 1])) return null;
        var (name, value) = (Words.Name(WithoutMeasure(cell.Printed[start..at].TrimEnd()), ""), cell.Printed[at..end]);
        var divides = ResultWords.IsResult(value) || CalendarWords.Is(value) || Phrases.EndsAsMeasure(cell.Folded, start, at)
            || cell.Folded[at - 1] == '\t' || name.Contains(value, StringComparison.Ordinal)
            || (IsBlankTable() && cell.Folded.AsSpan(start, at - 1 - start).IndexOf(' ') < 0);
        value = OperatorReader.WithoutLabelBefore(value);
        return divides && name.Length > 0 ? new Clause(start, end, name, Kind(value), WithoutLabel(value), "") : null;
    }

    /// <summary>True where most lines end in a blank and a figure: there the last blank divides the others too.</summary>
    private bool IsBlankTable()
    {
        if (_isBlankTable is { } known) return known;
        var (divided, figures) = (0, 0);
        foreach (var range in cell.Folded.AsSpan().SplitAny('\n', Markup.Glyphs.Paragraph))
        {
            var line = cell.Folded.AsSpan(range).TrimEnd();
            var blank = line.LastIndexOf(' ');
            if (blank < 2) continue;
            divided++;
            if (line[blank..].ContainsAnyInRange('0', '9')) figures++;
        }

        _isBlankTable = figures >= FewestRows && figures * 2 >= divided;
        return _isBlankTable.Value;
    }

    /// <summary>年底前完成: a date without a number.</summary>
    private Clause? ByCalendar(int start, int end, string folded)
    {
        var (at, length) = CalendarWords.Find(folded);
        if (at < 0) return null;
        var (from, to) = (start + at, start + at + length);
        var rest = TextScan.Blanks(cell.Folded, to);
        if (rest < end && !Phrases.IsEvent(cell.Folded, rest, end)) return null;
        var name = Words.Name(cell.Printed[start..from], cell.Printed[to..end]);
        return new Clause(start, end, name, TargetOperator.Equal, Words.Whole(cell.Printed[from..to]), "");
    }

    /// <summary>定性, but = for a date.</summary>
    private static TargetOperator Kind(string value) => CalendarWords.Is(value) ? TargetOperator.Equal : TargetOperator.Qualitative;

    /// <summary>采纳参考意见提升: a result directly behind a measure, in a phrase that is no statement.</summary>
    private Clause? ByEnding(int start, int end, string folded)
    {
        if (folded.IndexOfAny([',', ';', '。']) >= 0) return null;
        var at = BoundStart(folded);
        if (at > 1)
        {
            return new Clause(start, end, Words.Name(cell.Printed[start..(start + at)], ""), TargetOperator.Qualitative,
                Words.Whole(cell.Printed[(start + at)..end]), "");
        }
        at = ResultWords.EndingStart(folded);
        if (at < 0) at = GluedStart(folded);
        // 改善人居环境明显改善: the verb said again tells how the deed is to end
        var isDoubled = at > 3 && folded.StartsWith(folded[^2..], StringComparison.Ordinal);
        if (at < 2 || (!isDoubled && Phrases.BeginsAsStatement(folded) && !Phrases.IsMeasure(folded[..at]))
            || !(Phrases.EndsAsMeasure(folded, 0, at) || ResultWords.IsGraded(folded[at..])) || IsListOfResults(folded[..at]))
        {
            return null;
        }
        var name = Words.Name(cell.Printed[start..(start + at)], "");
        return new Clause(start, end, name, TargetOperator.Qualitative, Words.Whole(cell.Printed[(start + at)..end]), "");
    }

    /// <summary>采购价格不高于市场价: behind a measure a bound without a figure is the result.</summary>
    private static int BoundStart(string folded)
    {
        foreach (var word in Bounds)
        {
            var at = folded.IndexOf(word, StringComparison.Ordinal);
            if (at > 1 && folded.Length - at is > 3 and <= LongestResult && Phrases.EndsAsMeasure(folded, 0, at)) return at;
        }

        return -1;
    }

    private static readonly string[] Bounds = Vocabulary.Of("wordBounds");

    /// <summary>缴纳及时性按月发放: a measure of quality and how it is kept.</summary>
    private static int GluedStart(string folded)
    {
        var quality = folded.IndexOf('性', 2 <= folded.Length ? 2 : 0);
        if (quality < 0) return -1;
        return Array.Exists(Glued, word => string.CompareOrdinal(folded, quality + 1, word, 0, word.Length) == 0) ? quality + 1 : -1;
    }

    private static bool IsListOfResults(string folded) =>
        folded.Contains('、', StringComparison.Ordinal) && folded.Split('、')[..^1].Any(part => ResultWords.EndingStart(part) > 0);

    /// <summary>村级组织运转 | 定性 | 良好: the operator's own column.</summary>
    private static string WithoutMeasure(string name) =>
        name.Length > 3 && name.EndsWith("定性", StringComparison.Ordinal) && char.IsWhiteSpace(name[^3]) ? name[..^2] : name;

    private static string WithoutLabel(string value) =>
        value.StartsWith("定性", StringComparison.Ordinal) && value.Length > 2 ? value[2..].Trim().TrimStart('：', ':') : value;
}
