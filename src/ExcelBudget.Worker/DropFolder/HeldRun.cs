using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.DropFolder;

/// <summary>待核。The files the clerk must look at, and his decision to let one count.</summary>
internal sealed class HeldRun(WorkerSettings settings, ILedger ledger, TimeProvider time)
{
    private readonly DropFolders _folders = new(settings);

    /// <summary>One line for each held file.</summary>
    public IEnumerable<string> Lines() => ledger.Held().Select(held =>
        $"{held.Id}  {held.UnitCode} {held.UnitName} {held.Year}年{held.Step}  {SafeText.Line(held.Name)}  （{held.Hold}）");

    /// <summary>Releases a file: noted in the ledger with who and why, and dropped into the inbox again.</summary>
    /// <returns>Why it cannot be done, a sentence in Chinese; null when it was.</returns>
    public string? Release(string id, string person, string reason)
    {
        if (ledger.Find(id) is not { Hold: not null, State: SubmissionState.Archived } held) return $"没有编号为 {SafeText.Line(id)} 的待核文件。";
        // a second click, or the verb after the page, must not drop the file a second time
        if (ledger.Held().All(waiting => waiting.Id != id)) return "这份文件不在待核之列，或已经放行。";
        var original = _folders.In(held.ArchivePath!);
        if (!File.Exists(original)) return $"它的原件不在存档中：{held.ArchivePath}";
        var folder = Path.Combine(_folders.Inbox, held.Department.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(folder);
        // it is copied before it is noted: what is noted is not released again, so a full disk must speak first
        var aside = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            FileOperations.CopyNew(original, aside);
            var at = time.GetLocalNow();
            ledger.Add(new Release { Submission = held.Id, Sha256 = held.Sha256!, Person = person, Reason = reason, At = at });
            var name = SafeName.OfFile(held.Name);
            for (var number = 2; Path.Exists(Path.Combine(folder, name)); number++)
                name = $"{Path.GetFileNameWithoutExtension(SafeName.OfFile(held.Name))}（{number}）{SafeName.Extension(held.Name)}";
            FileOperations.Rename(aside, Path.Combine(folder, name));
        }
        finally
        {
            File.Delete(aside);
        }

        return null;
    }
}
