using ExcelBudget.Domain.Packs;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Build;

/// <summary>外观。Gives the forms of a workbook that is being built another look than the usual one.</summary>
public abstract class WorkbookDress
{
    /// <summary>Changes how the forms look; what they hold and where it stands stays.</summary>
    internal abstract void Put(Pack pack, ExcelWorkbook workbook);
}
