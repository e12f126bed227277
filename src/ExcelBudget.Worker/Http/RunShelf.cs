using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http;

/// <summary>运行报告。A file that a run left for the clerk.</summary>
/// <param name="Id">What it is asked for by: its folder and name, with «/».</param>
/// <param name="Kind">issue for the report of an issue, reminder for a list or a letter.</param>
/// <param name="At">When it was written.</param>
internal sealed record RunFile(string Id, string Kind, DateTimeOffset At)
{
    /// <summary>Its name.</summary>
    public string Name => Path.GetFileName(Id);
}

/// <summary>
/// Reports of issues, lists and letters of reminders, as they stand below the root. What is asked for is looked up, never put together.
/// </summary>
internal sealed class RunShelf(WorkerSettings settings)
{
    private const int Most = 200;
    private const string Report = "下发报告*";

    /// <summary>The latest, newest first.</summary>
    public IReadOnlyList<RunFile> All() =>
    [
        .. In(IssuePlaces.Issued, Report, "issue").Concat(In(ReminderOffice.Folder, "*", "reminder"))
            .OrderByDescending(file => file.At).ThenBy(file => file.Id, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Absolute path of one of them; null when there is none.</summary>
    public string? PathOf(string id) => All().Any(file => file.Id == id)
        ? Path.Combine(settings.Root, id.Replace('/', Path.DirectorySeparatorChar)) : null;

    private IEnumerable<RunFile> In(string folder, string pattern, string kind)
    {
        var home = Path.Combine(settings.Root, folder);
        if (!Directory.Exists(home)) return [];
        return Directory.EnumerateDirectories(home).SelectMany(step => Directory.EnumerateFiles(step, pattern))
            .Where(path => Path.GetExtension(path) is ".xlsx" or ".docx" or ".json")
            .Select(path => new RunFile(
                $"{folder}/{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", kind,
                new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero)));
    }
}
