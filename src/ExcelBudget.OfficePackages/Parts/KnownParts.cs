using System.Collections.Concurrent;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>
/// What was read from parts that came before, known by the hash of their packed bytes and under the same limits: kinds, links and styles
/// are the same in all workbooks of a pack. The last few are kept. What is kept is shared and must not be changed. Thread-safe.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
internal sealed class KnownParts<T>
    where T : class
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<(PartKey Part, string Context), T> _known = [];

    /// <summary>What was read of such a part; null when none came before.</summary>
    /// <param name="part">The part.</param>
    /// <param name="context">What else the reading depends on.</param>
    public T? Find(in PartKey part, string context) => _known.GetValueOrDefault((part, context));

    /// <summary>Keeps what was read.</summary>
    public void Add(in PartKey part, string context, T value)
    {
        if (_known.Count >= Most) _known.Clear();
        _known[(part, context)] = value;
    }
}
