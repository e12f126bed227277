using System.Collections.Concurrent;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// What was read from short texts before: the units of a county write the same targets over and over. Keeps so many texts and no more, and
/// begins anew when it is full. Thread-safe.
/// </summary>
/// <param name="read">Reads a text; the result depends on nothing else and is never changed.</param>
/// <param name="longest">Longer texts are not kept.</param>
/// <param name="most">How many are kept.</param>
internal sealed class KnownTexts<T>(Func<string, T> read, int longest = 64, int most = 8_192)
{
    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>What a text says.</summary>
    public T this[string text]
    {
        get
        {
            if (_known.TryGetValue(text, out var known)) return known;
            var said = read(text);
            if (text.Length > longest || !_known.TryAdd(text, said)) return said;
            if (Interlocked.Increment(ref _count) > most)
            {
                _known.Clear();
                Interlocked.Exchange(ref _count, 0);
            }

            return said;
        }
    }
}
