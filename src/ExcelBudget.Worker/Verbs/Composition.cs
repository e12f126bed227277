using System.CommandLine;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Isolation;
using ExcelBudget.Worker.Settings;
using Serilog;

namespace ExcelBudget.Worker.Verbs;

/// <summary>Builds what a verb needs from the settings.</summary>
internal sealed class Composition(Action<IServiceCollection> addEngine, bool isProgram = false)
{
    /// <summary>Where the settings are, for every verb.</summary>
    public static readonly Option<string?> SettingsOption = new("--settings")
    {
        Description = "设置文件；默认是程序旁边的 appsettings.json",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Where the details of an internal error go, for every verb.</summary>
    public static readonly Option<string?> LogOption = new("--log")
    {
        Description = "把日志（含内部错误的详情）写到此文件；默认只有 run 等在根目录里工作的命令写日志",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Builds a host for one verb.</summary>
    /// <param name="opensFiles">True for a verb that opens files of strangers.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">How the drop folder is run; null for verbs that do not run it.</param>
    /// <param name="overrides">Settings given on the command line.</param>
    /// <param name="keepsLog">True for a verb that writes below the root, and so may write its log there.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <returns>The host; null when the settings are wrong, which has then been said on standard error.</returns>
    public IHost? Build(ParseResult parsed, DropFolderRun? run = null, IReadOnlyDictionary<string, string?>? overrides = null,
        bool keepsLog = false, TimeProvider? time = null, bool opensFiles = false)
    {
        var configuration =
            SettingsFile.Load(parsed.GetValue(SettingsOption), overrides ?? new Dictionary<string, string?>(), out var problem);
        if (configuration is null) return Refuse(parsed, [problem!]);
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        if (reader.Problems.Count > 0) return Refuse(parsed, reader.Problems);
        var opensStrangers = opensFiles && isProgram;
        // a service outlives what its packs were at its start
        if (opensStrangers && run is null) settings = settings with { PacksAreSound = PackTroubles.AreNone(settings.PacksFolder) };

        // also the program's edge logs to it, which closes it in the end
        // a verb that only looks or converts leaves no log behind unless it is told where
        var log = parsed.GetValue(LogOption) is { } file ? Path.GetFullPath(file)
            : run is not null || keepsLog || !string.IsNullOrEmpty(configuration["Logs:Folder"]) ? settings.LogFile : null;
        Log.Logger = WorkerLog.Create(settings, configuration, log, onConsole: run is { IsQuiet: false });
        var host = run is null ? ShortHost.Of(AddVerb) : Service(configuration, run, settings, AddVerb);
        // its process starts while the packs are read here
        if (opensStrangers) host.Services.GetRequiredService<IBudgetEngine>();
        var troubles = opensStrangers && !settings.PacksAreSound
            ? PackTroubles.Find(host.Services.GetRequiredService<PackStore>(), withNotes: run is not null) : [];
        if (troubles.Count == 0) return host;
        host.Dispose();
        return Refuse(parsed, troubles);

        void AddVerb(IServiceCollection services)
        {
            addEngine(services);
            services.AddVerbs(settings, time).AddCounty();
            if (opensStrangers && settings.IsolatesFiles) services.IsolateFiles();
        }
    }

    private static IHost Service(
        IConfiguration configuration, DropFolderRun run, WorkerSettings settings, Action<IServiceCollection> addVerb)
    {
        // no defaults: an appsettings.json of whatever folder the user stands in is not ours
        var builder =
            new HostApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = new ConfigurationManager() });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddSerilog(Log.Logger);
        addVerb(builder.Services);
        builder.Services.AddDue();
        builder.Services.AddDropFolder(run).AddHostedService<DropFolderService>();
        if (!run.Once) builder.Services.AddSchedules();
        if (!run.Once && settings.Page.Port > 0) builder.Services.AddPage();
        return builder.Build();
    }

    private static IHost? Refuse(ParseResult parsed, IEnumerable<string> problems)
    {
        foreach (var problem in problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        return null;
    }
}
