using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using Quartz;

namespace ExcelBudget.Worker.County.Schedules;

/// <summary>
/// 到期的下发。What should have been issued by now and was not: the schedule only says when to look. So a firing that was missed while the
/// program was off is made up once, and one that fires twice does nothing the second time.
/// </summary>
internal sealed class DueIssues(RegisterSource source, IssueOffice office, CountyLedger ledger, TimeProvider time, ILogger<DueIssues> log)
{
    /// <summary>The hour of the opening day at which a step without a cron expression is issued.</summary>
    public const int MorningHour = 7;

    /// <summary>Issues what is due.</summary>
    /// <param name="stop">Ends it after the units being worked on.</param>
    /// <param name="progress">Told of each unit as it is done, from several threads; null when nobody asks.</param>
    public void Run(CancellationToken stop, Action<IssuedLine>? progress = null)
    {
        if (source.Current is not { } reading) return;
        foreach (var fault in reading.Faults) log.LogWarning("县级名册：{Fault}", fault.Message);
        if (reading.Register is not { } county) return;
        foreach (var order in Find(county, time.GetLocalNow()))
        {
            if (stop.IsCancellationRequested) return;
            var (report, lines, path) = office.Run(
                order with { Faults = [.. reading.Faults.Select(fault => fault.Message)] }, progress ?? (_ => { }), stop);
            foreach (var line in lines.Where(line => line.Outcome == IssueOutcome.Failed))
                log.LogWarning("未下发 {Unit} {UnitName}：{Remark}", line.Unit, line.UnitName, line.Remark);
            log.LogInformation("{Summary}（{Path}）", report.Summary, path);
        }
    }

    /// <summary>What is due and not yet issued, a step at a time.</summary>
    /// <param name="county">The county.</param>
    /// <param name="now">Local time.</param>
    public IReadOnlyList<IssueOrder> Find(CountyRegister county, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var issued = ledger.Issued(county.Year).Select(row => (row.UnitCode, row.Step)).ToHashSet();
        return
        [
            .. county.Steps.Where(step => step.IsIssued)
                .Select(step => new IssueOrder(county, step,
                [
                    .. county.Units.Where(unit => county.StepOn(today, unit.Department) == step
                        && !issued.Contains((unit.Code, step.Name)) && HasFired(step, step.For(unit.Department).Opens, now)),
                ]))
                .Where(order => order.Units.Count > 0),
        ];
    }

    /// <summary>True when the schedule has fired since the opening day.</summary>
    private static bool HasFired(CalendarStep step, DateOnly opens, DateTimeOffset now)
    {
        if (step.Cron is null) return now.DateTime >= opens.ToDateTime(new TimeOnly(MorningHour, 0));
        var start = new DateTimeOffset(opens.ToDateTime(TimeOnly.MinValue), now.Offset).AddSeconds(-1);
        return new CronExpression(step.Cron, TimeZoneInfo.Local).GetNextValidTimeAfter(start) <= now;
    }
}
