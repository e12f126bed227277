namespace ExcelBudget.Worker.DropFolder;

/// <summary>
/// Waits longer after each failure: the first pause, then twice as long each time, five minutes at most. In memory only.
/// </summary>
internal sealed class Backoff(TimeProvider time, TimeSpan firstPause)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, (long Since, TimeSpan Pause)> _waiting = new(StringComparer.Ordinal);

    /// <summary>Notes a failure.</summary>
    /// <returns>True the first time, when it is worth a warning.</returns>
    public bool Postpone(string key)
    {
        var first = !_waiting.TryGetValue(key, out var before);
        var pause = first ? firstPause : before.Pause * 2;
        _waiting[key] = (time.GetTimestamp(), pause < Longest ? pause : Longest);
        return first;
    }

    /// <summary>True while the pause lasts.</summary>
    public bool IsWaiting(string key) => Left(key) > TimeSpan.Zero;

    /// <summary>What is left of the pause; zero or less when it is over or there is none.</summary>
    public TimeSpan Left(string key) =>
        _waiting.TryGetValue(key, out var it) ? it.Pause - time.GetElapsedTime(it.Since) : TimeSpan.Zero;

    /// <summary>Forgets the failures of a key.</summary>
    public void Forget(string key) => _waiting.Remove(key);
}
