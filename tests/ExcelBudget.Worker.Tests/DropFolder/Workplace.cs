using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.TestHost;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>The real drop folder on a real disk with a real ledger; only the clock and the engine are ours.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly TempFolder _temp;
    private readonly ServiceProvider _services;

    public Workplace(TempFolder temp, IBudgetEngine? engine = null, int maxAttempts = 3, long maxFileBytes = 1 << 20)
    {
        _temp = temp;
        var settings = new WorkerSettings
        {
            Root = temp.Path,
            LedgerFile = Path.Combine(temp.Path, "work", "ledger.db"),
            LogFolder = Path.Combine(temp.Path, "work", "logs"),
            MaxAttempts = maxAttempts,
            Limits = PackageLimits.Default with { FileBytes = maxFileBytes },
        };
        _services = new ServiceCollection().AddLogging(it => it.SetMinimumLevel(LogLevel.Warning))
            .AddVerbs(settings).AddDropFolder(new DropFolderRun())
            .AddSingleton<IBudgetEngine>(engine ?? new FakeEngine()).AddSingleton<TimeProvider>(Time).AddSingleton<WritesOn>()
                .AddSingleton<IFaultPoints>(it => it.GetRequiredService<WritesOn>())
            .BuildServiceProvider();
        Get<FolderProbe>().Problems().ShouldBeEmpty();
        Get<Recovery>().Run();
    }

    public FakeTime Time { get; } = new();

    public ILedger Ledger => Get<ILedger>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Drop(string name, byte[] content) => _temp.Write("inbox/" + name, content);

    /// <summary>Where a dropped file lies.</summary>
    public string InInbox(string name) => _temp.In("inbox/" + name);

    /// <summary>Every submission the ledger knows, in the order of their arrival.</summary>
    public IReadOnlyList<Submission> All()
    {
        using var ledger = LedgerFile.Open(_temp.In("work/ledger.db"));
        return [.. Dapper.SqlMapper.Query<string>(ledger, "SELECT id FROM submission ORDER BY rowid").Select(id => Ledger.Find(id)!)];
    }

    public IntakePass Pass() => Get<Intake>().Run(CancellationToken.None);

    /// <summary>Passes, with time going on between them, until nothing is left to do.</summary>
    public void RunUntilIdle()
    {
        for (var pass = 0; pass < 50; pass++)
        {
            if (Pass().IsIdle) return;
            Time.Pass(TimeSpan.FromSeconds(60));
        }

        throw new InvalidOperationException("not idle: " + string.Join(", ", _temp.Files("")));
    }

    public void Dispose() => _services.Dispose();
}
