using System.Runtime.InteropServices;

namespace ExcelBudget.Worker.Files;

/// <summary>
/// Tells a file from a pipe, a socket or a device of that name: opening one of those would wait for ever, or do harm. They have no length,
/// so only files without one need be asked. .NET has no call for it; Windows has none of them in folders.
/// </summary>
internal static partial class RegularFile
{
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint TypeAndMode = 0x3;
    private const uint Number = 0x100;
    private const int ModeAt = 28;
    private const int NumberAt = 32;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>True for a regular file, and where the system cannot tell.</summary>
    public static unsafe bool Is(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        Span<byte> status = stackalloc byte[256];
        fixed (byte* at = status)
        {
            if (Status(CurrentFolder, path, NoFollow, TypeAndMode, at) != 0) return true;
        }

        return (BitConverter.ToUInt16(status[ModeAt..]) & TypeMask) == Regular;
    }

    /// <summary>
    /// The file's number on its volume: another file under the same name has another one. Null where the system cannot tell.
    /// </summary>
    public static unsafe ulong? NumberOf(string path)
    {
        if (!OperatingSystem.IsLinux()) return null;
        Span<byte> status = stackalloc byte[256];
        fixed (byte* at = status)
        {
            if (Status(CurrentFolder, path, NoFollow, Number, at) != 0) return null;
        }

        return BitConverter.ToUInt64(status[NumberAt..]);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static unsafe partial int Status(int folder, string path, int flags, uint mask, byte* status);
}
