using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// 来历 of what an older program accepted: its rows do not have it, its originals do. Without it every correction after an upgrade would
/// wait for the clerk.
/// </summary>
internal sealed class EarlierLineage(IBudgetEngine engine, DropFolders folders)
{
    /// <summary>
    /// The submission with its lineage, read from the archive where the ledger lacks it; as it is where it cannot be read.
    /// </summary>
    public Submission? Of(Submission? accepted)
    {
        if (accepted is not { Content.Length: 0, WorkbookId.Length: 0, ArchivePath: { } archived }) return accepted;
        var path = folders.In(archived);
        if (!File.Exists(path)) return accepted;
        var original = engine.Check(SafeText.Line(accepted.Name), FileOperations.ReadShared(path));
        if (engine.Lineage(original) is not { } lineage) return accepted;
        return accepted with
        {
            WorkbookId = lineage.WorkbookId,
            IssuedAt = lineage.IssuedAt,
            IssuedAfter = lineage.After,
            Content = lineage.Content,
            Changes = lineage.Changes,
        };
    }
}
