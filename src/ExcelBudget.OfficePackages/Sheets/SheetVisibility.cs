namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Whether an accountant can see a sheet.</summary>
public enum SheetVisibility
{
    /// <summary>Shown.</summary>
    Visible,

    /// <summary>Hidden; can be shown from Excel's menu.</summary>
    Hidden,

    /// <summary>Hidden from the menu too.</summary>
    VeryHidden,
}
