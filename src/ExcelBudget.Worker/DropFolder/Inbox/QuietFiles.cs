using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>
/// Decides when a dropped file is complete: size and time have stood still for the quiet time, measured on a clock that nobody can
/// set, and a zip file has its end. File times are only compared, never believed.
/// </summary>
internal sealed class QuietFiles(TimeProvider time, WorkerSettings settings)
{
    private readonly Dictionary<string, (SeenFile File, long Since)> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InboxTrouble> _unread = new(StringComparer.Ordinal);

    /// <summary>How long until the next file can become quiet; null when none is being watched.</summary>
    public TimeSpan? NextDue { get; private set; }

    /// <summary>Files that stand still and cannot be read.</summary>
    public IReadOnlyCollection<InboxTrouble> Unread => _unread.Values;

    /// <summary>Takes in one listing.</summary>
    /// <returns>The files that are complete now.</returns>
    public IReadOnlyList<SeenFile> Observe(IReadOnlyList<SeenFile> listing)
    {
        Forget(listing);
        NextDue = null;
        var complete = new List<SeenFile>();
        foreach (var file in listing)
        {
            if (!_seen.TryGetValue(file.Path, out var known) || known.File != file)
            {
                known = (file, time.GetTimestamp());
                _seen[file.Path] = known;
            }

            var stood = time.GetElapsedTime(known.Since);
            if (stood >= settings.Quiet && IsWhole(file, stood)) complete.Add(file);
            else if (stood < settings.Quiet) NextDue = Shorter(NextDue, settings.Quiet - stood);
        }

        return complete;
    }

    /// <summary>Starts the quiet time of a file anew.</summary>
    public void Restart(SeenFile file) => _seen[file.Path] = (file, time.GetTimestamp());

    private static TimeSpan Shorter(TimeSpan? left, TimeSpan right) => left is { } span && span < right ? span : right;

    private void Forget(IReadOnlyList<SeenFile> listing)
    {
        var listed = listing.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _seen.Keys.Where(path => !listed.Contains(path)).ToArray())
        {
            _seen.Remove(gone);
            _unread.Remove(gone);
        }
    }

    private bool IsWhole(SeenFile file, TimeSpan stood)
    {
        try
        {
            var isWhole = ZipEndRecord.IsWhole(file.Path);
            _unread.Remove(file.Path);
            return isWhole || stood >= settings.Incomplete;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unread[file.Path] = new(file.Path, $"文件读不了（{DiskTrouble.Sentence(e)}），没有处理");
            return false;
        }
    }
}
