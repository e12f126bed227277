using System.Buffers.Binary;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Guard;

public class CompoundFileTests
{
    [Theory]
    [InlineData("Workbook", "old_binary_format")]
    [InlineData("Book", "old_binary_format")]
    [InlineData("EncryptedPackage", "encrypted")]
    [InlineData("WordDocument", "not_a_workbook")]
    [InlineData("PowerPoint Document", "not_a_workbook")]
    public void CompoundFile_ByItsStream_GetsItsReason(string stream, string reason) =>
        WorkbookGuard.Open(Compound("Root Entry", stream)).Reason!.Code.ShouldBe(reason);

    [Fact]
    public void EncryptedPackage_InALaterDirectorySector_IsEncrypted() =>
        WorkbookGuard.Open(Compound("Root Entry", "A", "B", "C", "D", "E", "EncryptionInfo", "EncryptedPackage"))
            .Reason.ShouldBe(UnreadableReason.Encrypted);

    [Fact]
    public void Workbook_EncryptedByEPPlus_IsEncrypted()
    {
        using var package = new ExcelPackage();
        package.Workbook.Worksheets.Add("收支总表").Cells["A1"].Value = 2041.42;
        WorkbookGuard.Open(package.GetAsByteArray("口令")).Reason.ShouldBe(UnreadableReason.Encrypted);
    }

    [Fact]
    public void CompoundFile_CutAnywhere_NeverThrowsAndIsNeverReadable()
    {
        var file = Compound("Root Entry", "EncryptedPackage");
        for (var length = 0; length < file.Length; length++)
        {
            WorkbookGuard.Open(file.AsMemory(0, length))
                .Reason.ShouldBeOneOf(UnreadableReason.NotAWorkbook, UnreadableReason.OldBinaryFormat, UnreadableReason.Encrypted);
        }
    }

    [Fact]
    public void CompoundFile_OfRandomBytes_NeverThrows()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var file = Compound("Root Entry", "Workbook");
            for (var i = 0; i < 20; i++) file[8 + random.Next(file.Length - 8)] = (byte)random.Next(256);
            WorkbookGuard.Open(file).Reason.ShouldNotBe(UnreadableReason.InternalError);
        }
    }

    // header, one sector of allocation table, then the directory, four entries a sector, its sectors chained backwards
    private static byte[] Compound(params string[] streams)
    {
        var sectors = (streams.Length + 3) / 4;
        var file = new byte[512 * (2 + sectors)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), (uint)sectors);
        for (var sector = 1; sector <= sectors; sector++)
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + 4 * sector), sector == 1 ? 0xFFFFFFFE : (uint)sector - 1);
        for (var i = 0; i < streams.Length; i++)
        {
            var entry = file.AsSpan(512 * (1 + sectors - i / 4) + 128 * (i % 4));
            var length = Encoding.Unicode.GetBytes(streams[i], entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)(length + 2));
        }
        return file;
    }
}
