using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Ledger.Chain;

namespace ExcelBudget.Worker.Http;

/// <summary>Something that happened in the county.</summary>
/// <param name="Entry">Number of the ledger's entry; 0 for the progress of a job.</param>
/// <param name="Kind">submission, issued, waived, answer_accepted, published, reminded, released, or job.</param>
/// <param name="Unit">单位编码; null when it is not known yet.</param>
/// <param name="State">How far a submission or a job has come.</param>
/// <param name="Verdict">Its verdict; null before there is one.</param>
internal sealed record CountyEvent(long Entry, string Kind, string? Unit, string? State, string? Verdict)
{
    /// <summary>The job whose progress it is.</summary>
    public StartedIssue? Job { get; init; }
}

/// <summary>
/// What happens, as it happens. The ledger's chain is looked at a few times a second: so it does not matter whether the page, a verb or a
/// dropped file made the change, and none is missed.
/// </summary>
internal sealed class CountyEvents(CountyBoard board, IssueJobs jobs, AccessLedger tokens, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    private static readonly string[] Kinds =
    [
        ChainedTable.Submissions.Kind, ChainedTable.Issues.Kind, ChainedTable.Waivers.Kind, ChainedTable.Publications.Kind,
        ChainedTable.Reminders.Kind, ChainedTable.Releases.Kind, ChainedTable.AcceptedAnswers.Kind,
    ];

    /// <summary>Everything from now on that a visitor may see, and a beat now and then that keeps the line open.</summary>
    /// <param name="visitor">Who listens.</param>
    /// <param name="stop">He has gone.</param>
    public async IAsyncEnumerable<SseItem<CountyEvent?>> Watch(Visitor visitor, [EnumeratorCancellation] CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        var (last, silent) = (board.LastEntry, TimeSpan.Zero);
        // one that ended before he came is no news; one that runs is
        var told = jobs.Latest is { IsRunning: false } ended ? ended : null;
        yield return new(null, "hello");
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(Look, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // who has lost his key hears nothing more
            if (visitor.Token > 0 && !tokens.IsGood(visitor.Token)) yield break;
            var entries = board.Ledger.Query<LedgerEntry>(
                "SELECT * FROM entry WHERE number > @last AND kind IN @Kinds ORDER BY number LIMIT 500", new { last, Kinds });
            foreach (var entry in entries)
            {
                last = entry.Number;
                if (Seen(entry, visitor) is not { } happened) continue;
                silent = TimeSpan.Zero;
                yield return new(happened, "change");
            }

            if (visitor.IsClerk && jobs.Latest is { } job && job != told)
            {
                told = job;
                yield return new(new CountyEvent(0, "job", null, job.State, null) { Job = job }, "job");
            }

            silent += Look;
            if (silent < Beat) continue;
            silent = TimeSpan.Zero;
            yield return new(null, "beat");
        }
    }

    private CountyEvent? Seen(LedgerEntry entry, Visitor visitor)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Body) ?? [];
        var unit = fields.GetValueOrDefault("unit_code");
        var isSeen = visitor.Role == AccessRole.Department ? IsOfDepartment(visitor, unit, fields.GetValueOrDefault("department")) : true;
        return isSeen ? new CountyEvent(entry.Number, entry.Kind, unit, fields.GetValueOrDefault("state"), Verdict(fields)) : null;
    }

    private bool IsOfDepartment(Visitor visitor, string? unit, string? folder) => unit is not null
        ? visitor.Sees(board.County, unit) : folder is not null && board.County?.Department(visitor.Department)?.Folder == folder;

    private static string? Verdict(Dictionary<string, string> fields) => fields.GetValueOrDefault("verdict")?.ToLowerInvariant();
}
