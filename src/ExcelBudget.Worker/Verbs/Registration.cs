using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Health;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.DropFolder.Results;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Verbs;

/// <summary>All registration of the program but the engine's.</summary>
internal static class Registration
{
    /// <summary>What every verb needs.</summary>
    public static IServiceCollection AddVerbs(this IServiceCollection services, WorkerSettings settings) => services
        .AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<WorkbookChecker>().AddSingleton<NoteFiles>()
            .AddSingleton<PackStore>();

    /// <summary>What the drop folder needs besides.</summary>
    public static IServiceCollection AddDropFolder(this IServiceCollection services, DropFolderRun run) => services
        .AddSingleton(run).AddSingleton(KillingFaultPoints.FromEnvironment())
        .AddSingleton<ILedger>(
            it => new SqliteLedger(it.GetRequiredService<WorkerSettings>().LedgerFile, it.GetRequiredService<TimeProvider>()))
        .AddSingleton<ILedgerFile>(it => (ILedgerFile)it.GetRequiredService<ILedger>())
        .AddSingleton<FolderHealth>().AddSingleton<LedgerCare>().AddSingleton<DropFolders>().AddSingleton<FolderProbe>()
            .AddSingleton<SingleWorkerLock>().AddSingleton<SubmissionIds>()
        .AddSingleton<QuietFiles>().AddSingleton<Claims>().AddSingleton<Unpacking>().AddSingleton<NoteInspection>()
            .AddSingleton<EarlierNotes>()
            .AddSingleton<IHandInRegister, NoRegister>().AddSingleton<StandingJudge>().AddSingleton<Inspection>().AddSingleton<Drafting>()
                .AddSingleton<Superseding>().AddSingleton<Publishing>()
        .AddSingleton<OneFile>().AddSingleton<Intake>().AddSingleton<Recovery>().AddSingleton<InboxWatcher>();
}
