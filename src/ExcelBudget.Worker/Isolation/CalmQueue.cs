namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// Things in the order in which they came, for one thread or several that take them. Who waits sleeps at once: the collections of the
/// framework look again and again first, which costs a core that has files to check. Thread-safe.
/// </summary>
internal sealed class CalmQueue<T>
{
    private readonly Queue<T> _waiting = [];

    /// <summary>Puts something in.</summary>
    public void Add(T item)
    {
        lock (_waiting)
        {
            _waiting.Enqueue(item);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Takes what came first; waits until there is something.</summary>
    public T Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0) Monitor.Wait(_waiting);
            return _waiting.Dequeue();
        }
    }
}
