using System.IO.Enumeration;
using ExcelBudget.Worker.DropFolder.Folders;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>A file as the listing saw it.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="ModifiedTicks">Last-write time in UTC ticks; only compared.</param>
internal readonly record struct SeenFile(string Path, long Size, long ModifiedTicks);

/// <summary>
/// The truth about the inbox: every regular file in it and below, but no links, no leftovers, no cloud-only placeholders.
/// </summary>
internal static class InboxListing
{
    // RecallOnDataAccess and RecallOnOpen: reading such a file would start a download
    private const FileAttributes NotHere = FileAttributes.Offline | (FileAttributes)0x400000 | (FileAttributes)0x40000;

    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Lists the inbox and the folder for trials without its answers.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="troubles">Receives what lies there and can never be taken, with a sentence each.</param>
    public static IReadOnlyList<SeenFile> List(DropFolders folders, ICollection<InboxTrouble>? troubles = null) =>
    [
        .. List(folders.Inbox, troubles),
        .. List(folders.TrialInbox, troubles).Where(file => !folders.Relative(file.Path).StartsWith(
            $"{DropFolders.Trial}/{DropFolders.TrialResults}/", StringComparison.Ordinal)),
    ];

    /// <summary>Lists; a folder that vanishes meanwhile is simply not listed.</summary>
    public static IReadOnlyList<SeenFile> List(string inbox, ICollection<InboxTrouble>? troubles = null)
    {
        var files = new FileSystemEnumerable<SeenFile>(
            inbox,
            (ref entry) => new SeenFile(entry.ToFullPath(), entry.Length, entry.LastWriteTimeUtc.UtcTicks),
            Options)
        {
            ShouldIncludePredicate = (ref entry) =>
                !entry.IsDirectory && (entry.Attributes & NotHere) == 0 && !IgnoredNames.Matches(entry.FileName)
                && InboxTrouble.OfFile(ref entry, troubles),
            ShouldRecursePredicate = (ref entry) => !IgnoredNames.Matches(entry.FileName) && InboxTrouble.OfFolder(ref entry, troubles),
        };
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
