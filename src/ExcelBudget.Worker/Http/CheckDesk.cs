using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>
/// 试检。Checks what was sent with the code of <c>check</c>, as many files at once as there are cores, in a process of its
/// own; who waits holds no thread.
/// </summary>
internal sealed class CheckDesk(IServiceProvider services, WorkerSettings settings, ILoggerFactory logs) : IDisposable
{
    /// <summary>How many may wait for their turn: at half a second each, the last of them still gets an answer.</summary>
    private const int MostWaiting = 100;

    private readonly SemaphoreSlim _turn = new(Workers.Count);
    private int _waiting;

    /// <summary>The engine of the page.</summary>
    public IBudgetEngine Engine { get; } =
        services.GetKeyedService<IBudgetEngine>(IsolationRegistration.Page) ?? services.GetRequiredService<IBudgetEngine>();

    /// <summary>Checks a workbook that was sent.</summary>
    /// <param name="upload">The file.</param>
    /// <param name="stop">The sender has gone.</param>
    /// <returns>What became of it; null when too many wait.</returns>
    public Task<CheckedFile?> CheckAsync(Upload upload, CancellationToken stop) => InTurnAsync(() =>
    {
        var checker = new WorkbookChecker(Engine, settings, logs.CreateLogger<WorkbookChecker>());
        var file = checker.Check(new WorkbookFile(upload.Path, SafeText.Line(upload.Name)), out var problem)
            ?? throw new IOException(problem);
        List<CheckedFile> files = [file];
        checker.SeeTogether(files);
        return files[0];
    }, stop);

    /// <summary>Does something with the engine when its turn has come.</summary>
    /// <param name="work">What.</param>
    /// <param name="stop">Who asked has gone.</param>
    /// <returns>What came of it; null when too many wait.</returns>
    public async Task<T?> InTurnAsync<T>(Func<T?> work, CancellationToken stop)
        where T : class
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _turn.WaitAsync(stop);
            try
            {
                return await Task.Run(work, CancellationToken.None);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
