namespace ExcelBudget.Worker.Files;

/// <summary>
/// Work on many files at once whose results come in the order of the files. Nobody runs far ahead of who takes the results, so that
/// memory does not grow with the number of files.
/// </summary>
internal static class OrderedWork
{
    // results that may wait for a slow one before them, for each worker
    private const int Ahead = 4;

    /// <summary>The results in order, each as soon as it and all before it are there.</summary>
    /// <param name="items">What is worked on.</param>
    /// <param name="work">The work on one; called from several threads at once. What it throws is thrown at its place.</param>
    /// <param name="workers">How many at once, at least 1.</param>
    public static IEnumerable<TResult> Through<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, int workers) =>
        workers < 2 || items.Count < 2 ? items.Select(work) : Several(items, work, Math.Min(workers, items.Count));

    private static IEnumerable<TResult> Several<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, int workers)
    {
        var results = new TaskCompletionSource<TResult>?[items.Count];
        for (var at = 0; at < results.Length; at++) results[at] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using var room = new SemaphoreSlim(workers * Ahead);
        using var stopped = new CancellationTokenSource();
        var next = -1;
        Task[] tasks = [.. Enumerable.Range(0, workers).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            for (var at = 0; at < items.Count; at++)
            {
                var result = results[at]!.Task.GetAwaiter().GetResult();
                results[at] = null;
                room.Release();
                yield return result;
            }
        }
        finally
        {
            stopped.Cancel();
            Task.WaitAll(tasks);
        }

        void Work()
        {
            try
            {
                for (; ; )
                {
                    room.Wait(stopped.Token);
                    var at = Interlocked.Increment(ref next);
                    if (at >= items.Count) return;
                    var result = results[at]!;
                    try
                    {
                        result.SetResult(work(items[at]));
                    }
                    catch (Exception fault)
                    {
                        result.SetException(fault);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // who takes the results has stopped
            }
        }
    }
}
