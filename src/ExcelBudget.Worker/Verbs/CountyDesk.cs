using System.CommandLine;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;

namespace ExcelBudget.Worker.Verbs;

/// <summary>What every verb of the county service begins with: the host, the county file, the ledger.</summary>
internal sealed class CountyDesk : IDisposable
{
    private readonly IHost _host;

    private CountyDesk(IHost host, Terminal terminal, CountyReading reading, CountyLedger? ledger)
    {
        (_host, Terminal, Reading, Ledger) = (host, terminal, reading, ledger);
        Settings = host.Services.GetRequiredService<WorkerSettings>();
        Time = host.Services.GetRequiredService<TimeProvider>();
    }

    /// <summary>The county file with its faults.</summary>
    public CountyReading Reading { get; }

    public CountyRegister County => Reading.Register!;

    /// <summary>The ledger; null when there is none yet and the verb only looks.</summary>
    public CountyLedger? Ledger { get; }

    public WorkerSettings Settings { get; }

    public TimeProvider Time { get; }

    public Terminal Terminal { get; }

    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>A service of the host.</summary>
    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Runs a verb with all of it; what cannot be opened has been said.</summary>
    /// <param name="composition">Builds the host.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="root">The option of the root.</param>
    /// <param name="writes">True for a verb that writes below the root: the ledger is made when missing.</param>
    /// <param name="act">The verb.</param>
    /// <param name="outputIsTaken">True when standard output carries JSON.</param>
    /// <returns>The exit code.</returns>
    public static int With(
        Composition composition, ParseResult parsed, Option<string?> root, bool writes, Func<CountyDesk, int> act,
            bool outputIsTaken = false)
    {
        using var host = composition.Build(parsed, overrides: RootOption.Overrides(parsed, root), keepsLog: writes);
        if (host is null) return ExitCode.NotDone;
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, outputIsTaken);
        var source = host.Services.GetRequiredService<RegisterSource>();
        if (source.Current is not { } reading)
        {
            terminal.Complain($"没有县级名册：{source.File}。用 county init 生成空白的，填好后放到这里，或在设置 County:File 中写明位置。");
            return ExitCode.NotDone;
        }

        foreach (var fault in reading.Faults) terminal.Complain((fault.Severity == Severity.Error ? "错误　" : "提示　") + fault);
        if (reading.Register is null)
        {
            terminal.Complain("县级名册不能使用，请按上面的提示改正。");
            return ExitCode.NotDone;
        }

        try
        {
            var file = host.Services.GetRequiredService<WorkerSettings>().LedgerFile;
            var ledger = writes || File.Exists(file) ? host.Services.GetRequiredService<CountyLedger>() : null;
            using var desk = new CountyDesk(host, terminal, reading, ledger);
            return act(desk);
        }
        catch (LedgerVersionException newer)
        {
            terminal.Complain(newer.Message);
            return ExitCode.NotDone;
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"没有完成：{DiskTrouble.Sentence(fault)}。");
            return ExitCode.NotDone;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Ledger?.Dispose();
}
