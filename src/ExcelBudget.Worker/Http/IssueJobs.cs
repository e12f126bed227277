using ExcelBudget.Worker.County.Issuing;

namespace ExcelBudget.Worker.Http;

/// <summary>下发任务。One issue that was started from the page.</summary>
/// <param name="Id">From 1.</param>
/// <param name="Step">环节。</param>
/// <param name="Units">How many units.</param>
/// <param name="Person">Who started it.</param>
internal sealed record StartedIssue(int Id, string Step, int Units, string Person)
{
    /// <summary>How many units are done.</summary>
    public int Done { get; init; }

    /// <summary>running, stopping, stopped, finished or failed.</summary>
    public string State { get; init; } = "running";

    /// <summary>True until its last unit is done.</summary>
    public bool IsRunning => State is "running" or "stopping";

    /// <summary>How many workbooks were issued.</summary>
    public int Issued { get; init; }

    /// <summary>Units whose workbook could not be issued, with the reason.</summary>
    public IReadOnlyList<string> Failures { get; init; } = [];
}

/// <summary>Runs issues in the background, one at a time, and tells how far they are. Thread-safe.</summary>
internal sealed class IssueJobs(IssueOffice office, IHostApplicationLifetime lifetime, ILogger<IssueJobs> log)
{
    private const int MostKept = 20;

    private readonly Lock _gate = new();
    private readonly List<StartedIssue> _jobs = [];
    private CancellationTokenSource? _running;
    private int _last;

    /// <summary>The latest jobs, newest first.</summary>
    public IReadOnlyList<StartedIssue> All
    {
        get
        {
            lock (_gate) return [.. _jobs.AsEnumerable().Reverse()];
        }
    }

    /// <summary>The job that was started last; null before the first.</summary>
    public StartedIssue? Latest => All is [var latest, ..] ? latest : null;

    /// <summary>Starts an issue.</summary>
    /// <param name="order">What.</param>
    /// <param name="person">Who starts it.</param>
    /// <returns>The job; null while another one runs.</returns>
    public StartedIssue? Start(IssueOrder order, string person)
    {
        lock (_gate)
        {
            if (_running is not null) return null;
            var job = new StartedIssue(++_last, order.Step.Name, order.Units.Count, person);
            _running = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
            _jobs.Add(job);
            if (_jobs.Count > MostKept) _jobs.RemoveAt(0);
            var stop = _running.Token;
            _ = Task.Run(() => Run(job.Id, order, stop), CancellationToken.None);
            return job;
        }
    }

    /// <summary>Asks a job to end after the units being worked on.</summary>
    /// <returns>False when it is not running.</returns>
    public bool Stop(int id)
    {
        lock (_gate)
        {
            if (_running is null || _jobs is not [.., { State: "running" } job] || job.Id != id) return false;
            _running.Cancel();
            Change(id, it => it with { State = "stopping" });
            return true;
        }
    }

    private void Run(int id, IssueOrder order, CancellationToken stop)
    {
        var end = "failed";
        try
        {
            office.Run(order, line => Change(id, job => job with
            {
                Done = job.Done + 1,
                Issued = job.Issued + (line.Outcome == IssueOutcome.Issued ? 1 : 0),
                Failures = line.Outcome != IssueOutcome.Failed ? job.Failures
                    : [.. job.Failures, $"{line.Unit} {line.UnitName}：{line.Remark}"],
            }), stop);
            end = stop.IsCancellationRequested ? "stopped" : "finished";
        }
        catch (Exception fault)
        {
            // the edge of one job: what was issued stands in the ledger, and the next run goes on from there
            log.LogError(fault, "从网页下发时出错");
        }

        lock (_gate)
        {
            Change(id, job => job with { State = end });
            _running?.Dispose();
            _running = null;
        }
    }

    private void Change(int id, Func<StartedIssue, StartedIssue> change)
    {
        lock (_gate)
        {
            var at = _jobs.FindIndex(job => job.Id == id);
            if (at >= 0) _jobs[at] = change(_jobs[at]);
        }
    }
}
