using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>改动过的金额。A prefilled amount that was changed since the workbook was issued, and of which no finding speaks.</summary>
/// <param name="Cell">Where it stands.</param>
/// <param name="Form">The form.</param>
/// <param name="Before">What was issued, in the form's unit; 0 for a blank cell.</param>
/// <param name="Now">What stands there, in the form's unit; 0 for a blank cell.</param>
internal sealed record ChangedFigure(CellAddress Cell, FormDefinition Form, decimal Before, decimal Now)
{
    /// <summary>What was issued, as findings tell it.</summary>
    public FindingValue Issued => Told(Before);

    /// <summary>What stands there, as findings tell it.</summary>
    public FindingValue Stands => Told(Now);

    private FindingValue Told(decimal number) => FindingValue.Of(Form, Form.Column(Cell.Column)!, number);
}
