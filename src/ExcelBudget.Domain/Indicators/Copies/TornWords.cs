using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Copies;

/// <summary>
/// Makes whole what blanks or the end of a line tore apart in a target: 15分 钟, 2024年5 月底前, 186.4公|里, 明显提 高. Names are made whole by
/// their reader, who knows where they end.
/// </summary>
internal sealed class TornWords
{
    private const int LongestUnit = 10;
    private const int LongestResult = 8;
    private const int LongestRest = 4;
    private const int MostPieces = 3;
    private const int MostBlanks = 3;
    private const string Sign = "定性";
    private static readonly string[] Bounds = ["以上", "以下", "以内", "左右"];
    private static readonly string[] DateEnds = Vocabulary.Of("dateEnds");
    private readonly string _text;
    private readonly HashSet<int> _torn = [];

    private TornWords(string text) => _text = text;

    /// <summary>The text, whole again.</summary>
    public static CellText Mend(CellText cell)
    {
        var torn = new TornWords(cell.Folded);
        torn.Find();
        return torn._torn.Count == 0 ? cell : cell.Replace(at => torn._torn.Contains(at) ? '\0' : null);
    }

    private void Find()
    {
        for (var at = 1; at < _text.Length; at++)
        {
            if (char.IsAsciiDigit(_text[at - 1]) && !char.IsAsciiDigit(_text[at])) FindUnit(at);
            if (_text[at] is ' ' or Glyphs.Line) FindDate(at);
            if (_text[at] == Glyphs.Line) FindBound(at);
            if (_text[at] == '\t' || TextScan.IsBreak(_text[at])) FindResult(at);
        }

        FindResult(_text.Length);
    }

    /// <summary>考核取证率达到90%|以上；: a bound that begins a line belongs to the figure at the end of the one before.</summary>
    private void FindBound(int at)
    {
        var word = Array.Find(Bounds, bound => string.CompareOrdinal(_text, at + 1, bound, 0, bound.Length) == 0);
        if (word is null || at == 0 || !(char.IsAsciiDigit(_text[at - 1]) || _text[at - 1] == '%' || char.IsLetter(_text[at - 1]))) return;
        var end = at + 1 + word.Length;
        if (end == _text.Length || _text[end] is ';' or '。' or ',' or '、' or ')' || TextScan.IsBreak(_text[end])) _torn.Add(at);
    }

    /// <summary>15分 钟, 20个 工作 日, 1.2万|元/公里: the signs behind a figure are one unit together.</summary>
    private void FindUnit(int start)
    {
        var (at, word, gaps, taken) = (UnitEnd(start), "", new List<int>(), 0);
        if (at == start || at - start > LongestUnit || at == _text.Length || _text[at] is not (' ' or Glyphs.Line)) return;
        word = _text[start..at];
        for (var pieces = 0; pieces < MostPieces; pieces++)
        {
            var behind = at;
            while (behind < _text.Length && behind - at < MostBlanks && _text[behind] is ' ' or Glyphs.Line) gaps.Add(behind++);
            var end = UnitEnd(behind);
            if (behind == at || end == behind || end - behind > LongestRest) break;
            // a cell a line: each of them is whole
            var isOver = _text.AsSpan(at, behind - at).Contains(Glyphs.Line);
            var endsLine = end == _text.Length || TextScan.IsBreak(_text[end]) || _text[end] is ';' or '。';
            if (isOver && (LeadsLine(start) || !endsLine)) break;
            (word, at) = (word + _text[behind..end], end);
            if (MeasureUnits.IsWord(word)) taken = gaps.Count;
        }

        _torn.UnionWith(gaps.Take(taken));
    }

    /// <summary>True where nothing but signs of a figure stands before a place on its line.</summary>
    private bool LeadsLine(int at)
    {
        while (at > 0 && (char.IsAsciiDigit(_text[at - 1]) || _text[at - 1] is '.' or ',' or ' ' or '≥' or '≤' or '=' or '>' or '<')) at--;
        return at == 0 || TextScan.IsBreak(_text[at - 1]) || _text[at - 1] == '\t';
    }

    private int UnitEnd(int at)
    {
        while (at < _text.Length && (TextScan.IsHan(_text[at]) || _text[at] is '/' or '%' or '·')) at++;
        return at;
    }

    /// <summary>2024年5 月底前, 12月 底前.</summary>
    private void FindDate(int at)
    {
        if (at + 1 >= _text.Length) return;
        var (before, behind) = (_text[at - 1], _text[at + 1]);
        if (char.IsAsciiDigit(before) && behind is '月' && IsInDate(at)) _torn.Add(at);
        if (_text[at] == Glyphs.Line && before is '年' or '月' && IsFollowedBy(at + 1, before == '年' ? '月' : '日')) _torn.Add(at);
        // 4月底|前
        var isLimit = before is '底' or '末' && behind == '前' && at > 1 && _text[at - 2] is '年' or '月';
        if (isLimit && (at + 2 == _text.Length || !TextScan.IsHan(_text[at + 2]))) _torn.Add(at);
        if (before is not ('年' or '月' or '日') || at < 2 || !char.IsAsciiDigit(_text[at - 2])) return;
        foreach (var word in DateEnds)
        {
            if (TextScan.Match(_text, at, word) is not (> 0 and var end)) continue;
            if (end < _text.Length && TextScan.IsHan(_text[end])) return;
            for (var gap = at; gap < end; gap++)
            {
                if (!TextScan.IsHan(_text[gap])) _torn.Add(gap);
            }

            return;
        }
    }

    /// <summary>2025年|11月30日前, 6月|30日前</summary>
    private bool IsFollowedBy(int at, char sign)
    {
        var end = at;
        while (end < _text.Length && end - at < 2 && char.IsAsciiDigit(_text[end])) end++;
        return end > at && end < _text.Length && _text[end] == sign;
    }

    private bool IsInDate(int at)
    {
        var start = at - 1;
        while (start > 0 && char.IsAsciiDigit(_text[start - 1])) start--;
        return at - start <= 2 && start > 0 && _text[start - 1] is '年' or ' ' or ':' or '\t';
    }

    /// <summary>明显提 高, 持 续 完 善, 逐|步扩大 at the end of a line or a cell: the words on both sides are one result together.</summary>
    private void FindResult(int end)
    {
        while (end > 0 && _text[end - 1] is ' ' or '。' or ';') end--;
        var (at, word, gaps, taken) = (Word(end), "", new List<int>(), 0);
        if (at == end || at == 0 || end - at > LongestRest || _text[at - 1] is not (' ' or Glyphs.Line)
            || !ResultWords.MayEnd(_text[end - 1])) return;
        word = _text[at..end];
        while (at > 0 && word.Length < LongestResult)
        {
            var gap = at;
            while (gap > 0 && _text[gap - 1] is ' ' or Glyphs.Line) gap--;
            var first = Word(gap);
            if (gap == at || at - gap > MostBlanks || first == gap || first == 0 || TextScan.IsBreak(_text[first - 1])) break;
            for (var blank = gap; blank < at; blank++) gaps.Add(blank);
            // cells of a table: 健全 健全, 健全 定性
            var before = _text.AsSpan(first, gap - first);
            var isTwo = before.SequenceEqual(word) || word == Sign || before.SequenceEqual(Sign)
                || (gap - first > 2 && ResultWords.IsCertain(word) && ResultWords.IsCertain(_text[first..gap]));
            (word, at) = (_text[first..gap] + word, first);
            if (!isTwo && ResultWords.IsCertain(word)) taken = gaps.Count;
        }

        _torn.UnionWith(gaps.Take(taken));
    }

    private int Word(int end)
    {
        while (end > 0 && TextScan.IsHan(_text[end - 1])) end--;
        return end;
    }
}
