namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>基数。What a target is measured against: 2022年实际值, 2023年水平.</summary>
internal static class Baselines
{
    private static readonly string[] Words = Vocabulary.Of("baselines");

    /// <summary>The place behind the words that make a year a baseline; the place itself when there are none.</summary>
    public static int End(string text, int at, int end)
    {
        foreach (var word in Words)
        {
            if (at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return at + word.Length;
        }

        return at;
    }
}
