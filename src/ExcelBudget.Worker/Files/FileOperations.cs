using System.Security.Cryptography;

namespace ExcelBudget.Worker.Files;

/// <summary>
/// The only place that moves, copies or writes files. A result is written aside, flushed, then renamed into place, so that nobody
/// ever sees half a file; nothing is overwritten unless the caller says so.
/// </summary>
internal static class FileOperations
{
    /// <summary>One atomic rename within a volume. Fails when the target exists: names must be unique.</summary>
    public static void Rename(string from, string to)
    {
#pragma warning disable RS0030 // the drop folder's folders are proven to be on one volume at start, so this is one rename
        File.Move(from, to, overwrite: false);
#pragma warning restore RS0030
    }

    /// <summary>Writes a new file and flushes it to the disk.</summary>
    public static void WriteNew(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Writes a new file piece by piece and flushes it to the disk.</summary>
    private static void WriteNew(string path, Action<Stream> write)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Copies to a new file and flushes it to the disk.</summary>
    public static void CopyNew(string from, string to)
    {
        using var source = OpenShared(from);
        using var stream = new FileStream(to, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        source.CopyTo(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Writes or replaces a file the user named, making its folder; the old content stands until the new one is complete.
    /// </summary>
    public static void Replace(string path, byte[] content) => Replace(path, file => file.Write(content));

    /// <summary>
    /// Writes or replaces a file the user named piece by piece, making its folder; the old content stands until the new one is complete.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    public static void Replace(string path, Action<Stream> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteNew(aside, write);
#pragma warning disable RS0030 // same folder, so always one rename
            File.Move(aside, path, overwrite: true);
#pragma warning restore RS0030
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Renames a file the worker made itself over another of its own.</summary>
    public static void MoveOver(string from, string to)
    {
#pragma warning disable RS0030 // same folder, so always one rename
        File.Move(from, to, overwrite: true);
#pragma warning restore RS0030
    }

    /// <summary>
    /// Content of a file that others may still hold open. An empty file is not opened: a named pipe has no length and would block.
    /// </summary>
    public static byte[] ReadShared(string path) => ReadShared(path, static length => new byte[length]).Array!;

    /// <summary>The same in memory that may be given back to <see cref="FileBuffers"/>.</summary>
    public static ArraySegment<byte> ReadRented(string path) => ReadShared(path, FileBuffers.Rent);

    private static ArraySegment<byte> ReadShared(string path, Func<int, ArraySegment<byte>> room)
    {
        if (new FileInfo(path).Length == 0) return Array.Empty<byte>();
        using var stream = OpenShared(path);
        var content = room(checked((int)stream.Length));
        stream.ReadExactly(content);
        return content;
    }

    /// <summary>SHA-256 of a file in lower-case hex.</summary>
    public static string Hash(string path)
    {
        if (new FileInfo(path).Length == 0) return Hash([]);
        using var stream = OpenShared(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>SHA-256 of a content in lower-case hex.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Opens for reading without hindering whoever else has the file open.</summary>
    public static FileStream OpenShared(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
