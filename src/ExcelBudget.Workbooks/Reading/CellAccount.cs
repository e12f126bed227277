using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>What became of a cell that holds something.</summary>
public enum CellUse
{
    /// <summary>已读取。It was read: its content is in the budget, or a finding at it says why not.</summary>
    Read,

    /// <summary>表样文字。Printed by the form: headings, labels, numbers of rows, issued formulas.</summary>
    Printed,

    /// <summary>未读取，已提示。It was not read, and a finding names it.</summary>
    Told,
}

/// <summary>去向。What became of one non-empty cell in the rows of a form.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Use">What became of it.</param>
/// <param name="Reason">The sentence that tells why it was not read, or what was odd; empty when there is nothing to say.</param>
public sealed record CellAccount(Place Place, string Text, CellUse Use, string Reason);
