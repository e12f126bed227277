namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>
/// Keeps a second worker off the same folders. The operating system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class SingleWorkerLock(DropFolders folders) : IDisposable
{
    private FileStream? _held;

    /// <summary>Takes the lock.</summary>
    /// <returns>A Chinese sentence when another worker has it; null when it is ours.</returns>
    public string? Take()
    {
        try
        {
            _held = new FileStream(Path.Combine(folders.Work, "worker.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return null;
        }
        catch (IOException)
        {
            return $"另一个 excelbudget 正在使用这些文件夹：{folders.Root}。请先停止它，或换一个根目录。";
        }
    }

    /// <inheritdoc />
    public void Dispose() => _held?.Dispose();
}
