using System.Globalization;
using System.Text;
using Serilog;
using Serilog.Events;

namespace ExcelBudget.Worker.Settings;

/// <summary>Where log lines go: short Chinese lines to the console, everything with stack traces to one file a day.</summary>
internal static class WorkerLog
{
    private const string Short = "{Timestamp:HH:mm:ss} {Message:lj}{NewLine}";

    private const string Full = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Builds the logger.</summary>
    /// <param name="settings">Folder and how many files are kept.</param>
    /// <param name="configuration">Levels, in section Serilog.</param>
    /// <param name="onConsole">False for verbs that speak to the terminal themselves.</param>
    public static Serilog.ILogger Create(WorkerSettings settings, IConfiguration configuration, bool onConsole)
    {
        var log = new LoggerConfiguration().ReadFrom.Configuration(configuration).Enrich.FromLogContext().WriteTo.File(
            Path.Combine(settings.LogFolder, "excelbudget-.log"),
            outputTemplate: Full,
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: settings.LogDays,
            encoding: Encoding.UTF8,
            shared: true);
        // standard error: standard output belongs to results
        if (onConsole)
        {
            log.WriteTo.Console(
                outputTemplate: Short, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose);
        }

        return log.CreateLogger();
    }
}
