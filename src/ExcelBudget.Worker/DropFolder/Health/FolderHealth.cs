using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Health;

/// <summary>
/// Keeps what is not in order: each trouble is said once in the log when it begins and once when it is over, and stands in the file of
/// troubles, and in the health file of the worker, as long as it lasts.
/// </summary>
internal sealed class FolderHealth(DropFolders folders, WorkerSettings settings, WorkerState state, TimeProvider time,
    ILogger<FolderHealth> log)
{
    /// <summary>What a pause is filed under.</summary>
    public const string Pause = "暂停";

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);

    private readonly Dictionary<(string Topic, string Subject), HealthTrouble> _known = [];
    private long _written;

    /// <summary>What is not in order now.</summary>
    public IReadOnlyList<HealthTrouble> Troubles => [.. _known.Values];

    /// <summary>True while nothing can be taken.</summary>
    public bool IsPaused => _known.Keys.Any(key => key.Topic.StartsWith(Pause, StringComparison.Ordinal));

    /// <summary>Takes in all that is not in order about a topic; what is no longer among it is over.</summary>
    /// <param name="topic">Who looked.</param>
    /// <param name="troubles">Subject and sentence of each.</param>
    public void Tell(string topic, IEnumerable<(string Subject, string Sentence)> troubles)
    {
        var now = troubles.DistinctBy(trouble => trouble.Subject).ToDictionary(trouble => (topic, trouble.Subject), trouble =>
            trouble.Sentence);
        var over = _known.Keys.Where(key => key.Topic == topic && !now.ContainsKey(key)).ToArray();
        foreach (var key in over)
        {
            log.LogInformation("已恢复正常：{Subject}", key.Subject);
            _known.Remove(key);
        }

        var isNews = over.Length > 0;
        foreach (var (key, sentence) in now)
        {
            if (_known.TryGetValue(key, out var known) && known.Sentence == sentence) continue;
            log.LogWarning("{Subject}：{Sentence}", key.Subject, sentence);
            _known[key] = new(key.Subject, sentence, known?.Since ?? time.GetLocalNow());
            isNews = true;
        }

        if (!isNews) return;
        state.Trouble = _known.Count == 0 ? null : string.Join('；', _known.Values.Select(trouble =>
            $"{trouble.Subject}：{trouble.Sentence}"));
        Write();
    }

    /// <summary>A sign of life: the health file is written anew now and then, and the log folder tried.</summary>
    public void Live()
    {
        if (_written != 0 && time.GetElapsedTime(_written) < Beat) return;
        Tell("日志", LogTrouble() is { } trouble ? [("日志", trouble)] : []);
        Write();
    }

    private string? LogTrouble()
    {
        var probe = Path.Combine(settings.LogFolder, ".probe");
        try
        {
            if (!Directory.Exists(folders.Work)) return null;
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"日志文件夹写不进去（{DiskTrouble.Sentence(e)}）：{settings.LogFolder}";
        }
    }

    private void Write()
    {
        _written = time.GetTimestamp();
        if (!Directory.Exists(folders.Work)) return;
        try
        {
            FileOperations.Replace(
                Path.Combine(folders.Work, HealthState.FileName), new HealthState(time.GetLocalNow(), IsPaused, Troubles).ToBytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the disk that is in trouble is often the one the health file stands on: the log has said it
            log.LogDebug(e, "健康状况写不出去");
        }
    }
}
