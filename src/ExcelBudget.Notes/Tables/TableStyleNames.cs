namespace ExcelBudget.Notes.Tables;

/// <summary>
/// Names of the Word styles that generated tables use. Word may give styles other ids when it saves, so they are found by name.
/// </summary>
internal static class TableStyleNames
{
    public const string Table = "预算表";
    public const string Text = "预算表文字";
    public const string Figure = "预算表数字";
    public const string Head = "预算表表头";
    public const string Note = "预算表注";

    /// <summary>What the names of the 小五 set end in.</summary>
    public const string SmallSuffix = "（小）";

    /// <summary>What the names of the 六号 set end in.</summary>
    public const string SmallerSuffix = "（更小）";

    /// <summary>What the names of the sets end in, the largest first.</summary>
    public static IReadOnlyList<string> Suffixes => ["", SmallSuffix, SmallerSuffix];

    /// <summary>The three cell styles of one size.</summary>
    public static IReadOnlyList<string> Cells => [Text, Figure, Head];
}
