using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>One run of <c>county check</c>: what stands in the county file, and what is wrong with it.</summary>
internal sealed class CountyCheckRun(PackStore packs, Terminal terminal)
{
    /// <summary>Reads and tells.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string path)
    {
        var reading = CountyReader.Read(path, packs.Packs.Select(pack => pack.RuleBook.Pack.Id).ToHashSet(StringComparer.Ordinal));
        foreach (var fault in reading.Faults) terminal.Complain((fault.Severity == Severity.Error ? "错误　" : "提示　") + fault);
        if (reading.Register is not { } register)
        {
            terminal.Complain($"县级名册不能使用：{path}。请按上面的提示改正。");
            return ExitCode.NotDone;
        }

        terminal.Say($"{register.Name} {register.Year} 年度：{register.Departments.Count} 个部门，{register.Units.Count} 个单位");
        foreach (var step in register.Steps)
        {
            var own = step.Exceptions.Count == 0 ? "" : $"；{step.Exceptions.Count} 个部门另有日期";
            terminal.Say($"  {step.Name}：{step.Dates.Opens:yyyy-MM-dd} 开放，{step.Dates.Due:yyyy-MM-dd} 截止{own}");
        }

        return reading.HasErrors ? ExitCode.ErrorsFound : ExitCode.Clean;
    }
}
