using System.Diagnostics;
using System.Globalization;

namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>Named places between two steps where a crash would be worst. Tests end the process there.</summary>
internal interface IFaultPoints
{
    /// <summary>Called when the place is reached.</summary>
    void Reach(string point);
}

/// <summary>Production: nothing happens.</summary>
internal sealed class NoFaultPoints : IFaultPoints
{
    /// <inheritdoc />
    public void Reach(string point)
    {
    }
}

/// <summary>
/// Kills the process, so that no clean-up runs, when a point is reached for the n-th time. Set by the environment variable
/// EXCELBUDGET_KILL_AT, «publish.after-rename» or «publish.after-rename:3».
/// </summary>
internal sealed class KillingFaultPoints(string point, int time) : IFaultPoints
{
    public const string Variable = "EXCELBUDGET_KILL_AT";

    private int _left = time;

    /// <summary>What the environment asks for.</summary>
    public static IFaultPoints FromEnvironment()
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(asked)) return new NoFaultPoints();
        var parts = asked.Split(':');
        var time = parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
        return new KillingFaultPoints(parts[0], time);
    }

    /// <inheritdoc />
    public void Reach(string reached)
    {
        if (reached != point || Interlocked.Decrement(ref _left) != 0) return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}

/// <summary>Names of the fault points.</summary>
internal static class FaultPoint
{
    /// <summary>Nothing is written yet.</summary>
    public const string ClaimBeforeIntent = "claim.before-intent";

    /// <summary>The intent is in the ledger, the file still in the inbox.</summary>
    public const string ClaimAfterIntent = "claim.after-intent";

    /// <summary>The file is in work, the ledger still says Claiming.</summary>
    public const string ClaimAfterRename = "claim.after-rename";

    public const string ClaimAfterConfirm = "claim.after-confirm";

    /// <summary>The attempt is counted, the engine not started.</summary>
    public const string CheckBeforeStart = "check.before-start";

    /// <summary>The engine has answered, the ledger does not know.</summary>
    public const string CheckAfterVerdict = "check.after-verdict";

    /// <summary>The verdict is in the ledger, no output is written.</summary>
    public const string CheckAfterConfirm = "check.after-confirm";

    /// <summary>One output is staged, others are not.</summary>
    public const string DraftBetweenFiles = "draft.between-files";

    /// <summary>All outputs are staged and flushed, the ledger does not know.</summary>
    public const string DraftAfterFlush = "draft.after-flush";

    /// <summary>The final names are in the ledger.</summary>
    public const string DraftAfterConfirm = "draft.after-confirm";

    /// <summary>One output stands under its final name.</summary>
    public const string PublishAfterRename = "publish.after-rename";

    /// <summary>A result of an earlier submission has moved to 旧版, others have not.</summary>
    public const string PublishAfterRetire = "publish.after-retire";

    /// <summary>All outputs are published.</summary>
    public const string PublishAfterConfirm = "publish.after-confirm";

    /// <summary>The original is in the archive, the ledger does not know.</summary>
    public const string ArchiveAfterRename = "archive.after-rename";

    /// <summary>All is done but the clearing of the work folder.</summary>
    public const string ArchiveAfterConfirm = "archive.after-confirm";

    /// <summary>Recovery has settled one row.</summary>
    public const string RecoverAfterEachRow = "recover.after-each-row";

    /// <summary>An issued workbook is written aside, the ledger does not know.</summary>
    public const string IssueAfterFile = "issue.after-file";

    /// <summary>The ledger knows that it is issued, it is not in place.</summary>
    public const string IssueAfterRow = "issue.after-row";

    /// <summary>An issued workbook is in place, others are not.</summary>
    public const string IssueAfterRename = "issue.after-rename";

    /// <summary>Those of an issue, in the order they are passed.</summary>
    public static readonly IReadOnlyList<string> OfIssue = [IssueAfterFile, IssueAfterRow, IssueAfterRename];

    /// <summary>Those of a dropped file, in the order they are passed.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        ClaimBeforeIntent, ClaimAfterIntent, ClaimAfterRename, ClaimAfterConfirm, CheckBeforeStart, CheckAfterVerdict, CheckAfterConfirm,
        DraftBetweenFiles, DraftAfterFlush, DraftAfterConfirm, PublishAfterRename, PublishAfterRetire, PublishAfterConfirm,
        ArchiveAfterRename, ArchiveAfterConfirm, RecoverAfterEachRow,
    ];
}
