using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>Workbooks as other programs write them: prefixes, Strict, drawings of their own kind.</summary>
public sealed class ForeignWorkbookTests
{
    private const string Vml = "xl/drawings/vmlDrawing1.vml";

    [Fact]
    public void CommentsWrittenByOpenpyxl_KeepTheirBoxesAndGetOursBeside()
    {
        var openpyxl = Samples.WithParts(Samples.Budget(), (Vml, _ => OpenpyxlDrawing), ("xl/comments1.xml", _ => OpenpyxlComments));

        var after = new Package(Returned.Annotate(
            openpyxl, [Samples.Note("收入总表", "C7", "旁边"), Samples.Note("收入总表", "C8", "下面")], Samples.Findings()));

        var boxes = Shapes(after).Select(shape => (string?)shape.Attribute("id")).ToList();
        boxes.ShouldBe(["_x0000_s1026", "_x0000_s1027"]);
        after.CommentsByParts()["收入总表!C8"].ShouldStartWith("请核对\n李会计\n────");
        after.CommentsByEpplus().Keys.ShouldBe(["收入总表!C7", "收入总表!C8"], ignoreOrder: true);
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void ButtonsAndOpenLineBreaksOfExcel_StayInTheDrawing()
    {
        var excel = Samples.WithParts(
            Samples.Budget(), (Vml, text => text.Replace("</xml>", ExcelButton + "</xml>", StringComparison.Ordinal)));

        var after = new Package(Returned.Annotate(excel, [Samples.Note("收入总表", "C7", "旁边")], Samples.Findings()));

        var kinds = Shapes(after)
            .Select(shape => (string?)shape.Elements().Single(element => element.Name.LocalName == "ClientData").Attribute("ObjectType"));
        kinds.ShouldBe(["Note", "Button", "Note"]);
        after.Text(Vml).ShouldContain("汇总<br />");
    }

    [Fact]
    public void DrawingThatIsNoXml_IsLeftAloneWithItsComments()
    {
        var odd = Samples.WithParts(Samples.Budget(), (Vml, _ => "<xml><v:shape"));

        var after = new Package(Returned.Annotate(odd, Samples.Notes(), Samples.Findings()));

        after.Text(Vml).ShouldBe("<xml><v:shape");
        after.Text("xl/comments1.xml").ShouldBe(new Package(odd).Text("xl/comments1.xml"));
        after.CommentsByParts().Keys.ShouldContain("支出总表!D7");
    }

    [Fact]
    public void SheetWithPrefixes_GetsItsDrawingInItsOwnWords()
    {
        var prefixed = Samples.WithParts(Samples.Budget(), ("xl/worksheets/sheet2.xml", Prefixed));

        var after = new Package(Returned.Annotate(prefixed, Samples.Notes(), Samples.Findings()));

        after.Text("xl/worksheets/sheet2.xml").ShouldContain("<x:legacyDrawing r:id=\"rId");
        after.CommentsByEpplus().Keys.ShouldContain("支出总表!D7");
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void DrawingOfComments_StandsBeforeTheTablesOfASheet()
    {
        var after = new Package(Returned.Annotate(Samples.Budget(), [Samples.Note("情况'说明", "A1", "补充职责")], Samples.Findings()));

        after.Text("xl/worksheets/sheet3.xml").ShouldMatch("<legacyDrawing [^>]*/>\\s*<tableParts");
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void SheetSavedAcrossManyLines_KeepsEveryLine()
    {
        static string Broken(string text) =>
            text.Replace("><", ">\r\n<", StringComparison.Ordinal).Replace("\n<row", "\r  <row", StringComparison.Ordinal);
        var lines = Samples.WithParts(Samples.Budget(), ("xl/worksheets/sheet1.xml", Broken), ("xl/worksheets/sheet2.xml", Broken));

        var after = new Package(Returned.Annotate(lines, Samples.Notes(), Samples.Findings()));

        var before = new Package(lines);
        Regex.Replace(after.Text("xl/worksheets/sheet2.xml"), "<legacyDrawing [^>]*/>", "")
            .ShouldBe(before.Text("xl/worksheets/sheet2.xml"));
        after.Text("xl/worksheets/sheet1.xml").ShouldBe(
            before.Text("xl/worksheets/sheet1.xml").Replace("tabSelected=\"1\"", "tabSelected=\"0\"", StringComparison.Ordinal));
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void StrictWorkbook_StaysStrict()
    {
        var after = new Package(Returned.Annotate(Strict(Samples.Budget()), Samples.Notes(), Samples.Findings()));

        var added = after.Entries.Keys.Where(
            name => name.StartsWith("xl/", StringComparison.Ordinal) && !name.EndsWith(".vml", StringComparison.Ordinal));
        foreach (var part in added)
        {
            after.Text(part)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing", "", StringComparison.Ordinal)
                .ShouldNotContain("schemas.openxmlformats.org/officeDocument/2006", customMessage: part);
        }

        after.Text("xl/worksheets/sheet2.xml").ShouldContain("<mc:Choice Requires=\"v\"");
        after.Text("xl/comments2.xml").ShouldContain("http://purl.oclc.org/ooxml/spreadsheetml/main");
        after.CommentsByParts().Keys.ShouldContain("支出总表!D7");
    }

    [Fact]
    public void StrictSheetWithExcelsChoiceOfDrawing_IsAnnotatedOnceAndCleanedAgain()
    {
        var strict = Strict(Samples.Budget());
        var once = Returned.Annotate(strict, Samples.Notes(), Samples.Findings());
        var twice = new Package(Returned.Annotate(once, Samples.Notes(), Samples.Findings()));
        var cleaned = new Package(Returned.Annotate(once, [], Samples.Findings()));

        twice.Text("xl/worksheets/sheet2.xml").ShouldBe(new Package(once).Text("xl/worksheets/sheet2.xml"));
        cleaned.Text("xl/worksheets/sheet2.xml").ShouldBe(new Package(strict).Text("xl/worksheets/sheet2.xml"));
    }

    [Fact]
    public void PackageThatDeclaresRelationshipsPartByPart_GetsOursDeclaredToo()
    {
        const string Default = "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
        string Overrides(string text)
        {
            var parts = new Package(Samples.Budget()).Entries.Keys.Where(name => name.EndsWith(".rels", StringComparison.Ordinal));
            var each = parts.Select(
                part => Default.Replace("Default Extension=\"rels\"", $"Override PartName=\"/{part}\"", StringComparison.Ordinal));
            return Regex.Replace(text, "<Default Extension=\"rels\"[^>]*/>", "")
                .Replace("</Types>", string.Concat(each) + "</Types>", StringComparison.Ordinal);
        }

        var old = Samples.WithParts(Samples.Budget(), ("[Content_Types].xml", Overrides));

        var after = new Package(Returned.Annotate(old, Samples.Notes(), Samples.Findings()));

        after.CommentsByParts().Keys.ShouldContain("支出总表!D7");
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void EmptyPartWithItsSizeAnnouncedLater_LeavesAFileEveryReaderCanFollow()
    {
        var old = SizeAnnouncedLater(Samples.WithParts(Samples.Budget(), ("docProps/thumbnail.wmf", _ => "")));

        var after = new Package(Returned.Annotate(old, Samples.Notes(), Samples.Findings()));

        after.Entries["docProps/thumbnail.wmf"].Content.ShouldBeEmpty();
        after.CommentsByEpplus().Keys.ShouldContain("支出总表!D7");
    }

    [Fact]
    public void WorkbookWithoutWindowsOrStyles_GetsThem()
    {
        var bare = Samples.WithParts(
            Samples.Budget(),
            ("xl/workbook.xml", text => Regex.Replace(text, "<bookViews>.*?</bookViews>", "")),
            ("xl/_rels/workbook.xml.rels", text => Regex.Replace(text, "<Relationship [^>]*relationships/styles\"[^>]*/>", "")),
            ("[Content_Types].xml", text => Regex.Replace(text, "<Override PartName=\"/xl/styles.xml\"[^>]*/>", "")));

        var after = new Package(Returned.Annotate(bare, [], Samples.Findings()));

        after.Text("xl/workbook.xml").ShouldContain("<bookViews><workbookView activeTab=\"0\" /></bookViews>");
        after.Text("xl/_rels/workbook.xml.rels").ShouldContain("Target=\"styles1.xml\"");
        after.Text("xl/styles1.xml").ShouldContain("微软雅黑");
        after.Faults().Where(fault => fault.Contains("styles1", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void SecondWindowOfAWorkbook_KeepsShowingItsSheet()
    {
        var two = Samples.WithParts(Samples.Budget(), ("xl/workbook.xml", text => text.Replace(
            "</bookViews>", "<workbookView activeTab=\"2\" firstSheet=\"1\"/></bookViews>", StringComparison.Ordinal)));

        var after = new Package(Returned.Annotate(two, [], Samples.Findings()));

        var views = XDocument.Parse(after.Text("xl/workbook.xml")).Descendants(Package.Main + "workbookView");
        views.Select(view => (int)view.Attribute("activeTab")!).ShouldBe([0, 3]);
    }

    private static IEnumerable<XElement> Shapes(Package package) =>
        XDocument.Parse(package.Text(Vml)).Descendants().Where(element => element.Name.LocalName == "shape");

    private static string Prefixed(string text) => Regex.Replace(text, "<(/?)(?=[a-zA-Z])", "<$1x:")
        .Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal);

    private static byte[] Strict(byte[] workbook)
    {
        var parts = new Package(workbook)
            .Entries.Keys.Where(
            name => name.EndsWith(".xml", StringComparison.Ordinal) || name.EndsWith(".rels", StringComparison.Ordinal));
        return Samples.WithParts(workbook, [.. parts.Select(part => (part, (Func<string, string>)(text => text
            .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
                StringComparison.Ordinal)
            .Replace("http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/",
                StringComparison.Ordinal))))]);
    }

    /// <summary>The zip with the sizes of its last, empty, entry behind its data, as old LibreOffice writes them.</summary>
    private static byte[] SizeAnnouncedLater(byte[] zip)
    {
        var (entry, record, end) =
            (zip.AsSpan().LastIndexOf("PK\u0003\u0004"u8), zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8), zip.Length - 22);
        var directory = BitConverter.ToInt32(zip, end + 16);
        zip[entry + 6] |= 8;
        zip[record + 8] |= 8;
        byte[] sizes = [.. "PK\u0007\u0008"u8, .. new byte[12]];
        BitConverter.GetBytes(directory + sizes.Length).CopyTo(zip, end + 16);
        return [.. zip[..directory], .. sizes, .. zip[directory..]];
    }

    private const string OpenpyxlComments =
        """<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>李会计</author></authors>"""
            + """<commentList><comment ref="C8" authorId="0" shapeId="0"><text>"""
            + """<t>请核对&#10;李会计</t></text></comment></commentList></comments>""";

    private const string OpenpyxlDrawing =
        """<xml><ns0:shapelayout xmlns:ns0="urn:schemas-microsoft-com:office:office" xmlns:ns1="urn:schemas-microsoft-com:vml" """
            + """ns1:ext="edit"><ns0:idmap ns1:ext="edit" data="1"/></ns0:shapelayout>"""
            + """<ns2:shapetype xmlns:ns2="urn:schemas-microsoft-com:vml" xmlns:ns3="urn:schemas-microsoft-com:office:office" """
            + """id="_x0000_t202" coordsize="21600,21600" ns3:spt="202" path="m,l,21600r21600,l21600,xe"><ns2:stroke joinstyle="miter"/>"""
            + """<ns2:path gradientshapeok="t" ns3:connecttype="rect"/></ns2:shapetype>"""
            + """<ns0:shape xmlns:ns0="urn:schemas-microsoft-com:vml" xmlns:ns1="urn:schemas-microsoft-com:office:office" """
            + """type="#_x0000_t202" style="position:absolute; margin-left:59.25pt;margin-top:1.5pt;width:144px;height:79px;z-index:1;"""
            + """visibility:hidden" fillcolor="#ffffe1" ns1:insetmode="auto" id="_x0000_s1026"><ns0:fill color2="#ffffe1"/>"""
            + """<ns0:shadow color="black" obscured="t"/><ns0:path ns1:connecttype="none"/><ns0:textbox style="mso-direction-alt:auto">"""
            + """<div style="text-align:left"/></ns0:textbox>"""
            + """<ns2:ClientData xmlns:ns2="urn:schemas-microsoft-com:office:excel" ObjectType="Note"><ns2:MoveWithCells/>"""
            + """<ns2:SizeWithCells/><ns2:AutoFill>False</ns2:AutoFill><ns2:Row>7</ns2:Row>"""
            + """<ns2:Column>2</ns2:Column></ns2:ClientData></ns0:shape></xml>""";

    private const string ExcelButton =
        """<v:shape id="_x0000_s1200" type="#_x0000_t201" style='position:absolute' o:button="t"><v:textbox>"""
            + """<div style='text-align:center'><font>汇总<br></font></div></v:textbox><x:ClientData ObjectType="Button">"""
            + """<x:Anchor>1, 0, 1, 0, 2, 0, 2, 0</x:Anchor></x:ClientData></v:shape>""";
}
