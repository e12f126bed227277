using System.IO.Compression;
using System.Text;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>A part that is woven unpacks to what was written, whatever stands in its holes.</summary>
public sealed class WovenPartsTests
{
    [Fact]
    public void Part_WovenFromItsFifthTimeOn_UnpacksToWhatWasWritten()
    {
        var (random, woven) = (new Random(20_261_129), new WovenParts(4));
        for (var turn = 0; turn < 16; turn++)
        {
            using var xml = Part(random, rows: 400, longest: turn % 4 == 3 ? 900 : 12);
            var packed = woven.Pack("sheet.xml", xml, CompressionLevel.Optimal);
            Unpacked(packed).ShouldBe(Encoding.UTF8.GetString(xml.Written));
        }
    }

    [Fact]
    public void Parts_OfManyKinds_AreEachUnpackedWholeAndNoneTakenForAnother()
    {
        var (random, woven) = (new Random(7), new WovenParts(2));
        for (var turn = 0; turn < 150; turn++)
        {
            using var xml = Part(random, rows: turn % 7, longest: 5);
            Unpacked(woven.Pack($"sheet{turn % 3}.xml", xml, CompressionLevel.Fastest)).ShouldBe(Encoding.UTF8.GetString(xml.Written));
        }
    }

    [Fact]
    public void Part_Woven_IsNotMuchLargerThanOneDeflated()
    {
        var (random, woven, last) = (new Random(3), new WovenParts(4), default(PackedPart));
        var deflated = 0;
        for (var turn = 0; turn < 8; turn++)
        {
            using var xml = Part(random, rows: 600, longest: 8);
            last = woven.Pack("sheet.xml", xml, CompressionLevel.Optimal);
            deflated = PackedPart.Pack("sheet.xml", xml.Written, CompressionLevel.Optimal).Deflated.Length;
        }

        last!.Deflated.Length.ShouldBeLessThan(deflated * 11 / 10);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("2041.4210", "2041.421")]
    [InlineData("1000", "1000")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("-12345678901234567890123456.78", "-12345678901234567890123456.78")]
    [InlineData("9007199254740993.25", "9007199254740993.25")]
    [InlineData("0.00000000000000000001", "0.00000000000000000001")]
    public void Figure_Written_StandsInFullWithoutTrailingZeros(string figure, string written)
    {
        using var text = new Utf8Text();
        var value = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);
        Encoding.UTF8.GetString(text.Append(value).Written).ShouldBe(written);
        Domain.Money.Figures.Plain(value).ShouldBe(written);
    }

    private static Utf8Text Part(Random random, int rows, int longest)
    {
        var xml = new Utf8Text();
        xml.Append("<sheetData>");
        for (var row = 1; row <= rows; row++)
        {
            xml.Append("<row r=\"").Append(row).Append("\"><c r=\"A").Append(row).Append('"');
            xml.BeginHole();
            var content = new string((char)('0' + random.Next(12)), random.Next(longest));
            if (random.Next(3) > 0) xml.Append("><v>").Append(content).Append("</v></c>");
            else xml.Append("/>");
            xml.EndHole();
            xml.Append("<c r=\"B").Append(row).Append("\"><f>SUM(A1:A").Append(row).Append(")</f><v>");
            xml.BeginHole();
            xml.Append(random.Next(100_000)).Append("</v></c>");
            xml.EndHole();
            xml.Append("</row>");
        }

        xml.Append("</sheetData><pageMargins left=\"0.4\"/>部门预算");
        return xml;
    }

    private static string Unpacked(PackedPart part)
    {
        using var archive = new ZipArchive(new MemoryStream(PackageWriter.Write([part])));
        // reading to the end compares the checksum
        using var reader = new StreamReader(archive.Entries[0].Open());
        return reader.ReadToEnd();
    }
}
