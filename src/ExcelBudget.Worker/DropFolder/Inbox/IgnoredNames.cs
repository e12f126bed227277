namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>
/// Names that editors, downloads and sync programs leave behind while they work. Such a file is never taken. Excel's owner file
/// holds a person's name: its content is never read.
/// </summary>
internal static class IgnoredNames
{
    private static readonly string[] Endings = [".tmp", ".partial", ".part", ".crdownload", ".download", ".filepart"];

    private static readonly HashSet<string> Whole =
        new(StringComparer.OrdinalIgnoreCase) { "Thumbs.db", "desktop.ini", "@eaDir", "__MACOSX" };

    /// <summary>True for a file or folder name that is to be left alone.</summary>
    public static bool Matches(ReadOnlySpan<char> name)
    {
        // hidden names cover .~lock.*#, .~*, ._*, .DS_Store, .syncthing.* and rsync's temporary names
        if (name.StartsWith('.') || name.StartsWith("~$") || name.StartsWith("~syncthing~", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var ending in Endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return Whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
