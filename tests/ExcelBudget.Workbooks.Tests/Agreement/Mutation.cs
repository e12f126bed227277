using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>What someone did to a workbook.</summary>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Where">Where, readable.</param>
/// <param name="Typing">The change as statements for LibreOffice.</param>
/// <param name="Text">The cell in which a figure was typed as text; null otherwise.</param>
/// <param name="MovesRows">True where rows below stand elsewhere afterwards.</param>
internal sealed record Mutation(string Kind, string Where, Typing Typing, CellAddress? Text = null, bool MovesRows = false)
{
    public override string ToString() => $"{Kind} {Where}";
}
