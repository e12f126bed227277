namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>What a cell of a dropped workbook holds, as it stands in the file.</summary>
public enum FlatCellKind
{
    /// <summary>Nothing: only met where a formula has no cached result.</summary>
    Blank,

    /// <summary>A number; dates are numbers too.</summary>
    Number,

    /// <summary>Text, also what should have been a number but cannot be read as one.</summary>
    Text,

    /// <summary>TRUE or FALSE.</summary>
    Boolean,

    /// <summary>An error such as #REF!.</summary>
    Error,
}
