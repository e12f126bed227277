namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>What a cell was read as: a value, perhaps with a warning, or the reason why there is none.</summary>
/// <param name="Value">The value as the dataset holds it; null when the cell cannot be read.</param>
/// <param name="Problem">What is wrong and what to do, in Chinese, without the place; null when nothing is.</param>
internal readonly record struct CellReading(string? Value, string? Problem)
{
    /// <summary>Read without remark.</summary>
    public static CellReading Clean(string value) => new(value, null);

    /// <summary>Read after cleaning; the clerk is told.</summary>
    public static CellReading Messy(string value, string remark) => new(value, remark);

    /// <summary>Not readable.</summary>
    public static CellReading Wrong(string problem) => new(null, problem);
}
