using System.CommandLine;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;
using Serilog;

namespace ExcelBudget.Worker.Verbs;

/// <summary>All registration of the program, and the settings each verb starts from.</summary>
internal sealed class Composition(Action<IServiceCollection> addEngine)
{
    /// <summary>Where the settings are, for every verb.</summary>
    public static readonly Option<string?> SettingsOption = new("--settings")
    {
        Description = "设置文件；默认是程序旁边的 appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Builds a host for one verb.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">How the drop folder is run; null for verbs that do not run it.</param>
    /// <param name="overrides">Settings given on the command line.</param>
    /// <returns>The host; null when the settings are wrong, which has then been said on standard error.</returns>
    public IHost? Build(ParseResult parsed, DropFolderRun? run = null, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var configuration = SettingsFile.Load(parsed.GetValue(SettingsOption), overrides ?? new Dictionary<string, string?>(), out var problem);
        if (configuration is null) return Refuse(parsed, [problem!]);
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        if (reader.Problems.Count > 0) return Refuse(parsed, reader.Problems);

        // no defaults: an appsettings.json of whatever folder the user stands in is not ours
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = new ConfigurationManager() });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddSerilog(WorkerLog.Create(settings, configuration, onConsole: run is not null), dispose: true);
        builder.Services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton<WorkbookChecker>();
        addEngine(builder.Services);
        if (run is not null) AddDropFolder(builder.Services.AddSingleton(run));
        return builder.Build();
    }

    private static void AddDropFolder(IServiceCollection services) => services
        .AddSingleton<DropFolders>().AddSingleton<FolderProbe>().AddSingleton<SingleWorkerLock>()
        .AddSingleton<ILedger>(it => new SqliteLedger(it.GetRequiredService<WorkerSettings>().LedgerFile, it.GetRequiredService<TimeProvider>()))
        .AddSingleton(KillingFaultPoints.FromEnvironment())
        .AddSingleton<SubmissionIds>().AddSingleton<Claims>().AddSingleton<Inspection>().AddSingleton<Drafting>().AddSingleton<Publishing>()
        .AddSingleton<QuietFiles>().AddSingleton<OneFile>().AddSingleton<Intake>().AddSingleton<Recovery>().AddSingleton<InboxWatcher>()
        .AddHostedService<DropFolderService>();

    private static IHost? Refuse(ParseResult parsed, IEnumerable<string> problems)
    {
        foreach (var problem in problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        return null;
    }
}
