using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>计量单位。Reads the unit behind a number in folded text: 万元, 人次, 元/天·人, %.</summary>
internal static class MeasureUnits
{
    private const string Multipliers = "百千万亿";
    private const string Signs = "%‰‱℃°㎡㎥";
    private const string SecondRates = "人天日月年次期";
    private const int LongestWord = 5;
    private const int LongestRate = 14;

    /// <summary>
    /// Measure words of everyday budgets. A unit that is missing here is still read when an operator stands before the number.
    /// </summary>
    private static readonly HashSet<string> Words = new(Vocabulary.Of("units"), StringComparer.OrdinalIgnoreCase);

    private static readonly System.Buffers.SearchValues<char> Firsts = System.Buffers.SearchValues.Create([.. Words
        .SelectMany(word => new[] { char.ToLowerInvariant(word[0]), char.ToUpperInvariant(word[0]) }).Distinct()]);

    private static readonly string[] Changes =
        [.. Vocabulary.Of("changes").Where(word => word.Length > 1), .. Vocabulary.Of("plainChanges")];

    private static readonly HashSet<string> Spans = new(Vocabulary.Of("spans"), StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The place behind the unit; the place itself when no unit stands there.</summary>
    public static int Read(string text, int at, int end)
    {
        var after = Word(text, at, end);
        if (after == at && (at >= end || text[at] != '/')) return at;
        return Rate(text, Compound(text, at, after, end), end);
    }

    /// <summary>Where «次/350元» begins, given the place of its number: a rate that is printed unit first; -1 when none.</summary>
    public static int RateStart(string text, int from, int number)
    {
        if (number - 2 < from || text[number - 1] != '/') return -1;
        for (var start = number - 2; start >= from && number - start <= LongestWord; start--)
        {
            var isFree = start == from || TextScan.IsSpace(text[start - 1]) || text[start - 1] is ':' or ')';
            if (isFree && Longest(text, start, number - 1) == number - 1) return start;
        }

        return -1;
    }

    /// <summary>True for one measure word of the list, with 万 or behind a stroke as well: 人次, 万元/公里; 万元项 is none.</summary>
    public static bool IsWord(ReadOnlySpan<char> text)
    {
        var stroke = text.IndexOfAny('/', '·');
        if (stroke >= 0) return IsWord(text[..stroke]) && IsWord(text[(stroke + 1)..]);
        if (Lookup.Contains(text)) return true;
        var start = 0;
        while (start < text.Length && start < 3 && Multipliers.Contains(text[start], StringComparison.Ordinal)) start++;
        return start > 0 && Lookup.Contains(text[start..]);
    }

    /// <summary>True for a length of time: «24小时» within a sentence is no target.</summary>
    public static bool IsSpanOfTime(string unit) => Spans.Contains(unit);

    /// <summary>The place behind one measure word, 万 and the like before it included; the place itself where none stands.</summary>
    public static int WordEnd(string text, int at)
    {
        var end = Word(text, at, text.Length);
        return end > at && Multipliers.Contains(text[end - 1], StringComparison.Ordinal) ? at : end;
    }

    private static int Word(string text, int at, int end)
    {
        if (at < end && Signs.Contains(text[at], StringComparison.Ordinal)) return at + 1;
        var start = at;
        while (start < end && start - at < 3 && Multipliers.Contains(text[start], StringComparison.Ordinal)) start++;
        // 千米 and 百分点 begin like a multiplier
        for (var from = at; from <= start; from++)
        {
            if (Longest(text, from, end) is var after && after > from && (from == at || after > start)) return WithOther(text, after, end);
        }

        return Longest(text, start, end) is var last && last > start ? WithOther(text, last, end) : start;
    }

    /// <summary>台(件), 户(人)次: a bracket with another word for the same thing belongs to the unit.</summary>
    private static int WithOther(string text, int at, int end)
    {
        if (at + 2 >= end || text[at] != '(' || Longest(text, at + 1, end) is var word && (word == at + 1 || word >= end
            || text[word] != ')')) return at;
        // ≥900人（工作日）: when, not what
        if (IsSpanOfTime(text[(at + 1)..word])) return at;
        return word + 1 < end && text[word + 1] == '次' ? word + 2 : word + 1;
    }

    private static int Longest(string text, int at, int end)
    {
        if (at >= end || !Firsts.Contains(text[at])) return at;
        for (var length = Math.Min(LongestWord + 1, end - at); length > 0; length--)
        {
            var isLatin = char.IsAsciiLetter(text[at]);
            if (isLatin && at + length < text.Length && char.IsAsciiLetter(text[at + length])) continue;
            // 开展一次数据比对 is no 次数
            if (length > 1 && text[at + length - 1] == '数' && at + length < text.Length && text[at + length] == '据') continue;
            if (Lookup.Contains(text.AsSpan(at, length))) return at + length;
        }

        return at;
    }

    /// <summary>/天·人, /13人, 每人每天 behind a unit.</summary>
    private static int Rate(string text, int at, int end)
    {
        var (limit, start) = (Math.Min(end, at + LongestRate), at);
        if (TornRate(text, at, end) is var word && word > at) at = word;
        while (at < limit && (IsRateSign(text, at, end) || (at > start && text[start] == '/' && IsSecondRate(text, at, end))))
        {
            at++;
            while (at < limit && IsRatePart(text[at]) && !IsLimit(text, at, end)) at++;
        }

        return at;
    }

    /// <summary>万亩次, 万头份: a second measure word, when nothing but it stands before the end of the word.</summary>
    private static int Compound(string text, int at, int after, int end)
    {
        if (after == at || after >= end || text[after - 1] is '个' or '年' or '月' || !TextScan.IsHan(text[after])) return after;
        var second = Longest(text, after, end);
        return second > after && (second >= end || !TextScan.IsHan(text[second])) ? second : after;
    }

    /// <summary>500 元 / 人: the place of the word behind a stroke between blanks; the place itself when there is none.</summary>
    private static int TornRate(string text, int at, int end)
    {
        var stroke = TextScan.Spaces(text, at);
        if (stroke >= end || text[stroke] != '/') return at;
        var word = TextScan.Spaces(text, stroke + 1);
        return (stroke > at || word > stroke + 1) && word < end && Longest(text, word, end) is var behind && behind > word ? behind : at;
    }

    /// <summary>True for the 、 of 元/人、天: what the price is for stands on both sides.</summary>
    public static bool IsSecondRate(string text, int at, int end) => text[at] == '、' && at > 0 && at + 1 < end
        && SecondRates.Contains(text[at + 1], StringComparison.Ordinal) && (at + 2 >= end || !TextScan.IsHan(text[at + 2]));

    private static bool IsRateSign(string text, int at, int end) =>
        text[at] == '/' || (text[at] == '*' && at + 1 < end && TextScan.IsHan(text[at + 1]) && Longest(text, at + 1, end) > at + 1)
            || (text[at] == '·' && at + 1 < end && TextScan.IsHan(text[at + 1]))
            || (text[at] == '每' && at + 1 < end && Longest(text, at + 1, end) > at + 1);

    /// <summary>450元/人以内: the bound behind a rate.</summary>
    private static bool IsLimit(string text, int at, int end) => IsChange(text, at) || at + 1 < end
        && text[at] is '以' or '之' or '左' or '及' or '上'
        && (text[at], text[at + 1]) is ('以', '内' or '上' or '下') or ('之', '内') or ('左', '右') or ('及', '以') or ('上', '下');

    /// <summary>95元/年增加为950元/年: the change behind a rate.</summary>
    private static bool IsChange(string text, int at)
    {
        foreach (var word in Changes)
        {
            if (text[at] == word[0] && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        }

        return false;
    }

    private static bool IsRatePart(char sign) =>
        (TextScan.IsHan(sign) && sign != '每') || char.IsAsciiLetterOrDigit(sign) || sign is '.' or '㎡' or '²';
}
