using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>Word files as they come: what a reader sees counts, and what may not be opened is refused with its reason.</summary>
public sealed class NoteReadingTests
{
    private const string Heading = "二、部门预算安排的总体情况";

    [Theory]
    [InlineData("<w:p><w:r><w:t>收入预算20</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>41.41万</w:t></w:r><w:r><w:t>元。</w:t></w:r></w:p>")]
    [InlineData(
        "<w:p><w:r><w:t>收入预算</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>2041.42</w:delText></w:r></w:del>"
            + "<w:ins w:id='2' w:author='a'><w:r><w:t>2041.41</w:t></w:r></w:ins><w:r><w:t>万元。</w:t></w:r></w:p>")]
    [InlineData(
        "<w:p><w:r><w:t>收入预算</w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> = 2041.42 </w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2041.41</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
            + "<w:r><w:t>万元。</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:hyperlink w:anchor='x'><w:r><w:t>收入预算2041.41万元。</w:t></w:r></w:hyperlink></w:p>")]
    [InlineData(
        "<w:p><w:r><w:t>收入预算</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>2041.42万元，</w:t></w:r><w:r><w:t>2041.41万元。</w:t></w:r></w:p>")]
    [InlineData(
        "<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p><w:r>"
            + "<w:t>收入预算2041.41万元。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>")]
    public void Words_AreReadAsAReaderSeesThem(string paragraph)
    {
        var check = Checked.Against(HebeiNote.Clean, WithBody($"<w:p><w:r><w:t>{Heading}</w:t></w:r></w:p>{paragraph}"));
        var findings = check.Findings.Where(finding => finding.Rule.StartsWith("NOTE-FIGURE", StringComparison.Ordinal)).ToArray();
        findings.ShouldHaveSingleItem().Actual.Told().ShouldBe("2041.41万元");
        findings[0].Place.Paragraph.ShouldBe(2);
    }

    [Fact]
    public void TableOfContents_IsNoBodyText()
    {
        var contents = new SdtBlock(
            new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" })),
            new SdtContentBlock(new Paragraph(new Run(new Text("二、部门预算安排的总体情况2041.41万元\t3")))));
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of([contents, new Paragraph(new Run(new Text("收入预算2041.42万元。")))]));
        check.Findings.ShouldContain(finding => finding.Rule == "NOTE-SECTION" && finding.Expected.Told() == "部门预算安排的总体情况");
        check.Findings.ShouldNotContain(finding => finding.Rule.StartsWith("NOTE-FIGURE", StringComparison.Ordinal));
    }

    [Fact]
    public void Heading_ByStyle_BeginsASection()
    {
        var heading = new Paragraph(new ParagraphProperties(new OutlineLevel { Val = 0 }), new Run(new Text("政府采购预算情况")));
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of([heading, new Paragraph(new Run(new Text("政府采购预算3.00万元。")))]));
        check.Findings.ShouldNotContain(finding => finding.Rule == "NOTE-SECTION" && finding.Expected.Told() == "政府采购预算情况");
        check.Findings.ShouldContain(finding => finding.Rule == "NOTE-FIGURE" && finding.Actual.Told() == "3.00万元");
    }

    [Theory]
    [InlineData("", "not_a_note")]
    [InlineData("一段文字", "not_a_note")]
    [InlineData("PK\u0003\u0004不完整", "damaged")]
    public void File_ThatIsNoWordDocument_IsRefused(string content, string reason) =>
        Reason(Encoding.UTF8.GetBytes(content)).ShouldBe(reason);

    [Theory]
    [InlineData("WordDocument", "old_binary_format")]
    [InlineData("EncryptedPackage", "encrypted")]
    public void CompoundFile_IsToldApart(string stream, string reason) =>
        Reason([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes(stream)]).ShouldBe(reason);

    [Fact]
    public void Workbook_IsNoNote() =>
        Reason(File.ReadAllBytes(Path.Combine(Repository.Root, "templates", "hebei", "workbook.xlsx"))).ShouldBe("not_a_note");

    [Fact]
    public void Note_WithMacros_IsRefused() => Reason(WithPart(PlainNote.Of("收入"), "word/vbaProject.bin", [1])).ShouldBe("macro");

    [Fact]
    public void Note_ThatUnpacksToFarMore_IsRefused() =>
        Reason(WithPart(PlainNote.Of("收入"), "word/media/a.bin", new byte[70 << 20])).ShouldBe("zip_bomb");

    [Fact]
    public void Note_WithADtd_IsRefused() =>
        Reason(WithPart(PlainNote.Of("收入"), "word/document.xml", Encoding.UTF8.GetBytes("<!DOCTYPE w [<!ENTITY a \"b\">]><w/>")))
            .ShouldBe("damaged");

    [Fact]
    public void Note_CutShort_IsRefused() => Reason(HebeiNote.Write(HebeiNote.Clean).Docx[..5000]).ShouldBe("damaged");

    [Fact]
    public void Note_DamagedAnywhere_IsAnswered()
    {
        var random = new Random(5);
        var sound = PlainNote.Of(Heading, "收入预算2041.41万元，比上年增加（减少）479.43万元。");
        var refused = 0;
        for (var round = 0; round < 300; round++)
        {
            var file = sound.ToArray();
            for (var flips = 0; flips < 3; flips++) file[random.Next(file.Length)] = (byte)random.Next(256);
            var check = Checked.Against(HebeiNote.Clean, file);
            if (check.Reason is not null) refused++;
            else check.Findings.ShouldNotBeEmpty();
        }

        refused.ShouldBeInRange(1, 299);
    }

    [Fact]
    public void Note_WithMarkupTornApart_IsAnswered()
    {
        var random = new Random(6);
        using var archive = new ZipArchive(new MemoryStream(HebeiNote.Write(HebeiNote.Clean).Docx));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var elements = System.Xml.Linq.XDocument.Parse(reader.ReadToEnd());
        for (var round = 0; round < 12; round++)
        {
            var all = elements.Root!.Descendants().ToArray();
            foreach (var torn in all.Where(_ => random.Next(400) == 0).Where(element => element.Parent is not null)) torn.Remove();
            var file = WithPart(
                PlainNote.Of("收入"), "word/document.xml",
                Encoding.UTF8.GetBytes(elements.ToString(System.Xml.Linq.SaveOptions.DisableFormatting)));
            Checked.Against(HebeiNote.Clean, file).Reason.ShouldBeNull();
        }
    }

    private static string? Reason(byte[] file) => Checked.Against(HebeiNote.Clean, file).Reason?.Code;

    private static byte[] WithBody(string blocks) => WithPart(
        PlainNote.Of("收入"),
        "word/document.xml",
        Encoding.UTF8.GetBytes(
            $"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>{blocks}</w:body></w:document>"));

    private static byte[] WithPart(byte[] docx, string name, byte[] part)
    {
        var content = new MemoryStream();
        content.Write(docx);
        using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)?.Delete();
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(part);
        }

        return content.ToArray();
    }
}
