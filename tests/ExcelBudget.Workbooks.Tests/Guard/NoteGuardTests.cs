using System.Buffers.Binary;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>The door for notes is as strict as that for workbooks.</summary>
public class NoteGuardTests
{
    private const string Words = "<w:p><w:r><w:t>收入预算2041.42万元。</w:t></w:r></w:p>";
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static TheoryData<string, byte[]> DamagedNotes => new()
    {
        { "checksum of a secondary part", WithWrongChecksum(NoteZip.WithBody(Words).Build(), "word/styles.xml") },
        { "name leading out", NoteZip.WithBody(Words).With("../evil.xml", "<a/>").Build() },
        { "rooted name", NoteZip.WithBody(Words).With("/etc/passwd", "x").Build() },
        { "same part twice but for case", NoteZip.WithBody(Words).Again("WORD/Document.xml", "<a/>").Build() },
        { "dtd in the text", NoteZip.WithBody(Words).With(NoteZip.DocumentPart, "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").Build() },
        { "dtd in a secondary part", NoteZip.WithBody(Words).With("word/styles.xml", "<!DOCTYPE a SYSTEM \"http://127.0.0.1/\"><a/>")
            .Build() },
        { "dtd in a part nothing leads to", NoteZip.WithBody(Words).With("customXml/item1.xml", "<!DOCTYPE a><a/>").Build() },
        { "secondary part not well formed", NoteZip.WithBody(Words).With("docProps/app.xml", "<a><b></a>").Build() },
        { "no text", NoteZip.WithBody(Words).Without(NoteZip.DocumentPart).Build() },
        { "no root links", NoteZip.WithBody(Words).Without("_rels/.rels").Build() },
    };

    [Theory]
    [MemberData(nameof(DamagedNotes))]
    public void Note_BrokenAnywhere_IsDamaged(string fault, byte[] file)
    {
        // without its root links nothing says which part is the text
        UnreadableReason[] expected = fault == "no root links" ? [UnreadableNote.Damaged, UnreadableNote.NotANote]
            : [UnreadableNote.Damaged];
        NoteGuard.Open(file).Reason.ShouldBeOneOf(expected);
    }

    [Fact]
    public void Note_OfFourBombs_IsRefusedWithLittleMemory()
    {
        var zip = NoteZip.WithBody(Words);
        for (var i = 0; i < 4; i++) zip.With($"media/x{i}.bin", new byte[60 << 20]);
        var file = zip.Build();
        var before = GC.GetAllocatedBytesForCurrentThread();
        NoteGuard.Open(file).Reason.ShouldBe(UnreadableNote.ZipBomb);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(2 << 20);
    }

    [Fact]
    public void Note_NestedTwoHundredThousandDeep_IsRefusedInUnderASecond()
    {
        var file = NoteZip.WithBody(NoteZip.Nested(200_000)).Build();
        ProcessorTime.Of(() => NoteGuard.Open(file).Reason.ShouldBe(UnreadableNote.TooLarge)).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Note_WithAChartWhoseDataIsAWorkbookWithMacros_IsNoMacro() => NoteGuard.Open(NoteZip.WithBody(Words)
        .Edited("[Content_Types].xml", "<Override",
            """<Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/><Override""")
        .With("word/embeddings/Microsoft_Excel_Worksheet.xlsm", "x").Build()).IsReadable.ShouldBeTrue();

    [Fact]
    public void Note_OfMacroType_IsMacro() => NoteGuard.Open(NoteZip.WithBody(Words)
        .Edited("[Content_Types].xml", Document, "application/vnd.ms-word.document.macroEnabled.main+xml").Build())
            .Reason.ShouldBe(UnreadableNote.Macro);

    [Fact]
    public void NameOfAPart_WithControlCharactersInIt_DoesNotReachTheSentence()
    {
        var sentence = NoteGuard.Open(NoteZip.WithBody(Words).With("../a\u202Eb\nc" + new string('x', 500), "x").Build()).Reason!.Sentence;
        sentence.ShouldNotContain('\u202E');
        sentence.ShouldNotContain('\n');
        sentence.Length.ShouldBeLessThan(400);
    }

    private static byte[] WithWrongChecksum(byte[] file, string part)
    {
        var name = Encoding.UTF8.GetBytes(part);
        for (var at = 0; at < file.Length - 46; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at)) == 0x02014b50 && file.AsSpan(at + 46).StartsWith(name))
                file[at + 16] ^= 1;
        }
        return file;
    }
}
