using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>报送。Puts what was sent into the inbox, where the folder's own way takes it up: whole, or not at all.</summary>
internal sealed class HandInDesk(WorkerSettings settings, CountyLedger ledger)
{
    private readonly DropFolders _folders = new(settings);
    private readonly Lock _gate = new();

    /// <summary>Hands in.</summary>
    /// <param name="upload">What was sent; moved away.</param>
    /// <param name="folder">Name of the department's folder; empty for the inbox itself.</param>
    /// <returns>Where it stands, relative to the root, with «/».</returns>
    public string HandIn(Upload upload, string folder)
    {
        var home = Path.Combine(_folders.Inbox, folder);
        Directory.CreateDirectory(home);
        // what the receipt speaks of survives a power cut; a trial check needs no such promise
        using (var file = new FileStream(upload.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read)) file.Flush(flushToDisk: true);
        var (stem, extension) = (SafeName.Of(Path.GetFileNameWithoutExtension(upload.Name)), SafeName.Extension(upload.Name));
        lock (_gate)
        {
            var target = Path.Combine(home, stem + extension);
            for (var number = 2; Path.Exists(target); number++) target = Path.Combine(home, $"{stem}（{number}）{extension}");
            FileOperations.Rename(upload.Path, target);
            return _folders.Relative(target);
        }
    }

    /// <summary>What became of a file that was handed in; null while nobody has taken it.</summary>
    /// <param name="path">Where it stood.</param>
    /// <param name="sha256">SHA-256 of its content.</param>
    public Submission? Find(string path, string sha256) => ledger.Query<Submission>(
        "SELECT * FROM submission WHERE source_path = @path AND (sha256 IS NULL OR sha256 = @sha256) ORDER BY rowid DESC LIMIT 1",
        new { path, sha256 }).SingleOrDefault();
}
