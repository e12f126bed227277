using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>What a read workbook is to the others of its unit.</summary>
/// <param name="Department">Folder of the department its results go to; empty for none.</param>
internal sealed record Standing(string Department)
{
    /// <summary>Why the clerk must look at it first; null when nothing stands against it.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>The accepted submission whose place it takes when it is accepted; null when there is none.</summary>
    public Submission? Supersedes { get; init; }

    /// <summary>Sentences for the report: what is superseded, that it is late, that the unit was renamed, who released it.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
