using System.Text;
using System.Xml;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Tests.Guard;

public class XmlCursorTests
{
    private static readonly string[] Documents =
    [
        "<a/>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<!-- 说明 --><x:a xmlns:x='urn:x' x:b=' 1\r\n2\t3&#10;' c=\"&lt;&amp;&#x4E00;\">"
            + "<x:b>合计</x:b>\r\n<c><![CDATA[<&\r\n]]> 尾 &gt;</c><?pi x?><d ></d ></x:a>\n<!-- 完 -->",
        "<row r=\"1\"><c r=\"A1\" t='s'><v>12</v></c><c/><c r=\"B1\"><is><r><t xml:space=\"preserve\"> 甲 </t></r></is></c></row>",
        "<a><b>1</b>text<b>2</b></a>",
    ];

    [Fact]
    public void Cursor_OnWellFormedXml_ReadsWhatXmlReaderReads()
    {
        foreach (var document in Documents) Ours(Encoding.UTF8.GetBytes(document)).ShouldBe(Theirs(document));
    }

    [Fact]
    public void Cursor_OnSpoiledXml_AcceptsNothingThatXmlReaderReadsDifferently()
    {
        var random = new Random(11);
        int bothRead = 0, bothRefuse = 0, weRefuse = 0, onlyWeRead = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var document = Spoiled(Documents[round % Documents.Length], random);
            var ours = Ours(Encoding.UTF8.GetBytes(document));
            var theirs = Theirs(document);
            if (ours is not null && theirs is not null) ours.ShouldBe(theirs, document);
            if (ours is not null && theirs is not null) bothRead++;
            else if (ours is null && theirs is null) bothRefuse++;
            else if (ours is null) weRefuse++;
            else onlyWeRead++;
        }
        bothRead.ShouldBeGreaterThan(1000);
        bothRefuse.ShouldBeGreaterThan(5000);
        // nothing well formed is refused; undeclared prefixes and names with strange characters are let through
        weRefuse.ShouldBe(0);
        onlyWeRead.ShouldBeLessThan(bothRefuse / 10);
    }

    [Theory]
    [InlineData(1200, false)]
    [InlineData(1201, false)]
    [InlineData(1200, true)]
    [InlineData(1201, true)]
    public void Cursor_OnUtf16_ReadsTheSame(int codePage, bool withMark)
    {
        var encoding = Encoding.GetEncoding(codePage);
        foreach (var document in Documents)
        {
            byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(document)];
            Ours(bytes).ShouldBe(Theirs(document));
        }
    }

    [Fact]
    public void Cursor_OnUtf8WithMark_ReadsTheSame() =>
        Ours([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Documents[1])]).ShouldBe(Theirs(Documents[1]));

    private static string? Ours(byte[] bytes)
    {
        try
        {
            var log = new StringBuilder();
            using var xml = new XmlCursor(XmlChars.Decode(bytes, "part"), "part");
            if (!xml.ReadChild(0)) return null;
            Describe(xml, log);
            while (xml.Read())
            {
            }
            return log.ToString();
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private static void Describe(XmlCursor xml, StringBuilder log)
    {
        var depth = xml.Depth;
        log.Append(CultureFree(depth)).Append(xml.Name);
        foreach (var name in (string[])["r", "t", "c"]) log.Append('|').Append(xml.Attribute(name));
        log.Append('|').Append(xml.PrefixedAttribute("b")).Append('\n');
        if (xml.Is("v") || xml.Is("t") || xml.Is("b"))
        {
            log.Append(xml.ReadContent()).Append('\n');
            return;
        }
        while (xml.ReadChild(depth)) Describe(xml, log);
    }

    private static string? Theirs(string document)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            var dom = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(document), settings);
            dom.Load(reader);
            var log = new StringBuilder();
            Describe(dom.DocumentElement!, 1, log);
            return log.ToString();
        }
        // XmlDocument throws the second for a version number it does not know
        catch (Exception refused) when (refused is XmlException or ArgumentException)
        {
            return null;
        }
    }

    private static void Describe(XmlElement element, int depth, StringBuilder log)
    {
        log.Append(CultureFree(depth)).Append(element.LocalName);
        foreach (var name in (string[])["r", "t", "c"]) log.Append('|').Append(element.GetAttribute(name));
        log.Append('|')
            .Append(element.Attributes.Cast<XmlAttribute>().FirstOrDefault(a => a.Prefix.Length > 0 && a.LocalName == "b")?.Value)
            .Append('\n');
        if (element.LocalName is "v" or "t" or "b")
        {
            log.Append(string.Concat(
                element.ChildNodes.Cast<System.Xml.XmlNode>().Where(n => n is XmlCharacterData and not XmlComment).Select(n => n.Value)))
                .Append('\n');
            return;
        }
        foreach (var child in element.ChildNodes.OfType<XmlElement>()) Describe(child, depth + 1, log);
    }

    private static char CultureFree(int depth) => (char)('0' + depth);

    private static string Spoiled(string document, Random random)
    {
        const string Likely = "<>/\"'=&; !?-[]:x0ab\r\n";
        var text = new StringBuilder(document);
        for (var i = random.Next(2); i >= 0 && text.Length > 1; i--)
        {
            var at = random.Next(text.Length);
            if (random.Next(3) == 0) text.Remove(at, Math.Min(random.Next(4), text.Length - at));
            else if (random.Next(2) == 0) text.Insert(at, Likely[random.Next(Likely.Length)]);
            else text[at] = Likely[random.Next(Likely.Length)];
        }
        return text.ToString();
    }
}
