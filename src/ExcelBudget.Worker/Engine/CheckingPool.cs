using System.Collections.Concurrent;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// 检查池。Turns for those who wait for an answer, as many at once as the machine has cores. Each turn asks for an engine: the first at once,
/// the others when all before them are busy; the one used last is used first. An engine whose checking process opens several files side by
/// side may be given to every turn. Thread-safe.
/// </summary>
internal sealed class CheckingPool : IDisposable
{
    private readonly ConcurrentStack<IBudgetEngine> _free = [];
    private readonly ConcurrentBag<IBudgetEngine> _made = [];
    private readonly Func<IBudgetEngine> _make;
    private readonly SemaphoreSlim _turns;
    private readonly bool _isOwner;

    /// <param name="size">How many may work at once, from 1.</param>
    /// <param name="make">Makes an engine.</param>
    /// <param name="isOwner">True when the engines are made for the pool and end with it.</param>
    public CheckingPool(int size, Func<IBudgetEngine> make, bool isOwner)
    {
        (Size, _make, _isOwner, _turns) = (size, make, isOwner, new SemaphoreSlim(size));
        _free.Push(Made());
    }

    /// <summary>How many work at once.</summary>
    public int Size { get; }

    /// <summary>Does something with an engine as soon as one is free; who waits holds no thread.</summary>
    /// <param name="work">What; a workbook it checks belongs to this engine, and must not outlive the call.</param>
    /// <param name="stop">Who asked has gone: what waits is left, what began is done to its end.</param>
    public async Task<T> RunAsync<T>(Func<IBudgetEngine, T> work, CancellationToken stop)
    {
        await _turns.WaitAsync(stop);
        try
        {
            return await Task.Run(() => Run(work), CancellationToken.None);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _turns.Dispose();
        if (!_isOwner) return;
        foreach (var engine in _made.Distinct().OfType<IDisposable>()) engine.Dispose();
    }

    private T Run<T>(Func<IBudgetEngine, T> work)
    {
        var engine = _free.TryPop(out var free) ? free : Made();
        try
        {
            return work(engine);
        }
        finally
        {
            _free.Push(engine);
        }
    }

    private IBudgetEngine Made()
    {
        var engine = _make();
        _made.Add(engine);
        return engine;
    }
}
