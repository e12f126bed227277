using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Operations;

/// <summary>One run of <c>health</c>.</summary>
internal sealed class HealthRun(Terminal terminal, TimeProvider time)
{
    /// <summary>Tells how the worker of a root is.</summary>
    /// <returns>0 all is well, 1 something is wrong, 2 it does not run.</returns>
    public int Run(string root)
    {
        var report = HealthReport.Read(root);
        if (report is null)
        {
            terminal.Complain($"接收程序没有在运行（{root}）。");
            return ExitCode.NotDone;
        }

        var age = time.GetUtcNow() - report.At;
        if (age > 6 * HealthService.Interval)
        {
            terminal.Complain($"接收程序已停止或没有响应：最后一次报告在 {report.At.ToLocalTime():yyyy-MM-dd HH:mm:ss}（{root}）。");
            return ExitCode.NotDone;
        }

        terminal.Say($"接收程序正在运行：版本 {report.Version}，进程 {report.Process}，内存 {report.MemoryMegabytes} MB");
        terminal.Say($"inbox 待取 {report.Waiting} 个，正在处理 {report.Open} 个，磁盘剩余 {report.FreeMegabytes} MB");
        foreach (var problem in report.Problems) terminal.Complain("问题　" + problem);
        return report.Problems.Count == 0 ? ExitCode.Clean : ExitCode.ErrorsFound;
    }
}
