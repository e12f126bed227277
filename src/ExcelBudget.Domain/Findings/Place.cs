using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Findings;

/// <summary>Where something stands: on a sheet (as the accountant sees it) and in a form (as the rule book names it). Unknown parts are null.</summary>
/// <param name="Sheet">Sheet name in the workbook.</param>
/// <param name="Cell">Cell on the sheet, for example «D9».</param>
/// <param name="Address">The cell by meaning; row or column may be empty when a whole form is meant.</param>
public sealed record Place(string? Sheet = null, string? Cell = null, CellAddress? Address = null);
