using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>频次。How often in words: 半年一次, 每季度2次. Such a target is one phrase; neither half of it belongs to the name.</summary>
internal static partial class Frequency
{
    /// <summary>True for a text that says how often and nothing else.</summary>
    public static bool Is(ReadOnlySpan<char> text) => text.Length is > 3 and < 10 && text[0] is '每' or '半' or '一'
        && text[^1] is '次' or '遍' or '场' or '期' or '轮' or '回' && Phrase().IsMatch(text);

    /// <summary>3月、9月: the months of one target.</summary>
    public static bool IsMonths(ReadOnlySpan<char> text) => text.Length is > 4 and < 24 && char.IsAsciiDigit(text[0])
        && text.Contains('、') && Months().IsMatch(text);

    /// <summary>Where such a phrase begins behind a colon, a blank or a tab, at the end of a stretch; -1 without one.</summary>
    public static int Start(string folded, int start, int end)
    {
        while (end > start && folded[end - 1] is ' ' or '\t' or ';' or '。') end--;
        var cut = folded.AsSpan(start, end - start).LastIndexOfAny(':', ' ', '\t');
        if (cut <= 0) return -1;
        var said = folded.AsSpan(start + cut + 1, end - start - cut - 1);
        if (IsMonths(said) && folded.AsSpan(start, cut).IndexOfAny(',', ';', '。') < 0) return start + cut + 1;
        if (!Is(said)) return -1;
        // 入户走访 每月1次: behind a blank only words are one phrase
        var isPhrase = folded[start + cut] != ' ' || folded.AsSpan(start + cut, end - start - cut).IndexOfAnyInRange('0', '9') < 0;
        return isPhrase ? start + cut + 1 : -1;
    }

    [GeneratedRegex(@"^(?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底|初|中旬)?(?:前)?(?:、\d{1,2}月(?:\d{1,2}日|底|初|中旬)?(?:前)?)+$")]
    private static partial Regex Months();

    [GeneratedRegex(@"^(?:每|半|一|每半|每一)个?(?:月|季度|季|年|周|星期|日|天|学期)(?:各|开展|进行)?[一两二三四五六七八九十\d]{1,3}(?:次|遍|场|期|轮|回)$")]
    private static partial Regex Phrase();
}
