using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Checking;

/// <summary>A workbook file named on the command line or found in a folder that was.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Label">Name in reports: the file name, or the path within the folder that was named, with «/».</param>
internal readonly record struct WorkbookFile(string Path, string Label);

/// <summary>Finds the workbooks of a command line: files as named; in folders and below every .xlsx, .xlsm, .xls, .et and .ods.</summary>
internal static class WorkbookFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".xlsx", ".xlsm", ".xls", ".et", ".ods" };

    /// <summary>Finds, each file once.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="problems">Receives one Chinese sentence for each path that gives nothing.</param>
    public static IReadOnlyList<WorkbookFile> Find(IEnumerable<string> paths, ICollection<string> problems)
    {
        var found = new Dictionary<string, WorkbookFile>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var files = OfPath(path, problems);
            foreach (var file in files) found.TryAdd(file.Path, file);
        }

        return [.. found.Values];
    }

    private static List<WorkbookFile> OfPath(string path, ICollection<string> problems)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full)) return [new(full, SafeText.Line(Path.GetFileName(full)))];
        if (!Directory.Exists(full))
        {
            problems.Add($"找不到文件或文件夹：{path}");
            return [];
        }

        var files = OfFolder(full);
        if (files.Count == 0) problems.Add($"文件夹中没有工作簿（.xlsx、.xlsm、.xls、.et、.ods）：{path}");
        return files;
    }

    private static List<WorkbookFile> OfFolder(string folder) =>
    [
        .. InboxListing.List(folder)
            .Where(file => Extensions.Contains(Path.GetExtension(file.Path)))
            .Select(file =>
                new WorkbookFile(file.Path, SafeText.Line(Path.GetRelativePath(folder, file.Path).Replace(Path.DirectorySeparatorChar,
                    '/')))),
    ];
}
