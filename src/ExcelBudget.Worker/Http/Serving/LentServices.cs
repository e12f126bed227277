using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Serving;

/// <summary>What the server borrows from the worker, one line each: the worker makes them and ends them.</summary>
internal static class LentServices
{
    private static readonly Type[] Lent =
    [
        typeof(ILoggerFactory),
        typeof(TimeProvider),
        typeof(WorkerSettings),
        typeof(WorkerState),
        typeof(PackStore),
        typeof(ILedger),
        typeof(AccessLedger),
        typeof(CountyBoard),
        typeof(ReturnShelf),
        typeof(Uploads),
        typeof(CheckDesk),
        typeof(NoteDesk),
        typeof(HandInDesk),
        typeof(IssueJobs),
        typeof(ReminderOffice),
        typeof(RunShelf),
        typeof(CountyEvents),
        typeof(WebMeter),
    ];

    /// <summary>Lends them.</summary>
    /// <param name="services">The server's services.</param>
    /// <param name="worker">The worker's services.</param>
    public static void Lend(this IServiceCollection services, IServiceProvider worker)
    {
        foreach (var type in Lent) services.AddSingleton(type, worker.GetRequiredService(type));
    }
}
