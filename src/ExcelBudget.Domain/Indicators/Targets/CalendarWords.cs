namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Dates without a number: 年底前, 上半年, 第四季度末.</summary>
internal static class CalendarWords
{
    private static readonly string[] Bases = Vocabulary.Of("calendar");
    private static readonly System.Buffers.SearchValues<char> Parts = System.Buffers.SearchValues.Create([.. Bases.Select(word => word[^1])
        .Concat(Bases.Select(word => word[0])).Distinct()]);
    private static readonly string[] Leads = Vocabulary.Of("calendarLeads");
    private static readonly string[] Limits = Vocabulary.Of("calendarLimits");

    /// <summary>True for a text that is such a date and nothing else.</summary>
    public static bool Is(string text) => text.AsSpan().ContainsAny(Parts) && Find(text) is (0, var length) && length == text.Length;

    /// <summary>The first such date; -1 when there is none. «三年内» is a span of time.</summary>
    public static (int Start, int Length) Find(string text)
    {
        foreach (var word in Bases)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || (
                at > 0 && (char.IsAsciiDigit(text[at - 1])
                || "一二两三四五六七八九十几全近往历".Contains(text[at - 1], StringComparison.Ordinal)))) continue;
            var end = at + word.Length;
            if (Array.Find(Limits, limit => string.CompareOrdinal(text, end, limit, 0, limit.Length) == 0) is { } found)
                end += found.Length;
            if (Array.Find(Leads, word => text.AsSpan(0, at).EndsWith(word)) is { } lead) at -= lead.Length;
            return (at, end - at);
        }

        return (-1, 0);
    }
}
