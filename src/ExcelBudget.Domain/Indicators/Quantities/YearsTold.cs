namespace ExcelBudget.Domain.Indicators.Quantities;

/// <summary>年份。The year or the span of years that a text told last. A year that is only compared with (较2023年, 由2020年的) is none.</summary>
internal sealed class YearsTold
{
    private const int Digits = 4;
    private const int LongestClause = 18;
    private const int ShortestClause = 3;
    private const string Compared = "较比与同由从自";
    private const string Joints = "年度至到-—–－~～ ";
    private const string ComparedWithLast = "于过比";
    private const string Basis = "基础上";
    private const string Beside = "相比";
    private const string For = "对为给向";
    private const string Since = "以来";
    private const int LongestList = 40;
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；、,;:：() 0123456789");
    private static readonly string[] Own = ["本年", "今年", "当年"];
    private static readonly string[] Carried = Vocabulary.Of("carried");
    private static readonly string[] Before = Vocabulary.Of("lastYears");
    private bool _isCarried;
    private int _end = -1;
    private int _open;
    private ((int From, int To)? Last, int End, bool IsLastYear) _kept = (null, -1, false);

    /// <summary>The first and the last year; null before any was told.</summary>
    public (int From, int To)? Last { get; private set; }

    /// <summary>True behind 上年, 去年: what is told now reports the year before, until another year is told.</summary>
    public bool IsLastYear { get; private set; }

    /// <summary>Forgets what was told: a sentence is over.</summary>
    public void Clear() => (Last, _end, IsLastYear) = (null, -1, false);

    /// <summary>A bracket opens: 新增规上企业6户（2020年底为52户）.</summary>
    public void Keep(int at) => (_kept, _open) = ((Last, _end, IsLastYear), at);

    /// <summary>It closes: the years in it were of what it says, unless it says nothing else: 中期（2025—2027年）.</summary>
    public void Restore(string text, int at)
    {
        if (!text.AsSpan(_open, at - _open).Trim("(0123456789" + Joints).IsEmpty) (Last, _end, IsLastYear) = _kept;
    }

    /// <summary>Looks for a year at a place of the text, or for words that lead back to the budget's own.</summary>
    public void Look(string text, int at)
    {
        if (text[at] is '本' or '今' or '当'
            && Array.Exists(Own, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)) Clear();
        // 在上年800人次基础上增加到1000人次: what follows is this year's
        if (text[at] == Basis[0] && IsLastYear && string.CompareOrdinal(text, at, Basis, 0, Basis.Length) == 0) Clear();
        if (text[at] == Beside[0] && IsLastYear && string.CompareOrdinal(text, at, Beside, 0, Beside.Length) == 0) Clear();
        if (_isCarried && text[at] is '，' or ',' or '、' or '；')
        {
            Clear();
            _isCarried = false;
        }

        if (text[at] is '上' or '去' or '往' && IsYearBefore(text, at) && !IsOfWhat(text, at, at + 1))
        {
            (Last, IsLastYear) = (null, true);
            // 上年结转10万元，续建6公里: only what was left over is last year's
            _isCarried = IsCarried(text, at + 1);
        }

        if (text[at] != '2' || (at > 0 && char.IsAsciiDigit(text[at - 1])) || Year(text, at) is not { } year) return;
        var isEnd = Last is not null && _end >= 0 && text.AsSpan(_end, at - _end).Trim(Joints).IsEmpty && at > _end;
        if (isEnd) Last = (Last!.Value.From, year);
        // 1985年至2003年的档案: which ones, not when
        else if (EndsOldSpan(text, at) || IsOfWhat(text, at, at + Digits)) return;
        else if (at == 0 || !Compared.Contains(text[at - 1], StringComparison.Ordinal)) (Last, IsLastYear) = ((year, year), false);
        _end = at + Digits;
    }

    /// <summary>上年培训260人; 比上年, 高于上年 only compare.</summary>
    private static bool IsYearBefore(string text, int at) =>
        Array.Exists(Before, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
        && (at == 0 || !(Compared.Contains(text[at - 1], StringComparison.Ordinal)
            || ComparedWithLast.Contains(text[at - 1], StringComparison.Ordinal)) || IsListedUpTo(text, at));

    /// <summary>与上年培训200人、就业72人相比: all of the list is last year's.</summary>
    private static bool IsListedUpTo(string text, int at)
    {
        if (text[at - 1] is not ('与' or '同' or '和')) return false;
        var ahead = text.AsSpan(at, Math.Min(LongestList, text.Length - at));
        return ahead.IndexOf(Beside) is > 0 and var end && ahead[..end].ContainsAnyInRange('0', '9')
            && ahead[..end].IndexOfAny('。', ';', '；') < 0;
    }

    private static bool IsCarried(string text, int from)
    {
        var end = Math.Min(text.Length, from + LongestClause);
        return Array.Exists(Carried, word => text.IndexOf(word, from, end - from, StringComparison.Ordinal) is var at && at >= from
            && at - from <= 2);
    }

    /// <summary>
    /// 上年度获得授权的发明专利60件, 2000年底前建成的小区6个: the year says which ones are meant, not when they are counted. 上年的82% is
    /// last year's.
    /// </summary>
    private static bool IsOfWhat(string text, int at, int from)
    {
        var end = Math.Min(text.Length, from + LongestClause);
        var ahead = text.AsSpan(from, end - from);
        var of = ahead.IndexOf('的');
        return of > ShortestClause && ahead[..of].IndexOfAny(Breaks) < 0
            && of + 1 < ahead.Length && (ahead[of + 1] is not (>= '0' and <= '9') || ahead[..of].IndexOf(Since) >= 0
                // 对上年度获得授权的60件发明专利
                || (at > 0 && For.Contains(text[at - 1], StringComparison.Ordinal)));
    }

    /// <summary>True for the end of a span that begins in the last century.</summary>
    private static bool EndsOldSpan(string text, int at)
    {
        var from = at - 1;
        while (from > 0 && Joints.Contains(text[from], StringComparison.Ordinal)) from--;
        return from < at - 1 && from >= Digits - 1 && text.AsSpan(from - Digits + 1, 2) is "19";
    }

    /// <summary>2024 before 年 or a joint that leads to another year.</summary>
    private static int? Year(string text, int at)
    {
        var end = at + Digits;
        if (end >= text.Length || text[at + 1] != '0' || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3])) return null;
        var isTold = text[end] == '年' || (Joints.Contains(text[end], StringComparison.Ordinal) && end + Digits < text.Length
            && text[end + 1] == '2' && text[end + 2] == '0' && char.IsAsciiDigit(text[end + Digits]));
        return isTold ? int.Parse(text.AsSpan(at, Digits), System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
