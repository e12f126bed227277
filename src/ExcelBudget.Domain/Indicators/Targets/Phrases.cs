using System.Collections.Frozen;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>
/// The words by which a phrase of an indicator shows what it is: a thing to be measured, a deed, a statement. They are the language's, not
/// a province's, and stand in templates/common; what a check thinks of a word (weak, forbidden) stands in the packs.
/// </summary>
internal static class Phrases
{
    private const string MeasureEnds = "率数量度额比费价款金限期长次性力平准质况感识境入件貌果益见用本间例值面效能制系响围";

    private static readonly string[] Measures = Vocabulary.Of("measures");

    private static readonly string[] States = Vocabulary.Of("states");

    private static readonly string[] FirmVerbs = Vocabulary.Of("firmVerbs");

    private static readonly string[] LongVerbs = [.. FirmVerbs.Where(verb => verb.Length > 1)];
    private static readonly string[] SoftVerbs = Vocabulary.Of("softVerbs");

    private static readonly string[] Events = Vocabulary.Of("events");

    private static readonly string[] Doings = Vocabulary.Of("doings");

    private static readonly FrozenDictionary<char, string[]> DoingsByLast =
        Doings.GroupBy(word => word[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>True when the words before a place name a thing to be measured, so that a bare number or a result may follow.</summary>
    public static bool EndsAsMeasure(string text, int from, int at)
    {
        while (at > from && TextScan.IsSpace(text[at - 1])) at--;
        if (at > from && text[at - 1] is ')' or '》') return true;
        return at > from && MeasureEnds.Contains(text[at - 1], StringComparison.Ordinal);
    }

    /// <summary>True when a date is followed by what happens then.</summary>
    public static bool IsEvent(string text, int at, int end) => Starts(text, at, end, Events);

    /// <summary>True when nothing but a verb stands between two places: 完成, 全部完成, 交付.</summary>
    public static bool IsBareEvent(string text, int from, int to)
    {
        while (from < to && TextScan.IsSpace(text[from])) from++;
        while (to > from && (TextScan.IsSpace(text[to - 1]) || text[to - 1] is '。' or ';')) to--;
        return to > from && to - from <= 6 && BareEvents.Contains(text[from..to]);
    }

    private static readonly HashSet<string> BareEvents = new(Vocabulary.Of("bareEvents"), StringComparer.Ordinal);

    /// <summary>True when a verb of doing stands before a place: what follows is counted.</summary>
    public static bool EndsAsDoing(string text, int from, int at)
    {
        while (at > from && text[at - 1] is ' ' or '了') at--;
        if (at <= from || !DoingsByLast.TryGetValue(text[at - 1], out var doings)) return false;
        foreach (var word in doings)
        {
            if (at - word.Length >= from && string.CompareOrdinal(text, at - word.Length, word, 0, word.Length) == 0) return true;
        }

        return false;
    }

    /// <summary>True for a noun phrase that names a measure and gives none: 工作完成及时率.</summary>
    public static bool IsMeasure(string text)
    {
        var comma = text.IndexOfAny([',', ';']);
        var head = (comma < 0 ? text : text[..comma]).Trim();
        // 使用部门满意度 begins with a sign that is a verb only by itself
        var verbs = head.Length > 0 && head[^1] is '率' or '度' or '间' or '限' or '期' ? LongVerbs : FirmVerbs;
        return !Starts(head, 0, head.Length, verbs) && Array.Exists(Measures, word => head.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>True for a noun phrase that names a state and does not say which: 党员综合素质.</summary>
    public static bool IsState(string text) => !BeginsAsStatement(text) && text.IndexOfAny([',', ';', '。']) < 0
        && Array.Exists(States, word => text.EndsWith(word, StringComparison.Ordinal))
        && !Doings.Concat(FirmVerbs).Any(verb => verb.Length > 1 && text.Contains(verb, StringComparison.Ordinal));

    /// <summary>True when a text begins as a statement does: with a verb.</summary>
    public static bool BeginsAsStatement(string text) =>
        Starts(text, 0, text.Length, FirmVerbs) || Starts(text, 0, text.Length, SoftVerbs);

    /// <summary>False for a fragment that only makes sense with what follows: a title, a bare word.</summary>
    public static bool SaysSomething(string text)
    {
        var spoken = 0;
        var depth = 0;
        foreach (var sign in text)
        {
            if (sign == '《') depth++;
            if (depth == 0 && TextScan.IsHan(sign)) spoken++;
            if (sign == '》') depth--;
        }

        return spoken > 4 || (spoken > 0 && BeginsAsStatement(text)) || IsMeasure(text);
    }

    /// <summary>True for words of when and where, which belong to what follows: 服务周期内，…, 项目建成后，….</summary>
    public static bool IsAdverbial(string text) =>
        Array.Exists(AdverbialEnds, word => text.EndsWith(word, StringComparison.Ordinal))
            && text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) < 0;

    private static readonly string[] AdverbialEnds = Vocabulary.Of("adverbialEnds");

    /// <summary>True for a cost named without amount: it is not the name of a count that follows.</summary>
    public static bool IsCost(string text) =>
        text.EndsWith('费') || text.EndsWith("费用", StringComparison.Ordinal) || text.EndsWith("支出", StringComparison.Ordinal);

    private static bool Starts(string text, int at, int end, string[] words)
    {
        foreach (var word in words)
        {
            if (at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return true;
        }

        return false;
    }
}
