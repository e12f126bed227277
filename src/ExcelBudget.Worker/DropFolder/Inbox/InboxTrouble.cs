using System.IO.Enumeration;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.DropFolder.Inbox;

/// <summary>Something in the inbox that can never be taken as it is: it is told until it is gone.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Sentence">What it is and what to do, in Chinese.</param>
internal sealed record InboxTrouble(string Path, string Sentence)
{
    private const char Broken = '\uFFFD';

    /// <summary>True for a file that can be taken.</summary>
    public static bool OfFile(ref FileSystemEntry entry, ICollection<InboxTrouble>? troubles)
    {
        // most names are whole and most files have a length: nothing is asked of the disk for them
        if (!entry.FileName.Contains(Broken) && entry.Length > 0) return true;
        var path = entry.ToFullPath();
        if (entry.FileName.Contains(Broken) && !File.Exists(path))
        {
            troubles?.Add(new(path, "文件名不是 UTF-8 编码（多半是 GBK），打不开；请改名后重新放入"));
            return false;
        }

        if (RegularFile.Is(path)) return true;
        troubles?.Add(new(path, "这不是普通文件（是管道、套接字或设备），不会读取；请移走"));
        return false;
    }

    /// <summary>True for a folder that can be looked into.</summary>
    public static bool OfFolder(ref FileSystemEntry entry, ICollection<InboxTrouble>? troubles)
    {
        var path = entry.ToFullPath();
        try
        {
            using var look = Directory.EnumerateFileSystemEntries(path).GetEnumerator();
            look.MoveNext();
            return true;
        }
        catch (DirectoryNotFoundException) when (!entry.FileName.Contains(Broken))
        {
            // it was moved away meanwhile
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            troubles?.Add(new(path, entry.FileName.Contains(Broken)
                ? "文件夹名不是 UTF-8 编码（多半是 GBK），打不开；请改名" : $"文件夹打不开（{DiskTrouble.Sentence(e)}），里面的文件没有处理"));
            return false;
        }
    }
}
