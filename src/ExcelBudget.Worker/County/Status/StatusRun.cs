using System.Globalization;
using System.Text;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.County.Status;

/// <summary>One run of <c>status</c>.</summary>
internal sealed class StatusRun(CountyRegister county, IReadOnlyList<UnitStatus> all, Terminal terminal, TextWriter output,
    TimeProvider time)
{
    // more than a screen of units is asked for by a filter or read in the workbook
    private const int MostLines = 200;

    /// <summary>试行规则。How often each rule on trial has fired this year.</summary>
    public IReadOnlyList<TrialCount> Trials { get; init; } = [];

    /// <summary>Tells, and writes the files asked for.</summary>
    /// <param name="query">Which units.</param>
    /// <param name="workbook">Path of the workbook; null for none.</param>
    /// <param name="json">Path of the JSON file, or «-» for standard output; null for none.</param>
    /// <param name="listsUnits">True to list units, not only totals.</param>
    /// <returns>The exit code.</returns>
    public int Run(StatusQuery query, string? workbook, string? json, bool listsUnits)
    {
        var asked = all.Where(query.Matches).ToArray();
        var now = time.GetLocalNow();
        try
        {
            if (workbook is not null)
                FileOperations.Replace(Path.GetFullPath(workbook), new StatusBook(county, asked, now) { Trials = Trials }.Write());
            if (json is not null and not "-")
                FileOperations.Replace(Path.GetFullPath(json), StatusJson.Write(county, asked, now, Trials));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"写不出文件：{DiskTrouble.Sentence(fault)}。");
            return ExitCode.NotDone;
        }

        if (json == "-") output.Write(Encoding.UTF8.GetString(StatusJson.Write(county, asked, now, Trials)));
        Tell(asked, listsUnits);
        if (workbook is not null) terminal.Say($"进度表：{Path.GetFullPath(workbook)}");
        return ExitCode.Clean;
    }

    private void Tell(UnitStatus[] asked, bool listsUnits)
    {
        terminal.Say($"{county.Name} {county.Year} 年度");
        foreach (var step in asked.GroupBy(status => status.Step))
        {
            var counts = UnitStates.All.Select(state => (state, count: step.Count(status => status.State == state)))
                .Where(pair => pair.count > 0)
                    .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.state.Title()} {pair.count}"));
            var late = step.Count(status => status.DaysLate > 0);
            terminal.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{step.Key.Name}（{step.Key.Dates.Opens:yyyy-MM-dd} 至 {step.Key.Dates.Due:yyyy-MM-dd}）：{step.Count()} 个单位，")
                + string.Join("，", counts) + (late > 0 ? $"；逾期 {late}" : ""));
        }

        foreach (var trial in Trials)
            terminal.Say($"试行规则 {trial.Rule}：检查 {trial.Ran} 份报送，{trial.Fired} 份有发现，共 {trial.Places} 处");
        if (!listsUnits) return;
        foreach (var status in asked.Take(MostLines))
            terminal.Say($"  {status.Step.Name}　{status.Unit.Code} {status.Unit.Name}：{status.Words}");
        if (asked.Length > MostLines) terminal.Say($"  ……共 {asked.Length} 行，请用 --xlsx 写成进度表查看，或用 --department、--state 筛选。");
    }
}
