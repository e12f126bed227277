using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>A small hand-made workbook whose parts a test can replace, spoil or leave out.</summary>
internal sealed class WorkbookZip
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string SheetPart = "xl/worksheets/sheet1.xml";

    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private readonly List<(string Name, byte[] Content)> _parts = [];

    /// <summary>One sheet «收支总表» with the given rows.</summary>
    public static WorkbookZip WithRows(string rows) =>
        WithSheet($"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");

    /// <summary>One sheet «收支总表» with the given XML.</summary>
    public static WorkbookZip WithSheet(string sheet) => new WorkbookZip()
        .With("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml"
              ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """)
        .With("_rels/.rels", LinksXml($"""<Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/>"""))
        .With("xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="收支总表" sheetId="1" r:id="rId1"/></sheets></workbook>""")
        .With("xl/_rels/workbook.xml.rels",
            LinksXml(
                $"""<Relationship Id="rId1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/>"""
                    + $"""<Relationship Id="rId2" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/>"""
                    + $"""<Relationship Id="rId3" Type="{Links}/styles" Target="styles.xml"/>"""))
        .With("xl/styles.xml",
            $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>"""
                + """<numFmt numFmtId="165" formatCode="[Red]0.00&quot;days&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/>"""
                + """<xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""")
        .With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>本年收入合计</t></si></sst>""")
        .With(SheetPart, sheet);

    public static string LinksXml(string links) => $"""<Relationships xmlns="{Package}/relationships">{links}</Relationships>""";

    /// <summary>Adds a part, or replaces the one of that name.</summary>
    public WorkbookZip With(string name, string xml) => With(name, Encoding.UTF8.GetBytes(xml));

    public WorkbookZip With(string name, byte[] content)
    {
        var at = _parts.FindIndex(p => p.Name == name);
        if (at < 0) _parts.Add((name, content));
        else _parts[at] = (name, content);
        return this;
    }

    /// <summary>Adds a part even where one of that name stands already.</summary>
    public WorkbookZip Again(string name, string xml)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(xml)));
        return this;
    }

    public WorkbookZip Without(string name)
    {
        _parts.RemoveAll(p => p.Name == name);
        return this;
    }

    public WorkbookZip Renamed(string name, string newName)
    {
        var at = _parts.FindIndex(p => p.Name == name);
        _parts[at] = (newName, _parts[at].Content);
        return this;
    }

    /// <summary>Replaces words in a part.</summary>
    public WorkbookZip Edited(string name, string words, string by)
    {
        var text = Encoding.UTF8.GetString(_parts.Find(p => p.Name == name).Content);
        text.ShouldContain(words);
        return With(name, text.Replace(words, by, StringComparison.Ordinal));
    }

    /// <summary>Changes, drops or doubles some bytes of a part.</summary>
    public void Spoil(string name, Random random)
    {
        var bytes = _parts.Find(p => p.Name == name).Content.ToList();
        const string Likely = "<>/\"'=&; !?-[]:x0";
        for (var i = random.Next(3); i >= 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            if (random.Next(4) == 0) bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
            else if (random.Next(3) == 0) bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(20), bytes.Count - at)));
            else bytes[at] = (byte)Likely[random.Next(Likely.Length)];
        }
        With(name, [.. bytes]);
    }

    public byte[] BytesOf(string name) => _parts.Find(p => p.Name == name).Content;

    public IEnumerable<string> PartNames => _parts.Select(p => p.Name);

    public byte[] Build(CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }
}
