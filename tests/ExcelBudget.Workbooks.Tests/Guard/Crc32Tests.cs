using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>The checksum, however many bytes are taken at a time.</summary>
public class Crc32Tests
{
    [Fact]
    public void KnownWords_HaveTheKnownChecksum() => Crc32.Append(0, "123456789"u8).ShouldBe(0xCBF43926u);

    [Fact]
    public void Bytes_OfAnyLengthInAnyPieces_AsBitByBit()
    {
        var random = new Random(20261129);
        for (var length = 0; length < 700; length += length < 150 ? 1 : 37)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            var cut = random.Next(length + 1);
            Crc32.Append(Crc32.Append(0, bytes.AsSpan(0, cut)), bytes.AsSpan(cut)).ShouldBe(BitByBit(bytes));
            Crc32.Append(0, bytes).ShouldBe(BitByBit(bytes));
        }
    }

    private static uint BitByBit(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
        }

        return ~crc;
    }
}
