using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>The zip checksum. One flipped bit in a stored amount is a wrong budget that nothing else would notice.</summary>
internal static class Crc32
{
    private const int Slices = 8;

    // below this the folding costs more than it saves
    private const int FoldedFrom = 128;
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Continues a checksum that starts at 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        if (Pclmulqdq.IsSupported && bytes.Length >= FoldedFrom)
        {
            var whole = bytes.Length & ~15;
            crc = Folded(crc, bytes[..whole]);
            bytes = bytes[whole..];
        }

        return ~Sliced(crc, bytes);
    }

    /// <summary>The same by tables alone, for processors without a product of polynomials.</summary>
    internal static uint AppendByTables(uint crc, ReadOnlySpan<byte> bytes) => ~Sliced(~crc, bytes);

    private static uint Sliced(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var low = BitConverter.ToUInt32(bytes) ^ crc;
            var high = BitConverter.ToUInt32(bytes[4..]);
            crc = tables[7 * 256 + (byte)low] ^ tables[6 * 256 + (byte)(low >> 8)] ^ tables[5 * 256 + (byte)(low >> 16)] ^ tables[4 * 256
                + (int)(low >> 24)]
                ^ tables[3 * 256 + (byte)high] ^ tables[2 * 256 + (byte)(high >> 8)] ^ tables[256
                    + (byte)(high >> 16)] ^ tables[(int)(high >> 24)];
        }
        foreach (var b in bytes) crc = (crc >> 8) ^ tables[(byte)(crc ^ b)];
        return crc;
    }

    /// <summary>
    /// Folds 64 bytes at a time by products of polynomials (Gopal and others, «Fast CRC computation using PCLMULQDQ», Intel 2009), then
    /// reduces what is left: some ten times as fast as tables.
    /// </summary>
    /// <param name="crc">The state, inverted.</param>
    /// <param name="bytes">At least 64 bytes, a multiple of 16.</param>
    private static uint Folded(uint crc, ReadOnlySpan<byte> bytes)
    {
        var fourAhead = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
        var oneAhead = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var (a, b, c, d) = (Load(ref first, 0) ^ Vector128.CreateScalar(crc).AsUInt64(), Load(ref first, 16), Load(ref first, 32),
            Load(ref first, 48));
        var at = 64;
        for (; at + 64 <= bytes.Length; at += 64)
        {
            a = Fold(a, fourAhead) ^ Load(ref first, at);
            b = Fold(b, fourAhead) ^ Load(ref first, at + 16);
            c = Fold(c, fourAhead) ^ Load(ref first, at + 32);
            d = Fold(d, fourAhead) ^ Load(ref first, at + 48);
        }

        a = Fold(a, oneAhead) ^ b;
        a = Fold(a, oneAhead) ^ c;
        a = Fold(a, oneAhead) ^ d;
        for (; at < bytes.Length; at += 16) a = Fold(a, oneAhead) ^ Load(ref first, at);
        return Reduced(a, oneAhead);
    }

    private static uint Reduced(Vector128<ulong> folded, Vector128<ulong> oneAhead)
    {
        var low = Vector128.Create(0xFFFFFFFFUL, 0xFFFFFFFFUL);
        var last = Vector128.Create(0x0163cd6124UL, 0UL);
        var barrett = Vector128.Create(0x01db710641UL, 0x01f7011641UL);
        var a = Sse2.ShiftRightLogical128BitLane(folded, 8) ^ Pclmulqdq.CarrylessMultiply(folded, oneAhead, 0x10);
        a = Sse2.ShiftRightLogical128BitLane(a, 4) ^ Pclmulqdq.CarrylessMultiply(a & low, last, 0x00);
        var quotient = Pclmulqdq.CarrylessMultiply(a & low, barrett, 0x10) & low;
        return (a ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32().GetElement(1);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> ahead) =>
        Pclmulqdq.CarrylessMultiply(value, ahead, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, ahead, 0x11);

    private static Vector128<ulong> Load(ref byte first, int at) => Vector128.LoadUnsafe(ref Unsafe.Add(ref first, at)).AsUInt64();

    private static uint[] MakeTables()
    {
        var tables = new uint[Slices * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
            tables[i] = value;
        }
        for (var i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
