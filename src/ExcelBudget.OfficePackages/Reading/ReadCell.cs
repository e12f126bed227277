using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>How a cell's value is written (its «t»).</summary>
internal enum CellType
{
    Number,

    /// <summary>A number among the shared strings.</summary>
    Shared,

    /// <summary>The text that a formula came to.</summary>
    Formula,

    Inline,
    Boolean,
    Error,
    Date,
}

/// <summary>How a formula is written: the attributes of f.</summary>
/// <param name="IsShared">One formula for several cells.</param>
/// <param name="IsArray">An array formula.</param>
/// <param name="Group">Number of the shared formula; -1 for none.</param>
/// <param name="Area">The cells it stands for, where it says so.</param>
internal readonly record struct FormulaForm(bool IsShared, bool IsArray, int Group, CellRange? Area);

/// <summary>What of a cell was read so far.</summary>
internal struct ReadCell
{
    public FlatValue Value;
    public string? Formula;
    public SharedFormula? Shared;
    public bool IsArray;
}
