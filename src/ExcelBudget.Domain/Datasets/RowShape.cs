using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace ExcelBudget.Domain.Datasets;

/// <summary>The columns of a table, shared by all its rows.</summary>
public sealed class RowShape
{
    private readonly FrozenDictionary<string, int> _places;
    private readonly ConcurrentDictionary<string, RowShape> _wider = new(StringComparer.Ordinal);

    /// <summary>A shape of these columns.</summary>
    /// <param name="fields">Column names, each once.</param>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public RowShape(IEnumerable<string> fields)
    {
        Fields = [.. fields];
        _places = Fields.Select((field, place) => (field, place)).ToFrozenDictionary(entry => entry.field, entry => entry.place,
            StringComparer.Ordinal);
    }

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The place of a column; -1 when there is none.</summary>
    public int IndexOf(string field) => _places.TryGetValue(field, out var place) ? place : -1;

    /// <summary>The shape with one more column at its end; itself when it has the column.</summary>
    internal RowShape With(string field) => IndexOf(field) >= 0 ? this : _wider.GetOrAdd(field, name => new RowShape(Fields.Append(name)));
}
