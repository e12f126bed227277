using System.Text;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Reading;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Flat;

/// <summary>Reading workbook.xml over its bytes gives what the cursor gives, or nothing.</summary>
public class WorkbookScanTests
{
    private const string Start = """<workbook xmlns="urn:m" xmlns:r="urn:r" xmlns:mc="urn:c"><fileVersion appName="xl"/>""";

    private const string Sheets =
        """<sheets><sheet name="T1 收支总表" sheetId="1" r:id="rId1"/><sheet name="甲" state="veryHidden" sheetId="2" r:id="rId2"/></sheets>""";

    private static readonly string[] Usual =
    [
        Sheets, "<workbookPr date1904=\"1\"/>" + Sheets, "<workbookPr date1904=\"true\"></workbookPr><workbookPr/>" + Sheets,
        Sheets + """<definedNames><definedName name="EB_id" hidden="1">"EB1|甲&amp;乙"</definedName></definedNames>""",
        Sheets + """<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'甲'!$A$1:$B$2</definedName></definedNames>""",
        Sheets + """<definedNames><definedName name="n" localSheetId="7">A1</definedName><definedName name="leer"/></definedNames>""",
        Sheets + """<definedNames><definedName name="n_x0041_">_x0042_1</definedName></definedNames><calcPr calcId="1"/>""",
        "<sheets/><definedNames/>",
        "<mc:AlternateContent><mc:Choice Requires=\"x\"><sheets><sheet name=\"另\"/></sheets></mc:Choice></mc:AlternateContent>"
            + Sheets,
        "<sheets><sheet sheetId=\"1\" x:id=\"a\" r:id=\"b\" name=\"丙\" state=\"hidden\"></sheet></sheets>",
    ];

    private static readonly string[] Odd =
    [
        "<x:sheets xmlns:x=\"urn:m\"><x:sheet name=\"甲\" r:id=\"a\"/></x:sheets>", "<sheets><!-- --></sheets>",
        "<sheets><sheet name=\"甲&amp;乙\" r:id=\"a\"/></sheets>", "<sheets><other/></sheets>",
        Sheets + "<definedNames><definedName name=\"n\">A<b/>1</definedName></definedNames>",
        Sheets + "<definedNames><definedName></definedNames>",
    ];

    [Fact]
    public void WorkbookPart_AsProgramsWriteIt_ReadsAsTheCursorReadsIt()
    {
        foreach (var content in Usual)
        {
            var part = Encoding.UTF8.GetBytes(Start + content + "</workbook>");
            Described(Scanned(part).ShouldNotBeNull(content)).ShouldBe(Described(Walked(part)), content);
        }
    }

    [Fact]
    public void WorkbookPart_WrittenOtherwise_IsLeftToTheCursor()
    {
        foreach (var content in Odd)
            Scanned(Encoding.UTF8.GetBytes(Start + content + "</workbook>")).ShouldBeNull(content);
    }

    [Fact]
    public void WorkbookPart_OfAnIssuedWorkbook_ReadsAsTheCursorReadsIt()
    {
        var opened = ExcelBudget.OfficePackages.Guard.WorkbookGuard.Open(HebeiWorkbook.Of("full")).Package.ShouldNotBeNull();
        var part = opened.Bytes(opened.MainPart).ShouldNotBeNull();
        var scanned = Scanned(part).ShouldNotBeNull();
        scanned.Names.Count.ShouldBeGreaterThan(100);
        Described(scanned).ShouldBe(Described(Walked(part)));
    }

    [Fact]
    public void WorkbookPart_CutAnywhere_IsNeverRead()
    {
        var part = Encoding.UTF8.GetBytes(Start + Usual[3] + "</workbook>");
        for (var length = 0; length < part.Length; length++)
            Scanned(part.AsSpan(0, length)).ShouldBeNull();
    }

    private static WorkbookPart? Scanned(ReadOnlySpan<byte> part) => WorkbookScan.TryRead(part, PackageLimits.Default.XmlDepth);

    private static WorkbookPart Walked(byte[] part)
    {
        using var xml = new XmlCursor(XmlChars.Decode(part, "part"), "part");
        return WorkbookPart.Read(xml);
    }

    private static string Described(WorkbookPart book) =>
        $"{book.Date1904}\n{string.Join('\n', book.Tabs)}\n{string.Join('\n', book.Names)}";
}
