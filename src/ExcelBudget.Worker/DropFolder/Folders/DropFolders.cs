using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>The folders below the root, and where in them things stand.</summary>
internal sealed class DropFolders(WorkerSettings settings)
{
    /// <summary>Name of the folder of accepted workbooks.</summary>
    public const string Accepted = "accepted";

    /// <summary>Name of the folder of returned workbooks.</summary>
    public const string Returned = "returned";

    /// <summary>Name of the folder of files that could not be read.</summary>
    public const string Refused = "refused";

    /// <summary>Name of the folder of unchanged originals.</summary>
    public const string Archive = "archive";

    /// <summary>待核。Name of the folder of files the clerk must look at first.</summary>
    public const string Held = "held";

    /// <summary>试检。Name of the folder where people drop to see the answer only.</summary>
    public const string Trial = "trial";

    /// <summary>Name of the folder below trial where the answers stand.</summary>
    public const string TrialResults = "结果";

    /// <summary>The folder that holds them all.</summary>
    public string Root { get; } = settings.Root;

    /// <summary>收件夹。Here people drop.</summary>
    public string Inbox => Path.Combine(Root, "inbox");

    /// <summary>The worker's own folder.</summary>
    public string Work => Path.Combine(Root, "work");

    /// <summary>试检夹。What is dropped here is answered and counts for nothing.</summary>
    public string TrialInbox => In(Trial);

    public IEnumerable<string> All => [Inbox, In(Accepted), In(Returned), In(Refused), In(Held), TrialInbox, In(Archive), Work];

    /// <summary>An absolute path from one relative to the root.</summary>
    public string In(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A path relative to the root, with «/».</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The folder of one submission.</summary>
    public string WorkOf(Submission submission) => Path.Combine(Work, submission.Id);

    /// <summary>Where the claimed original of a submission stands.</summary>
    public string OriginalOf(Submission submission) =>
        Path.Combine(WorkOf(submission), "original" + Files.SafeName.Extension(submission.Name));

    /// <summary>Where a staged output of a submission stands before it is published.</summary>
    public string StagedOf(Submission submission, string kind) => Path.Combine(StagingOf(submission), kind);

    /// <summary>The folder of a submission's staged outputs.</summary>
    public string StagingOf(Submission submission) => Path.Combine(WorkOf(submission), "staging");
}
