using System.Buffers.Binary;
using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.Workbooks.Tests.Guard;

public class ZipBombTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData(WorkbookZip.SheetPart)]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/media/image1.png")]
    public void Bomb_InAnyPart_IsRefusedWithLittleMemory(string part)
    {
        var file = Bomb(part, 200 * Megabyte);
        file.Length.ShouldBeLessThan(Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookGuard.Open(file).Reason.ShouldBe(UnreadableReason.ZipBomb);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 * Megabyte);
    }

    [Fact]
    public void Bomb_OfAHundredTimes_StopsInflatingAtTheLimit()
    {
        var package = new ZipPackage(Bomb(WorkbookZip.SheetPart, 200 * Megabyte), PackageLimits.Default);
        Should.Throw<UnreadableException>(() => package.OpenXml(WorkbookZip.SheetPart)).Reason.ShouldBe(UnreadableReason.ZipBomb);
        package.InflatedBytes.ShouldBeLessThanOrEqualTo(64 * Megabyte);
    }

    [Fact]
    public void Bomb_ThatClaimsToBeSmall_IsRefusedWithLittleMemory()
    {
        var file = Lying(Bomb(WorkbookZip.SheetPart, 200 * Megabyte), claimed: 1000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookGuard.Open(file).Reason.ShouldBe(UnreadableReason.ZipBomb);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 * Megabyte);
    }

    [Fact]
    public void Entry_ThatClaimsToBeHuge_IsDamagedAndTakesNoMemory()
    {
        var file = Lying(WorkbookZip.WithRows("").Build(), claimed: 0x7FFFFFF0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        WorkbookGuard.Open(file).Reason.ShouldBe(UnreadableReason.Damaged);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 * Megabyte);
    }

    [Fact]
    public void Entries_SmallEachButHugeTogether_AreRefused()
    {
        var zip = WorkbookZip.WithRows("");
        for (var i = 0; i < 20; i++) zip.With($"xl/media/{i}.bin", new byte[300_000]);
        WorkbookGuard.Open(zip.Build(), new PackageLimits { TotalBytes = 5_000_000 }).Reason.ShouldBe(UnreadableReason.ZipBomb);
    }

    [Fact]
    public void Picture_LargeButHonest_IsTooLargeAndNoBomb()
    {
        var noise = new byte[2 * Megabyte];
        new Random(1).NextBytes(noise);
        WorkbookGuard.Open(
            WorkbookZip.WithRows("").With("xl/media/image1.png", noise).Build(), new PackageLimits { EntryBytes = Megabyte })
            .Reason.ShouldBe(UnreadableReason.TooLarge);
    }

    [Fact]
    public void Styles_CompressedAThousandTimesBelowTheLimits_AreRead()
    {
        var padded = $"""<styleSheet xmlns="{WorkbookZip.Main}">{new string(' ', Megabyte)}</styleSheet>""";
        WorkbookGuard.Open(WorkbookZip.WithRows("").With("xl/styles.xml", padded).Build()).IsReadable.ShouldBeTrue();
    }

    private static byte[] Bomb(string part, int length) =>
        WorkbookZip.WithRows("").With(part, new byte[length]).Build(CompressionLevel.Optimal);

    // overwrites the length of every entry, in the local headers and in the directory
    private static byte[] Lying(byte[] file, uint claimed)
    {
        for (var at = 0; at < file.Length - 30; at++)
        {
            var mark = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
            if (mark == 0x04034b50) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 22), claimed);
            if (mark == 0x02014b50 && file.AsSpan(at + 46).StartsWith("xl/worksheets"u8))
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 24), claimed);
        }
        return file;
    }
}
