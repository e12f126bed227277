using System.Globalization;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>
/// What becomes of an accepted note when its unit's workbook is accepted anew: the department's words are kept, the figures are those of
/// the new
/// workbook, and the department is told to read it through and to drop it again. A note is never taken for checked against a workbook it
/// has not seen.
/// </summary>
internal sealed class EarlierNotes(DropFolders folders, ILedger ledger, IBudgetEngine engine, ILogger<EarlierNotes> log)
{
    /// <summary>Carries the words of the last accepted note over.</summary>
    /// <param name="workbook">The workbook accepted now.</param>
    /// <returns>The note, null when there is none to carry over; and what to tell the department.</returns>
    public (byte[]? Note, IReadOnlyList<string> Remarks) Carry(CheckedWorkbook workbook)
    {
        if (workbook.Report.Identity is not { } whose || ledger.AcceptedNote(whose) is not { } earlier) return (null, []);
        var at = earlier.ReceivedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var before = $"此前通过的情况说明“{earlier.Name}”（{at} 收到）是按上一版工作簿核对的，须重新核对。";
        var path = folders.In(earlier.ArchivePath!);
        if (!File.Exists(path))
        {
            log.LogWarning("已通过的情况说明不在存档中：{File}", path);
            return (null, [before + "它已不在存档中，这里的情况说明按新的工作簿重新生成，请把单位改写的文字补进去后重新报送。"]);
        }

        var reissued = Reissue(workbook, path);
        if (reissued.Note is not { } note) return (null, [before + $"{reissued.Problem}这里的情况说明按新的工作簿重新生成，请据此改正后重新报送。"]);
        return (note, [before + "这里的情况说明已换成新工作簿的数和表，单位改写的文字照旧。请通读一遍，确认后重新报送。", .. reissued.Remarks]);
    }

    private ReissuedNote Reissue(CheckedWorkbook workbook, string path)
    {
        try
        {
            return engine.Reissue(workbook, FileOperations.ReadShared(path));
        }
        catch (Exception e)
        {
            // the edge of the earlier note: it must not keep a sound workbook from being accepted
            log.LogError(e, "更新已通过的情况说明时出错：{File}", path);
            return new ReissuedNote(null, "程序更新它时出错，详情见日志。", []);
        }
    }
}
