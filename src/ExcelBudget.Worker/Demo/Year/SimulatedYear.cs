using System.Diagnostics;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Schedules;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Demo.Year;

/// <summary>
/// 模拟一年。The budget year of a made-up county on a simulated clock: scheduled issues, returns by script, reminders, and restarts in the
/// middle of issues and of returns. Everything is done by the parts that do it in earnest.
/// </summary>
internal sealed class SimulatedYear : IDisposable
{
    private static readonly int[] ReminderDays = [7, 3, 1];

    private readonly Func<TimeProvider, IHost> _build;
    private readonly Action<string> _tell;
    private readonly CountySample _sample;
    private readonly SimulatedClock _clock;
    private readonly int _units;
    private IHost _host;
    private Slip? _slip;

    /// <param name="build">Builds the worker, with a clock, on an empty root.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="units">How many departments, with a unit each.</param>
    /// <param name="tell">Told of each thing that happens, a line in Chinese.</param>
    public SimulatedYear(Func<TimeProvider, IHost> build, Func<IServiceProvider, LoadedPack> pack, int units, Action<string> tell)
    {
        (_build, _tell, _units) = (build, tell, units);
        using (var first = build(TimeProvider.System))
        {
            _sample = new CountySample(pack(first.Services), units);
            _sample.Write(first.Services.GetRequiredService<WorkerSettings>().Root);
        }

        var opens = _sample.Steps[0].Opens.ToDateTime(TimeOnly.MinValue);
        _clock = new SimulatedClock(new DateTimeOffset(opens, TimeZoneInfo.Local.GetUtcOffset(opens)).AddDays(-1));
        _host = Started();
    }

    /// <summary>The county that is played.</summary>
    public CountySample Sample => _sample;

    /// <summary>The clock, for who looks on.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>How many files were dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Time spent in the worker's own parts.</summary>
    public TimeSpan Worked { get; private set; }

    /// <summary>How often the worker was stopped in the middle and started again.</summary>
    public int Restarts { get; private set; }

    /// <summary>Folder of the worker.</summary>
    public string Root => Get<WorkerSettings>().Root;

    /// <summary>The county file as read.</summary>
    public CountyRegister County => Get<RegisterSource>().Current!.Register!;

    /// <summary>Where everybody stands now.</summary>
    public IReadOnlyList<UnitStatus> Statuses() => StatusReader.Read(County, Get<CountyLedger>(), Today, _clock.LocalTimeZone);

    /// <summary>A part of the worker.</summary>
    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Plays one step of the year.</summary>
    /// <param name="number">Which step, from 0.</param>
    public void Play(int number)
    {
        var (name, opens, due) = _sample.Steps[number];
        var script = new ReturnScript(_units, number, opens, due);
        _clock.GoTo(opens, 8);
        Work(Issue);
        _tell($"{opens:yyyy-MM-dd} {name}：定时下发 {Get<CountyLedger>().Issued(_sample.Year).Count(row => row.Step == name)} 个单位");
        var days = script.Returns.Select(file => file.Day).Concat(ReminderDays.Select(before => due.AddDays(-before)))
            .Append(due.AddDays(ReturnScript.LateDays + 1)).Distinct().Order();
        foreach (var day in days)
        {
            _clock.GoTo(day, 9);
            Work(() => Get<DueReminders>().Run());
            var files = script.Returns.Where(file => file.Day == day).ToArray();
            _clock.GoTo(day, 10);
            foreach (var file in files) Drop(file, name);
            if (files.Length > 0) Work(Receive);
            if (files.Length > 0) _tell($"{day:yyyy-MM-dd} {name}：收到 {files.Length} 份");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _host.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);

    private IHost Started()
    {
        var host = _build(_clock);
        var problems = host.Services.GetRequiredService<FolderProbe>().Problems();
        if (problems.Count > 0 || host.Services.GetRequiredService<SingleWorkerLock>().Take() is not null)
            throw new InvalidOperationException("The worker cannot start: " + string.Join('；', problems));
        host.Services.GetRequiredService<Recovery>().Run();
        return host;
    }

    private void Restart()
    {
        _host.Dispose();
        _host = Started();
        Restarts++;
    }

    /// <summary>The scheduled issue: stopped in the middle, started again, and then asked once more for nothing.</summary>
    private void Issue()
    {
        using var half = new CancellationTokenSource();
        var done = 0;
        Get<DueIssues>().Run(half.Token, _ =>
        {
            if (Interlocked.Increment(ref done) == (_units / 2) + 1) half.Cancel();
        });
        Restart();
        Get<DueIssues>().Run(CancellationToken.None);
        Get<DueIssues>().Run(CancellationToken.None);
    }

    private void Drop(ScriptedReturn file, string step)
    {
        var unit = CountySample.Codes(file.Number).Unit;
        var issued = Get<CountyLedger>().Issued(_sample.Year).Last(row => row.UnitCode == unit && row.Step == step);
        var content = File.ReadAllBytes(Path.Combine(Root, issued.Path));
        if (file.IsWrong) content = (_slip ??= Slip.In(Get<PackStore>().Find(issued.Pack)!, content)).Spoil(content);
        var home = file.IsAstray ? (file.Number + 1) % _units : file.Number;
        var folder = County.Department(CountySample.Codes(home).Department)!.Folder;
        FileOperations.Replace(Path.Combine(Root, "inbox", folder, Path.GetFileName(issued.Path)), content);
        Dropped++;
    }

    /// <summary>Takes everything that was dropped; stopped once in the middle and started again.</summary>
    private void Receive()
    {
        var (quiet, passes) = (Get<WorkerSettings>().Quiet + TimeSpan.FromSeconds(1), 0);
        while (true)
        {
            // at a moment nobody chose: the result must not depend on it
            using var stop = passes++ == 1 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(150)) : new CancellationTokenSource();
            try
            {
                if (Get<Intake>().Run(stop.Token).IsIdle) return;
            }
            catch (OperationCanceledException)
            {
                Restart();
            }

            _clock.Advance(quiet);
            if (passes > _units + 100) throw new InvalidOperationException("The inbox does not become empty.");
        }
    }

    private void Work(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        Worked += Stopwatch.GetElapsedTime(start);
    }
}
