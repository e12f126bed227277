using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;

namespace ExcelBudget.Worker.County.Schedules;

/// <summary>到期的催报。Reminds the units whose reminder day is today and who are not done; once a day, however often it is asked.</summary>
internal sealed class DueReminders(RegisterSource source, ReminderOffice office, CountyLedger ledger, TimeProvider time,
    ILogger<DueReminders> log)
{
    /// <summary>When to look: half an hour after the morning's issue.</summary>
    public const string Cron = "0 30 7 * * ?";

    public void Run()
    {
        if (source.Current?.Register is not { } county) return;
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        foreach (var step in county.Steps)
        {
            if (!county.Departments.Any(department => county.StepOn(today, department.Code) == step)) continue;
            var reminded = ledger.Reminders(county.Year, step.Name);
            var (count, folder) = office.Remind(county, step, today, unit => IsDue(county, step, unit, today, reminded));
            if (count > 0) log.LogInformation("{Step} 催报 {Count} 个单位：{Folder}", step.Name, count, folder);
        }
    }

    /// <summary>
    /// True when a reminder day has come on which the unit was not reminded: one missed while the program was off is made up.
    /// </summary>
    private static bool IsDue(
        CountyRegister county, CalendarStep step, CountyUnit unit, DateOnly today, IReadOnlyDictionary<string,
            (int Count, DateOnly Last)> reminded) =>
        county.StepOn(today, unit.Department) == step && step.For(unit.Department).LastReminder(today) is { } day
        && !(reminded.TryGetValue(unit.Code, out var last) && last.Last >= day);
}
