namespace ExcelBudget.OfficePackages.Zip;

/// <summary>The zip checksum. One flipped bit in a stored amount is a wrong budget that nothing else would notice.</summary>
internal static class Crc32
{
    private const int Slices = 8;
    private static readonly uint[] Tables = MakeTables();

    /// <summary>Continues a checksum that starts at 0.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        crc = ~crc;
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
