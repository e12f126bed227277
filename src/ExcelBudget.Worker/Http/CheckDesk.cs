using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>
/// 试检。Checks what was sent with the code of <c>check</c>, as many files at once as the pool has engines; who waits holds no thread.
/// </summary>
internal sealed class CheckDesk(CheckingPool pool, WorkerSettings settings, ILoggerFactory logs)
{
    /// <summary>How many may wait for an engine of their own: the last of them still gets an answer.</summary>
    private const int MostWaiting = 100;

    private int _waiting;

    /// <summary>Checks a workbook that was sent.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="stop">The sender has gone.</param>
    /// <returns>What became of it; null when too many wait.</returns>
    public Task<CheckedFile?> CheckAsync(Upload upload, CancellationToken stop) =>
        InTurnAsync<CheckedFile>(engine => Check(engine, upload), stop);

    /// <summary>Checks a workbook that was sent, with an engine whose turn has come.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="upload">The file.</param>
    public CheckedFile Check(IBudgetEngine engine, Upload upload)
    {
        var checker = new WorkbookChecker(engine, settings, logs.CreateLogger<WorkbookChecker>());
        var file = checker.Check(new WorkbookFile(upload.Path, SafeText.Line(upload.Name)), out var problem)
            ?? throw new IOException(problem);
        List<CheckedFile> files = [file];
        checker.SeeTogether(files);
        return files[0];
    }

    /// <summary>Does something with an engine when its turn has come.</summary>
    /// <param name="work">What.</param>
    /// <param name="stop">Who asked has gone.</param>
    /// <returns>What came of it; null when too many wait.</returns>
    public async Task<T?> InTurnAsync<T>(Func<IBudgetEngine, T?> work, CancellationToken stop)
        where T : class
    {
        try
        {
            return Interlocked.Increment(ref _waiting) > MostWaiting * pool.Size ? null : await pool.RunAsync(work, stop);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
