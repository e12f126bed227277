using System.Text;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.AddIn.HandOut;

/// <summary>
/// What an installation made that was not there before, kept beside it: taking it back leaves no empty folder behind, and removes none
/// that somebody else made.
/// </summary>
internal sealed class Receipt(string path)
{
    /// <summary>The line of a file that was not there before.</summary>
    public const string OwnFile = "file";

    private const string FolderMark = "folder ";

    /// <summary>Makes a folder with those above it, and notes which were not there.</summary>
    public void MakeFolder(string folder)
    {
        var missing = new Stack<string>();
        for (var at = folder; !Directory.Exists(at); at = Path.GetDirectoryName(at)!) missing.Push(at);
        Directory.CreateDirectory(folder);
        foreach (var made in missing) Note(FolderMark + made);
    }

    /// <summary>Notes a line once.</summary>
    public void Note(string line)
    {
        if (Has(line)) return;
        FileOperations.Replace(path, Encoding.UTF8.GetBytes(string.Concat(Lines().Append(line).Select(each => each + "\n"))));
    }

    /// <summary>True when a line was noted.</summary>
    public bool Has(string line) => Lines().Contains(line);

    /// <summary>Removes the receipt, and of the folders that were made those that are empty again.</summary>
    public void Settle()
    {
        var made = Lines().Where(line => line.StartsWith(FolderMark, StringComparison.Ordinal)).Select(line => line[FolderMark.Length..]);
        string[] deepestFirst = [.. made.OrderByDescending(folder => folder.Length)];
        File.Delete(path);
        foreach (var folder in deepestFirst)
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    private string[] Lines() => File.Exists(path) ? File.ReadAllLines(path, Encoding.UTF8) : [];
}
