using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>A part that was proven in one file is proven in the next only if it is the same, under the same limits.</summary>
public class ProvenPartTests
{
    private const string Part = "xl/comments1.xml";

    [Fact]
    public void Part_SeenSoundBefore_IsStillProvenInEachFile()
    {
        var plain = Encoding.UTF8.GetBytes("<comments>" + string.Concat(Enumerable.Range(0, 4_000).Select(Comment)) + "</comments>");
        var sound = File(plain);
        WorkbookGuard.Open(sound).IsReadable.ShouldBeTrue();
        WorkbookGuard.Open(sound).IsReadable.ShouldBeTrue();

        // one flipped bit in the packed bytes, its checksum as it was
        var at = sound.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Part)) + 400;
        var flipped = sound.ToArray();
        flipped[at] ^= 4;
        WorkbookGuard.Open(flipped).Reason.ShouldBe(UnreadableReason.Damaged);
        WorkbookGuard.Open(File([.. plain.AsSpan(0, plain.Length - 1), (byte)'x'])).Reason.ShouldBe(UnreadableReason.Damaged);
        WorkbookGuard.Open(sound, new PackageLimits { TotalBytes = plain.Length / 2 }).IsReadable.ShouldBeFalse();
        WorkbookGuard.Open(sound, new PackageLimits { XmlDepth = 2 }).IsReadable.ShouldBeFalse();
        WorkbookGuard.Open(sound).IsReadable.ShouldBeTrue();
    }

    private static string Comment(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"A{number}\"><t>{(long)number * 7919 * 104729}</t></c>");

    private static byte[] File(byte[] part) =>
        WorkbookZip.WithRows("""<row r="1"><c r="A1"><v>1</v></c></row>""").With(Part, part).Build();
}
