using System.Diagnostics;
using System.Globalization;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Demo.Year;

/// <summary>One run of <c>demo --county</c>: a county's year for a visitor, ending with the status workbook.</summary>
internal sealed class CountyDemo(Func<TimeProvider, IHost> build, Terminal terminal, string root, int departments)
{
    /// <summary>Plays the year and tells.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        terminal.Say($"模拟一个县的一年：{departments} 个部门，四个环节，各环节下发、报送、催报，途中几次停机重启");
        var start = Stopwatch.GetTimestamp();
        using var year = new SimulatedYear(build, FirstPack, departments, terminal.Say);
        for (var step = 0; step < year.Sample.Steps.Count; step++) year.Play(step);
        var statuses = year.Statuses();
        var path = Path.Combine(root, "报送进度.xlsx");
        FileOperations.Replace(path, new StatusBook(year.County, statuses, year.Clock.GetLocalNow()).Write());
        new StatusRun(year.County, statuses, terminal, TextWriter.Null, year.Clock).Run(new StatusQuery(), null, null, listsUnits: false);
        var files = (departments * year.Sample.Steps.Count) + year.Dropped;
        var (seconds, memory) = (Stopwatch.GetElapsedTime(start).TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 >> 20);
        terminal.Say($"下发 {departments * year.Sample.Steps.Count} 本，收到 {year.Dropped} 份，重启 {year.Restarts} 次");
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture, $"用时 {seconds:0} 秒，每秒 {files / year.Worked.TotalSeconds:0.0} 份，内存最多 {memory} MB"));
        terminal.Say($"文件夹：{root}");
        terminal.Say($"进度表：{path}");
        return ExitCode.Clean;
    }

    /// <summary>Writes the county file and the data only.</summary>
    /// <returns>The exit code.</returns>
    public int Prepare()
    {
        using var host = build(TimeProvider.System);
        var sample = new CountySample(FirstPack(host.Services), departments);
        sample.Write(root);
        terminal.Say($"已写出 {departments} 个部门的名册和数据：{root}");
        terminal.Say($"接着可以运行：excelbudget issue {sample.Steps[0].Step} --root {root}");
        return ExitCode.Clean;
    }

    private static LoadedPack FirstPack(IServiceProvider services) => services.GetRequiredService<PackStore>().Packs
        .First(pack => Directory.Exists(Path.Combine(pack.Folder, PackFiles.Samples)));
}
