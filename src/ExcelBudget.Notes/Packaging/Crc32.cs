namespace ExcelBudget.Notes.Packaging;

/// <summary>The checksum that every zip entry carries (CRC-32, polynomial 0xEDB88320), four bytes at a time.</summary>
internal static class Crc32
{
    private static readonly uint[][] Tables = Build();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var (first, second, third, fourth) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        while (bytes.Length >= 4)
        {
            crc ^= BitConverter.ToUInt32(bytes);
            crc = fourth[crc & 0xFF] ^ third[(crc >> 8) & 0xFF] ^ second[(crc >> 16) & 0xFF] ^ first[crc >> 24];
            bytes = bytes[4..];
        }

        foreach (var single in bytes) crc = first[(crc ^ single) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] Build()
    {
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (var value = 0u; value < 256; value++)
        {
            var crc = value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            tables[0][value] = crc;
        }

        for (var value = 0; value < 256; value++)
        {
            for (var table = 1; table < 4; table++)
            {
                var before = tables[table - 1][value];
                tables[table][value] = (before >> 8) ^ tables[0][before & 0xFF];
            }
        }

        return tables;
    }
}
