using System.Collections;

namespace ExcelBudget.Worker.Files;

/// <summary>A list whose items are made each time they are looked at, so that none is kept.</summary>
/// <param name="count">How many there are.</param>
/// <param name="make">Makes the item of a place.</param>
internal sealed class MadeAnew<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    /// <inheritdoc />
    public int Count => count;

    /// <inheritdoc />
    public T this[int index] => make(index);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        for (var at = 0; at < count; at++) yield return make(at);
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
