namespace ExcelBudget.Domain.Indicators.Quantities;

/// <summary>由……到……。Words that lead from where a change starts to where it ends.</summary>
internal static class AimedChange
{
    private const int Longest = 8;

    private static readonly string[] Verbs = Vocabulary.Of("changes");

    private static readonly string[] Aims = ["到", "至", "为", "成"];

    private static readonly string[] Differences = Vocabulary.Of("differences");

    /// <summary>True for a quantity between 比 or 较 and a verb of change: «比上年的260人增加», «较2023年的16%提高».</summary>
    public static bool IsCompared(string lead, string after) => lead.Length > 1 && lead[^1] == '的'
        && lead.AsSpan().LastIndexOfAny('比', '较') is >= 0 and var at && lead.Length - at <= Longest
        && Array.Exists(Differences, word => after.StartsWith(word, StringComparison.Ordinal));

    /// <summary>True when the words behind a quantity lead on to its new value: «缩短到», or any verb behind 由 or 从 («由3次加密至»).</summary>
    public static bool EndsAtAim(string before, string after)
    {
        // 由上年的12起下降10%
        if (after is "下降" or "减少" or "降低" or "压减" && before.EndsWith("由上年的", StringComparison.Ordinal)) return true;
        if (after.Length is 0 or > Longest || !Array.Exists(Aims, aim => after.EndsWith(aim, StringComparison.Ordinal))) return false;
        return before.AsSpan().IndexOfAny('由', '从') >= 0
            || Array.Exists(Verbs, verb => after.Contains(verb, StringComparison.Ordinal));
    }
}
