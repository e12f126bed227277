using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.DropFolder.Health;

/// <summary>
/// Looks after the ledger while the worker runs: a file that was deleted or damaged under it is noticed at the next pass, mended, and told
/// for a day. A backup is never older than a minute of work.
/// </summary>
internal sealed class LedgerCare(ILedgerFile file, TimeProvider time)
{
    private static readonly TimeSpan Thorough = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Told = TimeSpan.FromDays(1);

    private long _looked;
    private (string Sentence, long At)? _told;

    /// <summary>Looks.</summary>
    /// <returns>What is to be told about the ledger.</returns>
    public IReadOnlyList<(string Subject, string Sentence)> Look()
    {
        var isThorough = _looked == 0 || time.GetElapsedTime(_looked) >= Thorough;
        if (Sentence(file.Look(isThorough)) is { } sentence) _told = (sentence, time.GetTimestamp());
        if (isThorough)
        {
            file.BackUp();
            _looked = time.GetTimestamp();
        }

        if (_told is not { } told || time.GetElapsedTime(told.At) > Told) return [];
        return [("台账", told.Sentence)];
    }

    private static string? Sentence(LedgerFileState state) => state switch
    {
        LedgerFileState.Restored => "台账文件在运行中被删除，已把其中的全部记录重新写出，没有丢失；请查明是谁删的",
        LedgerFileState.Repaired => "台账文件在运行中损坏，全部记录已重新写出，没有丢失；损坏的文件改名保存在旁边，请检查磁盘",
        LedgerFileState.Exchanged => "台账文件在运行中被换成了另一份（如共享文件夹断开后又回来），已改用现有的这一份",
        LedgerFileState.FromBackup => "台账文件在运行中损坏，已换成一分钟内的备份；损坏的文件改名保存在旁边，请检查磁盘，并核对最近的报送",
        LedgerFileState.Begun => "台账文件在运行中损坏且没有备份，已另起新台账；损坏的文件改名保存在旁边，请交给管理员",
        _ => null,
    };
}
