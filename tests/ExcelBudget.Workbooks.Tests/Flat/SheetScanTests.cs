using System.IO.Compression;
using System.Text;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Reading;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Guard;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Flat;

/// <summary>Reading a sheet over its bytes gives what the cursor gives, or nothing.</summary>
public class SheetScanTests
{
    private const string Start = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\r\n"
        + """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14ac="urn:x" x14ac:uid="{1}">""";

    private static readonly string[] Usual =
    [
        """<c r="A1"><v>2041.42</v></c>""", """<c r="A1" s="1" t="s"><v>0</v></c>""", """<c t="s" s="1" r="A1"><v>2</v></c>""",
        """<c r='A1' s='2'><v>-0.50</v></c>""", """<c r="A1" s="7"/>""", """<c r="A1" s="7" />""", """<c><v>7</v></c>""",
        """<c r="XFD1048576" s="1"/>""", """<c r="A1"><v></v></c>""", """<c r="A1"><v/></c>""", """<c r="A1" t="str"><v/></c>""",
        """<c r="A1"><v>0</v></c>""", """<c r="A1"><v>-0</v></c>""", """<c r="A1"><v>007</v></c>""", """<c r="A1"><v>0.10</v></c>""",
        """<c r="A1"><v>1E3</v></c>""", """<c r="A1"><v>.5</v></c>""", """<c r="A1"><v>5.</v></c>""", """<c r="A1"><v>-</v></c>""",
        """<c r="A1"><v>31.802000000000003</v></c>""", """<c r="A1"><v>123456789012345</v></c>""",
        """<c r="A1"><v>1234567890123456</v></c>""",
        """<c r="A1"><v>12345678.12345678</v></c>""", """<c r="A1"><v> 12 </v></c>""", """<c r="A1"><v>1&#50;3</v></c>""",
        """<c r="A1"><v>-1234567890.12345</v></c>""", """<c r="A1"><v>+5</v></c>""", """<c r="A1"><v>1.2.3</v></c>""",
        """<c r="A1" t="b"><v>1</v></c>""", """<c r="A1" t="e"><v>#REF!</v></c>""", """<c r="A1" t="n"><v>5</v></c>""",
        """<c r="A1" t="str"><f>A2&amp;"甲"</f><v>乙甲</v></c>""", """<c r="A1"><f>SUM(B1:C1)</f><v>3</v></c>""",
        """<c r="A1"><f/><v>3</v></c>""",
        """<c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c><c r="A2"><f t="shared" si="0"/><v>4</v></c>""",
        """<c r="A2"><f t="shared" si="0"></f><v>4</v></c><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2</f><v>2</v></c>""",
        """<c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>2</v></c>""", """<c r="A1"><f aca="false">B1</f><v>2</v></c>""",
        """<c r="A1" t="inlineStr"><is><t>合计</t></is></c>""", """<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 合 计 </t></is></c>""",
        """<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>一、</t></r><r><t>收入</t></r><rPh sb="0" eb="1"><t>shou</t></rPh></is></c>""",
        """<c r="A1" t="inlineStr"><is><t>甲_x000D_乙_x005F_x0041_丙</t></is></c>""", """<c r="A1" t="inlineStr"><is/></c>""",
        """<c r="A1" cm="1"><v>1</v></c>""", """<c r="A1"><v>1</v><v>2</v></c>""", """<c r="A1">甲<v>1</v> 乙</c>""",
    ];

    private static readonly string[] Odd =
    [
        """<x:c xmlns:x="u" r="A1"><x:v>7</x:v></x:c>""", """<c r="A1"><!-- --><v>7</v></c>""", """<c r="A1"><v><![CDATA[7]]></v></c>""",
        """<c r="a1"><v>7</v></c>""", """<c r="$A$1"><v>7</v></c>""", """<c  r="A1"><v>7</v></c>""", "<c\nr=\"A1\"><v>7</v></c>",
        """<c r = "A1"><v>7</v></c>""", """<c r="A&#49;"><v>7</v></c>""", """<c r="A1" t="d"><v>2023-06-01</v></c>""",
        """<c r="A1"><v>7</v></c >""", """<c r="A1"><v>7<x/></v></c>""", "<c r=\"A1\" t=\"str\"><v>甲\r\n乙</v></c>",
        """<c r="A1" t="x"><v>7</v></c>""",
    ];

    private static readonly string[] Broken =
    [
        """<c r="A1"><v>7</c>""", """<c r="A1" r="A1"><v>7</v></c>""", """<c r="A1"><v>7</v>""", """<c r="A0"><v>7</v></c>""",
        """<c r="A1" t="s"><v>3</v></c>""", """<c r="A1" t="str"><v>&nbsp;</v></c>""", """<c r="A1"s="1"><v>7</v></c>""",
        """<c r="A1" s=1><v>7</v></c>""", """<c r="A1" a="<"><v>7</v></c>""", """<c r="A1" t="str"><v>]]></v></c>""",
        "<c r=\"A1\"><v>\u0001</v></c>",
        """<c r="XFE1"><v>7</v></c>""",
        """<c r="A1048577"><v>7</v></c>""", """<c r="A20001"><v>7</v></c>""", """<c r="SG1"><v>7</v></c>""",
        "<c r=\"A1\" t=\"str\"><v>\uFFFE</v></c>",
    ];

    private static readonly string[] Around =
    [
        """<sheetData/>""", """<sheetData></sheetData><sheetData><row/></sheetData>""",
        """<cols><col min="2" max="4" hidden="1"/></cols><sheetData/>""",
        """<sheetData/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>""",
        """<sheetViews><sheetView a="&x;"><y/></sheetView></sheetViews>""",
        """<sheetData><row r="3" hidden="true" x14ac:dyDescent="0.2"><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>""",
        """<extLst><ext uri="{1}"><x14:a xmlns:x14="u"><xm:f xmlns:xm="v">甲&gt;</xm:f></x14:a></ext></extLst>""",
    ];

    [Fact]
    public void Cell_WrittenAsProgramsWriteIt_IsScannedAndReadsTheSame() =>
        Usual.Select(cell => Sheet($"<sheetData><row r=\"1\">{cell}</row></sheetData>")).Concat(Around.Select(Sheet))
            .Where(sheet => !BothReadings.Agree(sheet)).Select(Encoding.UTF8.GetString).ShouldBeEmpty();

    [Fact]
    public void Cell_WrittenOtherwise_IsLeftToTheCursor()
    {
        foreach (var cell in Odd)
        {
            var sheet = Sheet($"<sheetData><row r=\"1\">{cell}</row></sheetData>");
            BothReadings.Agree(sheet).ShouldBeFalse(cell);
            BothReadings.Walked(sheet).ShouldNotBeNull(cell);
        }
    }

    [Fact]
    public void Sheet_ThatIsRefused_IsNeverScanned()
    {
        foreach (var cell in Broken)
        {
            var sheet = Sheet($"<sheetData><row r=\"1\">{cell}</row></sheetData>");
            BothReadings.Agree(sheet).ShouldBeFalse(cell);
            BothReadings.Walked(sheet).ShouldBeNull(cell);
        }
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Sheet_InAnotherEncoding_IsLeftToTheCursor(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var sheet = Encoding.UTF8.GetString(Sheet("<sheetData><row><c><v>7</v></c></row></sheetData>"));
        foreach (byte[] part in (byte[][])[encoding.GetBytes(sheet), [.. encoding.GetPreamble(), .. encoding.GetBytes(sheet)]])
        {
            BothReadings.Agree(part).ShouldBeFalse();
            BothReadings.Walked(part)!.Cells.ShouldHaveSingleItem();
        }

        BothReadings.Agree([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(sheet)]).ShouldBeTrue();
        BothReadings.Agree(Sheet("<!DOCTYPE worksheet><sheetData/>")).ShouldBeFalse();
    }

    [Fact]
    public void Sheet_AtTheEdgesOfLimits_IsScannedUpToThem()
    {
        var two = Sheet("""<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>甲乙</v></c></row></sheetData>""");
        BothReadings.Agree(two, new PackageLimits { Cells = 2, TextCharacters = 2, Rows = 1, Columns = 2 }).ShouldBeTrue();
        PackageLimits[] narrow = [new() { Cells = 1 }, new() { TextCharacters = 1 }, new() { Rows = 0 }, new() { Columns = 1 }];
        foreach (var limits in narrow)
        {
            BothReadings.Agree(two, limits).ShouldBeFalse();
            BothReadings.Walked(two, limits).ShouldBeNull();
        }

        var deep = Sheet(string.Concat(Enumerable.Repeat("<a>", 20)) + "<b/>" + string.Concat(Enumerable.Repeat("</a>", 20)));
        BothReadings.Agree(deep, new PackageLimits { XmlDepth = 22 }).ShouldBeTrue();
        BothReadings.Agree(deep, new PackageLimits { XmlDepth = 21 }).ShouldBeFalse();
        BothReadings.Walked(deep, new PackageLimits { XmlDepth = 21 }).ShouldBeNull();
    }

    [Fact]
    public void Sheet_SpoiledInAnyWay_IsReadTheSameOrLeftToTheCursor()
    {
        var (random, scanned) = (new Random(29), 0);
        for (var number = 0; number < 6_000; number++)
        {
            var cells = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(random)));
            var sheet = WorkbookZip.WithSheet(Encoding.UTF8.GetString(
                Sheet(Around[random.Next(Around.Length)] + $"<sheetData><row>{cells}</row></sheetData>")));
            if (number % 3 > 0) sheet.Spoil(WorkbookZip.SheetPart, random);
            if (BothReadings.Agree(sheet.BytesOf(WorkbookZip.SheetPart))) scanned++;
        }

        scanned.ShouldBeInRange(1_000, 5_000);
    }

    [Fact]
    public void Texts_AnyTheyAre_AreReadTheSameOrLeftToTheCursor()
    {
        string[] texts =
        [
            "<si><t>甲</t></si>", "<si/>", "<si><t/></si>", """<si><t xml:space="preserve"> 甲&amp;乙 </t></si>""",
        "<si><t>a_x000A_b</t></si>",
            "<si><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r><phoneticPr fontId=\"1\"/></si>", "<x/>", "<si><t>甲</t><t>乙</t></si>",
        ];
        var (random, scanned) = (new Random(7), 0);
        for (var number = 0; number < 2_000; number++)
        {
            var zip = WorkbookZip.WithRows("").With("xl/sharedStrings.xml", "<sst xmlns=\"u\" count=\"1\">"
                + string.Concat(Enumerable.Range(0, 3).Select(_ => texts[random.Next(texts.Length)])) + "</sst>");
            if (number % 3 > 0) zip.Spoil("xl/sharedStrings.xml", random);
            var (ofScan, ofCursor) = BothReadings.SharedTexts(zip.BytesOf("xl/sharedStrings.xml"));
            if (ofScan is null) continue;
            scanned++;
            ofScan.ShouldBe(ofCursor);
        }

        scanned.ShouldBeGreaterThan(666);
    }

    [Fact]
    public void EverySheetOfAnIssuedWorkbook_IsScanned()
    {
        using var zip = new ZipArchive(new MemoryStream(HebeiWorkbook.Of("full")));
        var texts = BothReadings.SharedTexts(Bytes(zip.GetEntry("xl/sharedStrings.xml")!)).Scanned.ShouldNotBeNull();
        var parts = zip.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToArray();
        parts.Length.ShouldBeGreaterThan(15);
        parts.Where(entry => BothReadings.Scanned(Bytes(entry), texts: [.. texts]) is null).Select(entry => entry.Name).ShouldBeEmpty();
    }

    [Fact]
    public void CodeList_ThatCameBefore_IsReadFromMemoryInThePlaceItHasNow()
    {
        var rows = string.Concat(Enumerable.Range(1, 3_000).Select(row =>
            $"""<row r="{row}"><c r="A{row}" s="1" t="str"><v>编码{(long)row * 7919 * 104729}</v></c></row>"""));
        WorkbookZip Zip() => WorkbookZip.WithRows(rows);
        string Shown(FlatSheet sheet) => string.Join('\n', sheet.Cells.Select(cell => $"{cell}{cell.IsDateFormat}"));
        var first = WorkbookGuard.Open(Zip().Build()).Package!.Content.Sheets[0];
        var second = WorkbookGuard.Open(Zip().Build()).Package!.Content.Sheets[0];
        var third = WorkbookGuard.Open(Zip().Edited("xl/workbook.xml", "收支总表", "目录").Build()).Package!.Content.Sheets[0];
        Shown(third).ShouldBe(Shown(first));
        (third.Name, first.Name).ShouldBe(("目录", "收支总表"));
        ReferenceEquals(third.Cells, second.Cells).ShouldBeTrue();
        var restyled = WorkbookGuard.Open(Zip().Edited("xl/styles.xml", "<xf numFmtId=\"14\"/>", "<xf numFmtId=\"0\"/>").Build());
        restyled.Package!.Content.Sheets[0].Cells.ShouldAllBe(cell => !cell.IsDateFormat);
        WorkbookGuard.Open(Zip().Build(), new PackageLimits { Cells = 2_999 }).IsReadable.ShouldBeFalse();
        WorkbookGuard.Open(Zip().Build(), new PackageLimits { TotalBytes = 10_000 }).IsReadable.ShouldBeFalse();
    }

    private static string Any(Random random)
    {
        var cells = random.Next(8) == 0 ? Odd : Usual;
        return cells[random.Next(cells.Length)];
    }

    private static byte[] Sheet(string content) => Encoding.UTF8.GetBytes(Start + content + "</worksheet>\n");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
