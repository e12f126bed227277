namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>指标说明, 指标内容. 反映培训开展情况: words that say what an indicator is for, neither its name nor its target.</summary>
internal static class Description
{
    /// <summary>The longest description, in signs.</summary>
    public const int Longest = 60;
    private static readonly string[] Starts = Vocabulary.Of("descriptionStarts");
    private static readonly string[] Ends = Vocabulary.Of("descriptionEnds");
    private static readonly System.Buffers.SearchValues<char> First =
        System.Buffers.SearchValues.Create([.. Starts.Select(word => word[0]).Distinct()]);

    /// <summary>True for 该指标主要考察…情况; a figure among the words makes them a target.</summary>
    public static bool Is(ReadOnlySpan<char> said) => said.Length is > 3 and <= Longest && First.Contains(said[0])
        && Has(said, Starts, isStart: true) && Has(said, Ends, isStart: false) && said.IndexOfAnyInRange('0', '9') < 0;

    private static bool Has(ReadOnlySpan<char> said, string[] words, bool isStart)
    {
        foreach (var word in words)
        {
            if (isStart ? said.StartsWith(word, StringComparison.Ordinal) : said.EndsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
