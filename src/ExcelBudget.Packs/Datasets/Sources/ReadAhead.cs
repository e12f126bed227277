using System.Collections.Concurrent;

namespace ExcelBudget.Packs.Datasets.Sources;

/// <summary>
/// Rows of a long file, cut into cells on another core while those before them are looked at: a county's dataset is what all departments
/// wait for. Their order stays.
/// </summary>
internal static class ReadAhead
{
    // a department's own dataset is read before another thread has begun
    private const int FewRows = 2_000;

    private const int RowsAtOnce = 256;
    private const int MostWaiting = 4;

    /// <summary>The rows; they can be gone through once.</summary>
    /// <param name="rows">As they are read.</param>
    public static IEnumerable<RawRow> Of(IEnumerable<RawRow> rows)
    {
        using var source = rows.GetEnumerator();
        for (var row = 0; row < FewRows || Environment.ProcessorCount == 1; row++)
        {
            if (!source.MoveNext()) yield break;
            yield return source.Current;
        }

        using var stop = new CancellationTokenSource();
        using var ready = new BlockingCollection<RawRow[]>(MostWaiting);
        var reading = Task.Run(() => Read(source, ready, stop.Token));
        try
        {
            foreach (var batch in ready.GetConsumingEnumerable())
            {
                foreach (var row in batch) yield return row;
            }

            // what went wrong is told here, as it would be without another thread
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            stop.Cancel();
            // the file is closed behind its reader
            reading.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
        }
    }

    private static void Read(IEnumerator<RawRow> source, BlockingCollection<RawRow[]> ready, CancellationToken stop)
    {
        try
        {
            var batch = new List<RawRow>(RowsAtOnce);
            while (!stop.IsCancellationRequested && source.MoveNext())
            {
                batch.Add(source.Current);
                if (batch.Count < RowsAtOnce) continue;
                ready.Add([.. batch], stop);
                batch.Clear();
            }

            ready.Add([.. batch], stop);
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
