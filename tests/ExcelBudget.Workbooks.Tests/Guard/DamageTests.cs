using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Zip;
using OfficeOpenXml;
using CompressionLevel = System.IO.Compression.CompressionLevel;

namespace ExcelBudget.Workbooks.Tests.Guard;

public class DamageTests
{
    [Fact]
    public void Workbook_CutAtEveryPercent_IsDamagedOrNoWorkbook()
    {
        var file = Sample();
        for (var percent = 0; percent < 100; percent++)
        {
            var reason = WorkbookGuard.Open(file.AsMemory(0, file.Length * percent / 100)).Reason;
            reason.ShouldBe(percent == 0 ? UnreadableReason.NotAWorkbook : UnreadableReason.Damaged, $"cut at {percent} %");
        }
    }

    [Fact]
    public void Workbook_CutAtEveryOfItsLastBytes_IsDamaged()
    {
        var file = Sample();
        for (var cut = 1; cut < 700; cut++)
            WorkbookGuard.Open(file.AsMemory(0, file.Length - cut)).Reason.ShouldBe(UnreadableReason.Damaged, $"{cut} bytes missing");
    }

    [Theory]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.NoCompression)]
    public void Content_WithOneByteFlipped_IsDamagedInEveryPart(CompressionLevel level)
    {
        var file = Sample(level);
        using var zip = new ZipArchive(new MemoryStream(file));
        zip.Entries.Count.ShouldBeGreaterThan(8);
        foreach (var entry in ZipDirectory.Read(file, PackageLimits.Default))
        {
            var spoiled = file.ToArray();
            spoiled[entry.Start + entry.PackedLength / 2] ^= 0x10;
            WorkbookGuard.Open(spoiled).Reason.ShouldBe(UnreadableReason.Damaged, entry.Name);
        }
    }

    [Fact]
    public void Amount_WithOneBitFlippedInAStoredPart_IsNotReadAsAnotherAmount()
    {
        var file = WorkbookZip.WithRows("""<row r="1"><c r="A1"><v>2041.42</v></c></row>""").Build(CompressionLevel.NoCompression);
        var at = file.AsSpan().IndexOf("2041.42"u8);
        file[at] ^= 1;
        WorkbookGuard.Open(file).Reason.ShouldBe(UnreadableReason.Damaged);
    }

    [Fact]
    public void File_WithAnyByteChanged_GetsAVerdictOrReadsAndNeverFails()
    {
        var file = Sample();
        var random = new Random(20230101);
        for (var round = 0; round < 3000; round++)
        {
            var spoiled = file.ToArray();
            for (var i = round % 4; i >= 0; i--) spoiled[random.Next(file.Length)] = (byte)random.Next(256);
            var result = WorkbookGuard.Open(spoiled);
            result.Reason.ShouldNotBe(UnreadableReason.InternalError, result.Detail);
        }
    }

    [Fact]
    public void Xml_SpoiledBeforeZipping_GetsAVerdictOrReadsAndNeverFails()
    {
        var random = new Random(5);
        var row =
            """<row r="1" hidden="1"><c r="A1" t="inlineStr"><is><r><t xml:space="preserve">合&amp;计</t></r></is></c><c r="B1" s="1">"""
                + """<f t="shared" ref="B1:B2" si="0">A1+$C$3</f><v>1.5</v></c></row>""";
        var names = WorkbookZip.WithRows(row).PartNames.ToArray();
        for (var round = 0; round < 3000; round++)
        {
            var zip = WorkbookZip.WithRows(row);
            zip.Spoil(names[round % names.Length], random);
            var result = WorkbookGuard.Open(zip.Build(CompressionLevel.NoCompression));
            result.Reason.ShouldNotBe(UnreadableReason.InternalError, result.Detail);
        }
    }

    private static byte[] Sample(CompressionLevel level = CompressionLevel.Optimal)
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add("收支总表");
        for (var row = 1; row <= 40; row++)
        {
            sheet.Cells[row, 1].Value = $"项目{row}";
            sheet.Cells[row, 2].Value = row * 1.25m;
            sheet.Cells[row, 3].Formula = $"B{row}*2";
        }
        sheet.Cells["A1"].AddComment("说明", "财政局");
        package.Workbook.Worksheets.Add("支出总表").Cells["A1:B2"].Merge = true;
        package.Workbook.Properties.SetCustomPropertyValue("unit", "201");
        using var stream = new MemoryStream(package.GetAsByteArray());
        return Repacked(stream, level);
    }

    private static byte[] Repacked(MemoryStream source, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var from = new ZipArchive(source))
        using (var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var read = entry.Open();
                using var write = to.CreateEntry(entry.FullName, level).Open();
                read.CopyTo(write);
            }
        }
        return target.ToArray();
    }
}
