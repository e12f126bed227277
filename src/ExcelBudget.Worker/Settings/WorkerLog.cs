using System.Globalization;
using System.Text;
using Serilog;
using Serilog.Events;

namespace ExcelBudget.Worker.Settings;

/// <summary>Where log lines go: short Chinese lines to the console, everything with stack traces to one file a day.</summary>
internal static class WorkerLog
{
    // a day that goes wrong must not fill the disk with one file that nobody can open
    private const long LargestFile = 50L << 20;

    private const string Short = "{Timestamp:HH:mm:ss} {Message:lj}{NewLine}";

    private const string Full = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Builds the logger.</summary>
    /// <param name="settings">Folder and how many files are kept.</param>
    /// <param name="configuration">Levels, in section Serilog.</param>
    /// <param name="file">Path of the log, one file a day beside it; null for no file.</param>
    /// <param name="onConsole">False for verbs that speak to the terminal themselves.</param>
    public static Serilog.ILogger Create(WorkerSettings settings, IConfiguration configuration, string? file, bool onConsole)
    {
        // what nobody reads costs a short verb a tenth of its start
        if (file is null && !onConsole && !configuration.GetSection("Serilog:WriteTo").Exists()) return Serilog.Core.Logger.None;
        var log = new LoggerConfiguration().MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .ReadFrom.Configuration(configuration).Enrich.FromLogContext();
        if (file is not null)
        {
            log.WriteTo.File(
                file,
                outputTemplate: Full,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: file == settings.LogFile ? RollingInterval.Day : RollingInterval.Infinite,
                retainedFileCountLimit: settings.LogDays,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true,
                encoding: Encoding.UTF8,
                shared: true);
        }

        // standard error: standard output belongs to results
        if (onConsole)
        {
            log.WriteTo.Console(
                outputTemplate: Short, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
        }

        return log.CreateLogger();
    }
}
