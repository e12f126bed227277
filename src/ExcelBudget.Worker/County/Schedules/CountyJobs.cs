using Quartz;

namespace ExcelBudget.Worker.County.Schedules;

/// <summary>Looks for what is due to be issued, and issues it.</summary>
[DisallowConcurrentExecution]
internal sealed class IssueJob(DueIssues due) : IJob
{
    public static readonly JobKey Key = new("issue");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Task.Run(() => due.Run(cancellationToken), cancellationToken);
}

/// <summary>Reminds departments on the days the calendar names.</summary>
[DisallowConcurrentExecution]
internal sealed class ReminderJob(DueReminders due) : IJob
{
    public static readonly JobKey Key = new("remind");

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await Task.Run(due.Run, cancellationToken);
}
