using System.Collections.Concurrent;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// What was worked out for a key and may be asked for again. Departments mostly have rows of their own, which never come back: what was
/// asked for once is not held, so that the collector takes it young; from the second time on it is kept. Thread-safe.
/// </summary>
/// <param name="most">How many values are kept.</param>
internal sealed class Recurring<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    // keys asked for once, for each value that is kept
    private const int MostSeen = 8;

    private readonly ConcurrentDictionary<TKey, Entry> _known = [];
    private int _kept;

    /// <summary>The value of a key, made where it is not there.</summary>
    public TValue Of(TKey key, Func<TValue> make)
    {
        var entry = EntryOf(key);
        if (entry.Kept is { } kept) return kept;
        lock (entry)
        {
            if (entry.Kept is { } meanwhile) return meanwhile;
            if (entry.Seen is null)
            {
                var made = make();
                entry.Seen = new WeakReference<TValue>(made);
                return made;
            }

            Interlocked.Increment(ref _kept);
            return entry.Kept = entry.Seen.TryGetTarget(out var seen) ? seen : make();
        }
    }

    private Entry EntryOf(TKey key)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        if (Volatile.Read(ref _kept) >= most || _known.Count >= MostSeen * most)
        {
            // what is in use comes back and is made again
            _known.Clear();
            Volatile.Write(ref _kept, 0);
        }

        return _known.GetOrAdd(key, static _ => new Entry());
    }

    private sealed class Entry
    {
        /// <summary>What was made the first time, as long as anybody has it; null before.</summary>
        public WeakReference<TValue>? Seen;

        /// <summary>What is kept; null until it was asked for twice.</summary>
        public volatile TValue? Kept;
    }
}
