namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>基数。What a target is measured against: 2022年实际值, 2023年水平.</summary>
internal static class Baselines
{
    private static readonly string[] Words =
        ["实际值", "实际数", "实际完成值", "实际完成数", "实际水平", "同期水平", "平均水平", "完成值", "完成数", "决算数", "预算数", "基数", "基准值", "水平", "同期"];

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
