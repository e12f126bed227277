namespace ExcelBudget.Domain.Indicators;

/// <summary>约数。约 and 近 right before a figure, where they are words of their own: 签约2.8万人 tells an exact figure.</summary>
internal static class AboutSign
{
    private const string BeforeYue = "签预履节集邀特解缔";
    private const string BeforeJin = "附邻就最";

    /// <summary>True when one of them stands right before a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the figure begins.</param>
    /// <param name="from">Where what belongs to it begins.</param>
    public static bool IsBefore(ReadOnlySpan<char> text, int at, int from = 0) => at > from && text[at - 1] switch
    {
        '约' => at - 1 <= from || !BeforeYue.Contains(text[at - 2], StringComparison.Ordinal),
        '近' => at - 1 <= from || !BeforeJin.Contains(text[at - 2], StringComparison.Ordinal),
        _ => false,
    };
}
