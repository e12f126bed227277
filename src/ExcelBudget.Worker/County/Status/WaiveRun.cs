using System.Globalization;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Status;

/// <summary>
/// One run of <c>waive</c>: lists the errors of a unit's last return, or lets one of them pass and hands the workbook in again.
/// </summary>
internal sealed class WaiveRun(WaiverDesk desk, Terminal terminal)
{
    /// <summary>Lists or waives.</summary>
    /// <param name="unit">单位编码。</param>
    /// <param name="number">Which error, as listed from 1; null to list them.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The exit code.</returns>
    public int Run(string unit, int? number, string? person, string? reason)
    {
        if (desk.Last(unit, out var problem) is not { } last) return Refuse(problem!);
        var errors = last.Errors;
        if (number is null) return List(last);
        if (number < 1 || number > errors.Count) return Refuse($"没有第 {number} 处错误，共 {errors.Count} 处。");
        if (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(reason)) return Refuse("特批须用 --by 写明姓名，用 --reason 写明理由。");
        var error = errors[number.Value - 1];
        var (target, isHandedIn) = desk.Waive(last, error, person.Trim(), reason.Trim());
        terminal.Say($"已登记特批：{error.Finding.Message}");
        if (errors.Count > 1) terminal.Say($"还有 {errors.Count - 1} 处错误没有特批，工作簿仍会退回。");
        terminal.Say(isHandedIn ? $"原件已重新放入收件文件夹，程序会按特批重新检查：{target}" : $"收件文件夹里已有同名文件，没有再放：{target}");
        return ExitCode.Clean;
    }

    private int List(WaivableReturn last)
    {
        var at = last.File.ReceivedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        terminal.Say($"{last.File.Name}（{at} 收到）有 {last.Errors.Count} 处错误：");
        foreach (var (error, index) in last.Errors.Select((error, index) => (error.Finding, index)))
            terminal.Say($"  {index + 1}　{error.Message}");
        terminal.Say("特批其中一处：excelbudget waive 单位编码 --finding 序号 --by 姓名 --reason 理由");
        return ExitCode.Clean;
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }
}
