using System.IO.Compression;
using System.Text;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>A part that is deflated with marks unpacks to what was written, whatever the marks say.</summary>
public sealed class MarkedPartTests
{
    [Fact]
    public void Part_WithRightMarks_UnpacksToWhatWasWrittenAndIsNotMuchLargerThanOneDeflated()
    {
        var (part, marks) = Table(new Random(5), rows: 900);
        var packed = MarkedPart.Pack("document.xml", part, marks);
        Unpacked(packed).ShouldBe(part);
        packed.PlainLength.ShouldBe(part.Length);
        packed.Deflated.Length.ShouldBeLessThan(PackedPart.Pack("", part, CompressionLevel.Optimal).Deflated.Length * 5 / 4);
        MarkedPart.Pack("document.xml", part, marks).Deflated.Span.SequenceEqual(packed.Deflated.Span).ShouldBeTrue();
    }

    [Fact]
    public void Part_WithWrongMarks_UnpacksToWhatWasWritten()
    {
        var random = new Random(20_261_129);
        for (var turn = 0; turn < 60; turn++)
        {
            var (part, _) = Table(random, rows: turn);
            // behind, far, at the place itself, beyond the end, before the beginning
            var marks = Enumerable.Range(0, random.Next(200)).Select(_ => new PieceMark(
                random.Next(part.Length + 9), random.Next(-9, part.Length + 9))).OrderBy(mark => mark.At).ToArray();
            Unpacked(MarkedPart.Pack("document.xml", part, marks)).ShouldBe(part);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(259)]
    [InlineData(260)]
    [InlineData(70_000)]
    public void Part_OfOneByteAgainAndAgain_UnpacksToWhatWasWritten(int length)
    {
        var part = Enumerable.Repeat((byte)'a', length).ToArray();
        Unpacked(MarkedPart.Pack("document.xml", part, [])).ShouldBe(part);
    }

    private static (byte[] Part, PieceMark[] Marks) Table(Random random, int rows)
    {
        var (xml, marks, last) = (new MemoryStream(), new List<PieceMark>(), -1);
        for (var row = 0; row < rows; row++)
        {
            if (last >= 0) marks.Add(new PieceMark((int)xml.Length, last));
            last = (int)xml.Length;
            xml.Write("<w:tc><w:tcPr><w:tcW w:w=\"1200\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>"u8);
            xml.Write(Encoding.UTF8.GetBytes(new string((char)(random.Next(2) == 0 ? '0' : '项' + random.Next(40)), random.Next(9))));
            xml.Write("</w:t></w:r></w:p></w:tc>"u8);
        }

        return (xml.ToArray(), [.. marks]);
    }

    private static byte[] Unpacked(PackedPart part)
    {
        using var deflate = new DeflateStream(new MemoryStream(part.Deflated.ToArray()), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        deflate.CopyTo(plain);
        return plain.ToArray();
    }
}
