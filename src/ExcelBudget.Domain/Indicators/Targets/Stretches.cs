using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Splits an item at 、，；。 outside of brackets and titles.</summary>
internal static class Stretches
{
    private const int LongestName = 24;
    private const int LongestTail = 6;
    private static readonly System.Buffers.SearchValues<char> Inner = System.Buffers.SearchValues.Create("0123456789*,;、。 \t/");
    private const string Opening = "(《“「[";
    private const string Closing = ")》”」]";

    /// <summary>The stretches, without blanks around them; empty ones are left out.</summary>
    public static List<Stretch> Split(string text, int start, int end)
    {
        var stretches = new List<Stretch>();
        var closings = Pairs(text, start, end);
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (closings.TryGetValue(at, out var close)) at = close;
            else if (IsJoiner(text, at, end))
            {
                Add(stretches, text, from, at, text[at]);
                from = at + 1;
            }
        }

        Add(stretches, text, from, end, '\0');
        return stretches;
    }

    /// <summary>True for a sign that joins clauses; the comma of 1,200 does not.</summary>
    public static bool IsJoiner(string text, int at, int end) => text[at] switch
    {
        '、' => !IsInRate(text, at, end) && !IsBetweenDates(text, at, end),
        ';' or '。' or '!' => true,
        ',' => !IsThousands(text, at, end),
        '/' => IsBetweenTargets(text, at, end),
        _ => false,
    };

    /// <summary>400元/人、天 is one unit.</summary>
    private static bool IsInRate(string text, int at, int end)
    {
        if (at + 1 >= end || !MeasureUnits.IsSecondRate(text, at, end)) return false;
        var slash = text.LastIndexOf('/', at - 1, Math.Min(at, 4));
        return slash > 0 && text[slash - 1] == '元';
    }

    /// <summary>监护人=480名/随访患者≥5760人次: behind a target the stroke divides it from the next name, which has its own sign.</summary>
    private static bool IsBetweenTargets(string text, int at, int end)
    {
        if (at + 4 >= end || !TextScan.IsHan(text[at + 1])) return false;
        var window = text.AsSpan(at + 1, Math.Min(end - at - 1, LongestName));
        var sign = window.IndexOfAny("≥≤=<>");
        return sign > 2 && sign + 1 < window.Length && char.IsAsciiDigit(window[sign + 1]) && window[..sign].IndexOfAny(Inner) < 0
            && text.AsSpan(Math.Max(0, at - LongestTail), Math.Min(at, LongestTail)).IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>5月底、10月底前 are the dates of one target.</summary>
    private static bool IsBetweenDates(string text, int at, int end)
    {
        if (at == 0 || text[at - 1] is not ('月' or '日' or '底' or '末' or '旬' or '前')) return false;
        var digits = at + 1;
        while (digits < end && char.IsAsciiDigit(text[digits])) digits++;
        return digits > at + 1 && digits < end && text[digits] is '月' or '日';
    }

    private static bool IsThousands(string text, int at, int end)
    {
        if (at == 0 || at + 3 >= end || !char.IsAsciiDigit(text[at - 1])) return false;
        for (var i = 1; i <= 3; i++)
        {
            if (!char.IsAsciiDigit(text[at + i])) return false;
        }

        return at + 4 >= end || !char.IsAsciiDigit(text[at + 4]);
    }

    /// <summary>Opening brackets with their closing ones. One that is never closed is no bracket.</summary>
    private static Dictionary<int, int> Pairs(string text, int start, int end)
    {
        var pairs = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = start; at < end; at++)
        {
            if (Opening.Contains(text[at], StringComparison.Ordinal)) open.Push(at);
            var kind = Closing.IndexOf(text[at], StringComparison.Ordinal);
            if (kind < 0 || open.Count == 0 || text[open.Peek()] != Opening[kind]) continue;
            pairs[open.Pop()] = at;
        }

        return pairs;
    }

    private static void Add(List<Stretch> stretches, string text, int start, int end, char joiner)
    {
        while (start < end && TextScan.IsSpace(text[start])) start++;
        while (end > start && (TextScan.IsSpace(text[end - 1]) || text[end - 1] == '.')) end--;
        var isSentence = joiner is ';' or '。' or '!';
        if (start < end) stretches.Add(new Stretch(start, end, isSentence, joiner is '。' or '!'));
        else if (isSentence && stretches.Count > 0) stretches[^1] = stretches[^1] with { EndsSentence = true, IsFullStop = joiner != ';' };
    }
}
