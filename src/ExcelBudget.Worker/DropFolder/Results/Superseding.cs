using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>
/// Keeps what is valid apart from what was: when a unit's workbook is accepted, the results of earlier ones of the same pack, year and
/// step, open returns and notes among them, move into the folder 旧版 beside where they stood; when one is returned, earlier returns do;
/// when its note is accepted, earlier notes and the one written from the workbook do. Nothing is deleted, and a file that is open
/// elsewhere stays until the next time. Repeating it changes nothing.
/// </summary>
internal sealed class Superseding(DropFolders folders, ILedger ledger, IFaultPoints faults, ILogger<Superseding> log)
{
    /// <summary>Name of the folder of earlier results.</summary>
    public const string Folder = "旧版";

    /// <summary>Moves the results of earlier submissions whose place this one takes.</summary>
    public void Retire(Submission submission)
    {
        foreach (var earlier in ledger.EarlierOutputs(submission)) Move(earlier);
    }

    private void Move(Output earlier)
    {
        var from = folders.In(earlier.FinalPath);
        var to = Path.Combine(Path.GetDirectoryName(from)!, Folder, Path.GetFileName(from));
        if (!File.Exists(from) || Path.Exists(to)) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            FileOperations.Rename(from, to);
            DirectoryFlush.Flush(Path.GetDirectoryName(to)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("旧版文件暂时移不走（{Problem}）：{File}", DiskTrouble.Sentence(e), from);
            return;
        }

        faults.Reach(FaultPoint.PublishAfterRetire);
    }
}
