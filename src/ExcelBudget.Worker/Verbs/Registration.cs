using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Checking;
using ExcelBudget.Worker.County.Intake;
using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Schedules;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.DropFolder.Health;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.DropFolder.Results;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http;
using ExcelBudget.Worker.Http.Serving;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace ExcelBudget.Worker.Verbs;

/// <summary>All registration of the program but the engine's.</summary>
internal static class Registration
{
    /// <summary>What every verb needs.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="time">The clock; null for the system's.</param>
    public static IServiceCollection AddVerbs(
        this IServiceCollection services, WorkerSettings settings, TimeProvider? time = null) => services
        .AddSingleton(settings).AddSingleton(time ?? TimeProvider.System).AddSingleton<WorkbookChecker>().AddSingleton<NoteFiles>()
        .AddSingleton<PackStore>().AddSingleton<RegisterSource>();

    /// <summary>What the county service needs besides.</summary>
    public static IServiceCollection AddCounty(this IServiceCollection services)
    {
        services.TryAddSingleton(KillingFaultPoints.FromEnvironment());
        services.TryAddSingleton<CountyLedger>(CountyLedgerOf);
        return services.AddSingleton<IssueDesk>().AddSingleton<IssueRun>().AddSingleton<IssueOffice>().AddSingleton<ReminderOffice>();
    }

    /// <summary>What looks for issues and reminders that are due.</summary>
    public static IServiceCollection AddDue(this IServiceCollection services) =>
        services.AddSingleton<DueIssues>().AddSingleton<DueReminders>();

    /// <summary>The schedules, which run beside the drop folder until the program is stopped.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services) => services.AddQuartz(quartz => quartz
            .AddJob<IssueJob>(job => job.WithIdentity(IssueJob.Key).StoreDurably())
            .AddJob<ReminderJob>(job => job.WithIdentity(ReminderJob.Key).StoreDurably()))
        .AddQuartzHostedService(options => options.WaitForJobsToComplete = true)
        .AddHostedService<ScheduleKeeper>().AddHostedService<HealthService>()
        .AddSystemd().AddWindowsService(options => options.ServiceName = "ExcelBudget");

    /// <summary>The page and the API behind it, which are served beside the drop folder.</summary>
    public static IServiceCollection AddPage(this IServiceCollection services)
    {
        // without isolation one engine serves all
        services.TryAddSingleton(it => new CheckingPool(Environment.ProcessorCount, it.GetRequiredService<IBudgetEngine>, isOwner: false));
        return services.AddSingleton<AccessLedger>().AddSingleton<CountyBoard>().AddSingleton<ReturnShelf>().AddSingleton<CheckDesk>()
            .AddSingleton<NoteDesk>().AddSingleton<Uploads>().AddSingleton<HandInDesk>().AddSingleton<IssueJobs>()
            .AddSingleton<RunShelf>().AddSingleton<CountyEvents>().AddSingleton<WebMeter>().AddHostedService<WebServer>();
    }

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
            .AddSingleton<CountyLedger>(CountyLedgerOf).AddSingleton<IWaiverBook, WaiverBook>()
            .AddSingleton<IHandInRegister, HandInRegister>().AddSingleton<EarlierLineage>()
            .AddSingleton<HomeFolder>().AddSingleton<StandingJudge>()
                .AddSingleton<Inspection>().AddSingleton<Drafting>().AddSingleton<Superseding>().AddSingleton<Publishing>()
        .AddSingleton<OneFile>().AddSingleton<Intake>().AddSingleton<Recovery>().AddSingleton<InboxWatcher>().AddSingleton<WorkerState>();

    private static CountyLedger CountyLedgerOf(IServiceProvider services) =>
        new(services.GetRequiredService<WorkerSettings>().LedgerFile, services.GetRequiredService<TimeProvider>());
}
