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

    /// <summary>The engine alone, without logs and without a host: what the process that opens files needs.</summary>
    /// <returns>The services; null when the settings are wrong.</returns>
    public ServiceProvider? BuildEngine(ParseResult parsed)
    {
        var configuration = SettingsFile.Load(parsed.GetValue(SettingsOption), new Dictionary<string, string?>(), out _);
        if (configuration is null) return null;
        var services = new ServiceCollection().AddLogging();
        addEngine(services);
        return services.AddVerbs(new SettingsReader(configuration).Read()).BuildServiceProvider();
    }

    /// <summary>Builds a host for one verb.</summary>
    /// <param name="opensFiles">True for a verb that opens files of strangers.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">How the drop folder is run; null for verbs that do not run it.</param>
    /// <param name="overrides">Settings given on the command line.</param>
    /// <returns>The host; null when the settings are wrong, which has then been said on standard error.</returns>
    public IHost? Build(ParseResult parsed, DropFolderRun? run = null, IReadOnlyDictionary<string, string?>? overrides = null,
        bool opensFiles = false)
    {
        var configuration =
            SettingsFile.Load(parsed.GetValue(SettingsOption), overrides ?? new Dictionary<string, string?>(), out var problem);
        if (configuration is null) return Refuse(parsed, [problem!]);
        var reader = new SettingsReader(configuration);
        var settings = reader.Read();
        if (reader.Problems.Count > 0) return Refuse(parsed, reader.Problems);

        // no defaults: an appsettings.json of whatever folder the user stands in is not ours
        var builder =
            new HostApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true, Configuration = new ConfigurationManager() });
        builder.Configuration.AddConfiguration(configuration);
        // also the program's edge logs to it, which closes it in the end
        Log.Logger = WorkerLog.Create(settings, configuration, onConsole: run is not null);
        builder.Logging.AddSerilog(Log.Logger);
        addEngine(builder.Services);
        builder.Services.AddVerbs(settings);
        if (opensFiles && isProgram && settings.IsolatesFiles) builder.Services.IsolateFiles(parsed.GetValue(SettingsOption));
        if (run is not null) builder.Services.AddDropFolder(run).AddHostedService<DropFolderService>();
        var host = builder.Build();
        // its process starts while the packs are read here
        if (opensFiles && isProgram) host.Services.GetRequiredService<IBudgetEngine>();
        var troubles = opensFiles && isProgram
            ? PackTroubles.Find(host.Services.GetRequiredService<PackStore>(), settings.PacksFolder, withNotes: run is not null) : [];
        if (troubles.Count == 0) return host;
        host.Dispose();
        return Refuse(parsed, troubles);
    }

    private static IHost? Refuse(ParseResult parsed, IEnumerable<string> problems)
    {
        foreach (var problem in problems) parsed.InvocationConfiguration.Error.WriteLine(problem);
        return null;
    }
}
