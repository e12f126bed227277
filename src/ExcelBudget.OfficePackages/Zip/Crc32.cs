using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ExcelBudget.OfficePackages.Zip;

/// <summary>The zip checksum. One flipped bit in a stored amount is a wrong budget that nothing else would notice.</summary>
internal static class Crc32
{
    private const int Slices = 8;
    private const int LeastFolded = 64;
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Continues a checksum that starts at 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        crc = ~crc;
        if (Pclmulqdq.IsSupported && bytes.Length >= LeastFolded)
        {
            var folded = bytes.Length & ~15;
            crc = Folded(crc, bytes[..folded]);
            bytes = bytes[folded..];
        }

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
        return ~crc;
    }

    /// <summary>
    /// Sixteen bytes at a time by multiplication without carries: Gopal and others, «Fast CRC computation using PCLMULQDQ», Intel 2009,
    /// with its constants for this polynomial.
    /// </summary>
    /// <param name="crc">The state so far, inverted.</param>
    /// <param name="bytes">At least 64, a multiple of 16.</param>
    private static uint Folded(uint crc, ReadOnlySpan<byte> bytes)
    {
        var by64 = Vector128.Create(0x0154442bd4UL, 0x01c6e41596UL);
        var by16 = Vector128.Create(0x01751997d0UL, 0x00ccaa009eUL);
        var low = Vector128.Create(uint.MaxValue, 0, uint.MaxValue, 0).AsUInt64();
        var (one, two, three, four) = (Load(bytes, 0), Load(bytes, 16), Load(bytes, 32), Load(bytes, 48));
        one ^= Vector128.CreateScalar(crc).AsUInt64();
        for (bytes = bytes[64..]; bytes.Length >= 64; bytes = bytes[64..])
        {
            one = Fold(one, by64) ^ Load(bytes, 0);
            two = Fold(two, by64) ^ Load(bytes, 16);
            three = Fold(three, by64) ^ Load(bytes, 32);
            four = Fold(four, by64) ^ Load(bytes, 48);
        }

        one = Fold(Fold(Fold(one, by16) ^ two, by16) ^ three, by16) ^ four;
        for (; bytes.Length >= 16; bytes = bytes[16..]) one = Fold(one, by16) ^ Load(bytes, 0);
        // 128 bits to 64, to 32 (Barrett)
        one = Sse2.ShiftRightLogical128BitLane(one, 8) ^ Pclmulqdq.CarrylessMultiply(one, by16, 0x10);
        one = Sse2.ShiftRightLogical128BitLane(one, 4)
            ^ Pclmulqdq.CarrylessMultiply(one & low, Vector128.CreateScalar(0x0163cd6124UL), 0x00);
        var barrett = Vector128.Create(0x01db710641UL, 0x01f7011641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(one & low, barrett, 0x10) & low;
        return (one ^ Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00)).AsUInt32().GetElement(1);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> state, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(state, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(state, by, 0x11);

    private static Vector128<ulong> Load(ReadOnlySpan<byte> bytes, int at) =>
        Unsafe.ReadUnaligned<Vector128<ulong>>(ref MemoryMarshal.GetReference(bytes[at..]));

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
