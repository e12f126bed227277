using System.IO.Compression;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>A workbook is written part by part into its file, and is the same zip as in one piece.</summary>
public sealed class PackageEndTests
{
    private static readonly PackedPart[] Parts = [.. Enumerable.Range(1, 3).Select(number => PackedPart.Pack(
        $"xl/{new string('a', 30 * number)}.xml", Enumerable.Range(0, 5_000 * number).Select(at => (byte)(at * number)).ToArray(),
        CompressionLevel.Optimal))];

    [Fact]
    public void Package_WithLongNames_EndsWithoutAComment()
    {
        var zip = PackageWriter.Write(Parts);
        BitConverter.ToUInt32(zip, zip.Length - 22).ShouldBe(0x06054B50u);
        zip[^2..].ShouldBe([0, 0]);
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Select(entry => (entry.FullName, entry.Length))
            .ShouldBe(Parts.Select(part => (part.Name, (long)part.PlainLength)));
    }

    [Fact]
    public void Package_WrittenPartByPart_IsTheSame()
    {
        using var file = new MemoryStream();
        PackageWriter.Write(Parts, file);
        file.ToArray().ShouldBe(PackageWriter.Write(Parts));
    }
}
