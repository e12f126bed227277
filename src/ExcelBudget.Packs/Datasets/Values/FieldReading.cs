using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>What a cell was read as: a value, perhaps with a remark, or the reason why there is none.</summary>
/// <param name="Value">The value as the dataset holds it; blank when the cell cannot be read, or says that nothing is there.</param>
/// <param name="Remark">What is wrong or was cleaned and what to do, in Chinese, without the place; null when nothing is.</param>
/// <param name="Kind">What the remark is about.</param>
internal readonly record struct FieldReading(FieldValue Value, string? Remark, RemarkKind Kind)
{
    /// <summary>True when the cell cannot be read.</summary>
    public bool IsWrong => Kind == RemarkKind.Unreadable;

    public static FieldReading Clean(FieldValue value) => new(value, null, RemarkKind.None);

    /// <summary>Read after cleaning; the clerk is told.</summary>
    public static FieldReading Messy(FieldValue value, string remark, RemarkKind kind = RemarkKind.Cleaned) => new(value, remark, kind);

    public static FieldReading Wrong(string problem) => new(default, problem, RemarkKind.Unreadable);
}

/// <summary>What a remark about a cell is about. Remarks of one kind in one column are told once.</summary>
[Flags]
internal enum RemarkKind
{
    None = 0,

    Cleaned = 1,

    /// <summary>It has parts of a 分.</summary>
    PartsOfACent = 2,

    /// <summary>It says that nothing is there.</summary>
    Nothing = 4,

    /// <summary>It cannot be read.</summary>
    Unreadable = 8,
}
