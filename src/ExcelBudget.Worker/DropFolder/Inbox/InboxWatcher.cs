using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>
/// Wakes the worker when the file system reports anything in the inbox. Reports are lost under load and stop when the folder is
/// replaced, so they only shorten the wait until the next listing.
/// </summary>
internal sealed class InboxWatcher(DropFolders folders, WorkerSettings settings, ILogger<InboxWatcher> log) : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0, 1);
    private FileSystemWatcher? _watcher;
    private bool _isBroken = true;

    /// <summary>Waits until something happens in the inbox, at most the given time.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        if (settings.Watch && _isBroken) Build();
        await _wake.WaitAsync(longest, stop);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _watcher?.Dispose();
        _wake.Dispose();
    }

    private void Build()
    {
        _watcher?.Dispose();
        try
        {
            _watcher = new FileSystemWatcher(folders.Inbox) { IncludeSubdirectories = true, InternalBufferSize = 64 << 10 };
            _watcher.Created += (_, _) => Wake();
            _watcher.Changed += (_, _) => Wake();
            _watcher.Renamed += (_, _) => Wake();
            _watcher.Error += (_, _) => Break();
            _watcher.EnableRaisingEvents = true;
            _isBroken = false;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            // the system's limit of watchers is reached, or the folder is gone: the listing goes on without
            log.LogDebug(e, "无法监听 inbox，仅定时列目录");
        }
    }

    private void Break()
    {
        _isBroken = true;
        Wake();
    }

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // already awake
        }
        catch (ObjectDisposedException)
        {
            // an event after the end
        }
    }
}
