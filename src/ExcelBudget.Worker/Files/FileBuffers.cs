using System.Buffers;

namespace ExcelBudget.Worker.Files;

/// <summary>
/// Memory for the contents of files, used again: each is so large that the runtime would collect all memory every few dozen of them to get
/// it back. Whoever gives some back promises that nobody looks at it any more; what is not given back is collected as ever. Thread-safe.
/// </summary>
internal static class FileBuffers
{
    // from here on the runtime takes an array for a large one
    private const int Smallest = 80_000;

    // larger files are rare, and their memory is not held
    private const int Largest = 4 << 20;

    /// <summary>Memory of a length in bytes, with anything in it.</summary>
    public static ArraySegment<byte> Rent(int length) => IsPooled(length)
        ? new ArraySegment<byte>(ArrayPool<byte>.Shared.Rent(length), 0, length) : new byte[length];

    /// <summary>Gives memory back; what was not rented is left to the collector.</summary>
    public static void Return(ArraySegment<byte> buffer)
    {
        if (IsPooled(buffer.Count)) ArrayPool<byte>.Shared.Return(buffer.Array!);
    }

    private static bool IsPooled(int length) => length is >= Smallest and <= Largest;
}
