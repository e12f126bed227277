using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>Cells of a form that are coloured while a formula is true.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Form">The form.</param>
/// <param name="FirstRow">First sheet row.</param>
/// <param name="LastRow">Last sheet row.</param>
/// <param name="Column">Sheet column.</param>
/// <param name="Formula">True where the cell is to be coloured, worded for the first row.</param>
public sealed record OffendingCells(Severity Severity, FormDefinition Form, int FirstRow, int LastRow, int Column, string Formula)
{
    /// <summary>Last sheet column, from 1; columns to the right of the first share its formula.</summary>
    public int LastColumn { get; init; } = Column;
}

/// <summary>Where a line's side stands: a cell whose row a formula finds.</summary>
/// <param name="Form">The form.</param>
/// <param name="Column">Sheet column.</param>
/// <param name="Row">Formula of the sheet row, 0 for none.</param>
internal sealed record CheckCell(FormDefinition Form, int Column, string Row);
