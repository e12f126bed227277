using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Findings;

/// <summary>
/// Where something stands: in a note (paragraph and sentence), or on a sheet (as the accountant sees it) and in a form (as the rule book
/// names it). Unknown parts are null.
/// </summary>
/// <param name="Sheet">Sheet name in the workbook.</param>
/// <param name="Cell">Cell on the sheet, for example «D9».</param>
/// <param name="Address">The cell by meaning; row or column may be empty when a whole form is meant.</param>
public sealed record Place(string? Sheet = null, string? Cell = null, CellAddress? Address = null)
{
    /// <summary>段落。Paragraph of a note from 1, empty ones and those inside tables not counted; null outside a note.</summary>
    public int? Paragraph { get; init; }

    /// <summary>The sentence of a note as it stands, or its first words when it is long; null outside a note.</summary>
    public string? Sentence { get; init; }
}
