using System.Globalization;
using ExcelBudget.Worker.County.Reading;
using Quartz;

namespace ExcelBudget.Worker.County.Schedules;

/// <summary>
/// Keeps Quartz's triggers in step with the county file, and looks for what was missed at start and after each change of the file.
/// </summary>
internal sealed class ScheduleKeeper(ISchedulerFactory factory, RegisterSource source, TimeProvider time, ILogger<ScheduleKeeper> log)
    : BackgroundService
{
    private const string Group = "calendar";
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await factory.GetScheduler(stoppingToken);
        CountyReading? known = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var reading = source.Current;
            if (!ReferenceEquals(reading, known))
            {
                known = reading;
                await Schedule(scheduler, reading, stoppingToken);
            }

            await Task.Delay(Look, time, stoppingToken);
        }
    }

    private async Task Schedule(IScheduler scheduler, CountyReading? reading, CancellationToken stop)
    {
        await scheduler.UnscheduleJobs(GroupMatcher<TriggerKey>.GroupEquals(Group), stop);
        if (reading?.Register is not { } county)
        {
            log.LogWarning("没有可用的县级名册（{File}），不定时下发", source.File);
            return;
        }

        var times = county.Steps.Select(step => step.Cron).OfType<string>()
            .Append(string.Create(CultureInfo.InvariantCulture, $"0 0 {DueIssues.MorningHour} * * ?")).Distinct(StringComparer.Ordinal);
        foreach (var (cron, number) in times.Select((cron, number) => (cron, number)))
        {
            await scheduler.ScheduleJob(Trigger(IssueJob.Key, cron, number), cancellationToken: stop);
        }

        await scheduler.ScheduleJob(Trigger(ReminderJob.Key, DueReminders.Cron, 0), cancellationToken: stop);
        log.LogInformation("定时下发：{County} {Year} 年度，{Units} 个单位", county.Name, county.Year, county.Units.Count);
        await scheduler.TriggerJob(IssueJob.Key, cancellationToken: stop);
        await scheduler.TriggerJob(ReminderJob.Key, cancellationToken: stop);
    }

    // a firing that was missed is made up once; how often does not matter, as the job looks for what is due
    private static ITrigger Trigger(JobKey job, string cron, int number) => TriggerBuilder.Create()
        .ForJob(job).WithIdentity(string.Create(CultureInfo.InvariantCulture, $"{job.Name}-{number}"), Group)
        .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(TimeZoneInfo.Local)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
