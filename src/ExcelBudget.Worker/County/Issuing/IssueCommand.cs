using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>What <c>issue</c> is asked for.</summary>
/// <param name="Step">环节; null for the one that is open today.</param>
/// <param name="Units">单位编码; empty for all.</param>
/// <param name="Departments">部门编码; empty for all.</param>
/// <param name="Again">True to issue again.</param>
internal sealed record IssueRequest(string? Step, IReadOnlyList<string> Units, IReadOnlyList<string> Departments, bool Again);

/// <summary>One run of <c>issue</c>.</summary>
internal sealed class IssueCommand(IssueOffice office, Terminal terminal)
{
    /// <summary>Issues and tells.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CountyReading reading, DateOnly today, IssueRequest asked, CancellationToken stop)
    {
        var county = reading.Register!;
        if (Step(county, today, asked.Step, out var problem) is not { } step) return Refuse(problem);
        var unknown = asked.Units.Where(code => county.Unit(code) is null)
            .Concat(asked.Departments.Where(code => county.Department(code) is null));
        foreach (var code in unknown) terminal.Complain($"县级名册里没有 {code}。");
        var units = county.Units.Where(unit =>
            (asked.Units.Count == 0 || asked.Units.Contains(unit.Code))
            && (asked.Departments.Count == 0 || asked.Departments.Contains(unit.Department))).ToArray();
        if (units.Length == 0) return Refuse("没有要下发的单位。");
        var order = new IssueOrder(county, step, units)
        {
            Again = asked.Again,
            Faults = [.. reading.Faults.Select(fault => fault.Message)],
        };
        var done = terminal.Counting($"下发 {step.Name}", units.Length, tick => office.Run(order, line => tick(Told(line)), stop));
        terminal.Say(done.Report.Summary);
        if (done.Path is not null) terminal.Say($"下发报告：{done.Path}.xlsx");
        if (stop.IsCancellationRequested) terminal.Complain("已中止；重新运行会接着下发，已下发的不会重复。");
        if (done.Lines.All(line => line.Outcome is IssueOutcome.Failed or IssueOutcome.NotReached)) return ExitCode.NotDone;
        return done.Lines.Any(line => line.Outcome is IssueOutcome.Failed or IssueOutcome.NotReached) || reading.HasErrors
            ? ExitCode.ErrorsFound : ExitCode.Clean;
    }

    private static CalendarStep? Step(CountyRegister county, DateOnly today, string? name, out string problem)
    {
        var names = string.Join("、", county.Steps.Select(step => step.Name));
        problem = name is null ? $"今天还没有到任何一个环节。请写明环节：{names}。" : $"县级名册里没有环节“{name}”。现有：{names}。";
        return name is null ? county.Steps.LastOrDefault(step => step.Dates.Opens <= today) : county.Step(name);
    }

    private static string Told(IssuedLine line)
    {
        var where = line.Path.Length > 0 ? " → " + line.Path : "";
        return $"{line.Unit} {line.UnitName}：{line.Word}{where}{(line.Remark.Length > 0 ? $"（{line.Remark}）" : "")}";
    }

    private int Refuse(string problem)
    {
        terminal.Complain(problem);
        return ExitCode.NotDone;
    }
}
