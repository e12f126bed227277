namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>实际完成值, 完成情况. What the cells of such a column say, by which it is told from the targets beside it.</summary>
internal static class ReachedWords
{
    private const int DigitsOfYear = 4;
    private static readonly string[] Starts = Vocabulary.Of("reachedStarts");

    /// <summary>达成预期指标, 已完成, 部分达成预期指标并具有一定效果.</summary>
    public static bool Begin(ReadOnlySpan<char> said)
    {
        foreach (var start in Starts)
        {
            if (said.StartsWith(start, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The year of a date: 2023 of 2023年9月底前; null without one.</summary>
    public static int? Year(ReadOnlySpan<char> said)
    {
        var sign = said.IndexOf('年');
        return sign == DigitsOfYear && int.TryParse(said[..sign], System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
    }
}
