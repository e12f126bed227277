using System.IO.Compression;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.Workbooks.Tests.Guard;

public class WorkbookGuardTests
{
    private const string Row = """<row r="1"><c r="A1"><v>1</v></c></row>""";

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "empty", [] },
        { "one byte", "P"u8.ToArray() },
        { "text", Encoding.UTF8.GetBytes("单位,金额\n魏县县委办公室,2041.42\n") },
        { "html named xlsx", "<html><body><table><tr><td>1</td></tr></table></body></html>"u8.ToArray() },
        { "pdf", "%PDF-1.7\n"u8.ToArray() },
        { "empty zip", new WorkbookZip().Build() },
        { "other zip", new WorkbookZip().With("readme.txt", "hello").Build() },
        { "ods", new WorkbookZip().With("mimetype", "application/vnd.oasis.opendocument.spreadsheet").With("content.xml", "<office/>")
            .Build() },
        { "docx", WorkbookZip.WithRows(Row).Edited("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main")
            .Build() },
        { "pptx", WorkbookZip.WithRows(Row).Edited("[Content_Types].xml", "spreadsheetml.sheet.main", "presentationml.presentation.main")
            .Build() },
    };

    public static TheoryData<string, byte[]> DamagedFiles => new()
    {
        { "no root relationships", WorkbookZip.WithRows(Row).Without("_rels/.rels").Build() },
        { "no workbook part", WorkbookZip.WithRows(Row).Without("xl/workbook.xml").Build() },
        { "no sheet part", WorkbookZip.WithRows(Row).Without(WorkbookZip.SheetPart).Build() },
        { "sheet without relationship", WorkbookZip.WithRows(Row).Edited("xl/workbook.xml", "r:id=\"rId1\"", "r:id=\"rId9\"").Build() },
        { "same part twice", WorkbookZip.WithRows(Row).Again(WorkbookZip.SheetPart, "<worksheet/>").Build() },
        { "same part twice but for case", WorkbookZip.WithRows(Row).Again("XL/Worksheets/Sheet1.XML", "<worksheet/>").Build() },
        { "name leading out", WorkbookZip.WithRows(Row).With("xl/../../evil.txt", "x").Build() },
        { "name leading out with backslashes", WorkbookZip.WithRows(Row).With("xl\\..\\..\\evil.txt", "x").Build() },
        { "rooted name", WorkbookZip.WithRows(Row).With("/etc/passwd", "x").Build() },
        { "drive letter", WorkbookZip.WithRows(Row).With("C:/evil.txt", "x").Build() },
        { "string that is not there", WorkbookZip.WithRows("""<row r="1"><c r="A1" t="s"><v>7</v></c></row>""").Build() },
        { "cell beyond the grid", WorkbookZip.WithRows("""<row r="1"><c r="XFE1"><v>1</v></c></row>""").Build() },
        { "row that is no number", WorkbookZip.WithRows("""<row r="one"><c><v>1</v></c></row>""").Build() },
        { "merge that is no area", WorkbookZip.WithSheet(
            $"""<worksheet xmlns="{WorkbookZip.Main}"><sheetData/><mergeCells><mergeCell ref="A1-B2"/></mergeCells></worksheet>""")
                .Build() },
        { "html instead of a sheet", WorkbookZip.WithSheet("<html/>").Build() },
        { "sheet cut off", WorkbookZip.WithSheet($"""<worksheet xmlns="{WorkbookZip.Main}"><sheetData>{Row}""").Build() },
        { "unreferenced part not well formed", WorkbookZip.WithRows(Row).With("docProps/app.xml", "<Properties><a></Properties>")
            .Build() },
        { "invalid utf-8", WorkbookZip.WithRows(Row).With("xl/sharedStrings.xml", [0x3C, 0x61, 0x3E, 0xFF, 0xC0, 0x3C, 0x2F, 0x61, 0x3E])
            .Build() },
        { "attribute bomb",
            WorkbookZip.WithSheet("<worksheet " + string.Concat(Enumerable.Range(0, 5000).Select(i => $"a{i}=\"\" ")) + "/>").Build() },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void File_OfAnotherKind_IsNotAWorkbook(string kind, byte[] file) => Verdict(file).ShouldBe(UnreadableReason.NotAWorkbook, kind);

    [Theory]
    [MemberData(nameof(DamagedFiles))]
    public void Workbook_BrokenInside_IsDamaged(string fault, byte[] file) => Verdict(file).ShouldBe(UnreadableReason.Damaged, fault);

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData(WorkbookZip.SheetPart)]
    [InlineData("docProps/core.xml")]
    public void Part_WithDtdOrEntities_IsDamaged(string part)
    {
        const string Bomb = """<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>""";
        var zip = WorkbookZip.WithRows(Row).With("docProps/core.xml", "<cp/>");
        zip.Edited(part, "<", "<").With(part, Bomb + "<a>&y;</a>");
        Verdict(zip.Build()).ShouldBe(UnreadableReason.Damaged);
    }

    [Theory]
    [InlineData("&unknown;")]
    [InlineData("&#0;")]
    [InlineData("&#xD800;")]
    [InlineData("&amp")]
    [InlineData("]]>")]
    [InlineData("\u0001")]
    public void Text_ThatXmlForbids_IsDamaged(string text) =>
        Verdict(WorkbookZip.WithRows($"""<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>""").Build())
            .ShouldBe(UnreadableReason.Damaged);

    [Theory]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml")]
    [InlineData("application/vnd.ms-excel.template.macroEnabled.main+xml")]
    public void Workbook_OfMacroType_IsMacro(string type) =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type).Build())
            .ShouldBe(UnreadableReason.Macro);

    [Fact]
    public void Workbook_WithVbaPart_IsMacro() =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("xl/_rels/workbook.xml.rels", "</Relationships>",
                """<Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" """
                    + """Target="vbaProject.bin"/></Relationships>""").With("xl/vbaProject.bin", "x").Build())
                        .ShouldBe(UnreadableReason.Macro);

    [Fact]
    public void Workbook_WithVbaPartThatNothingRefersTo_IsMacro() =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("[Content_Types].xml", "<Override",
                """<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Override""").With("xl/x.bin", "x")
                    .Build()).ShouldBe(UnreadableReason.Macro);

    [Fact]
    public void Workbook_ThatSheetJsWroteWithBinaryTypesAsDefault_IsRead() =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("[Content_Types].xml", "<Override",
                """<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/><Override""")
                    .Build()).ShouldBeNull();

    [Fact]
    public void Workbook_WithExcel4MacroSheet_IsMacro() =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("xl/_rels/workbook.xml.rels", "</Relationships>",
                """<Relationship Id="rId8" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" """
                    + """Target="macrosheets/sheet1.xml"/></Relationships>""").Build()).ShouldBe(UnreadableReason.Macro);

    [Fact]
    public void BinaryWorkbook_Xlsb_IsOldBinaryFormat() =>
        Verdict(WorkbookZip.WithRows(Row)
            .Edited("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.binary.macroEnabled.main").Build()).ShouldBe(UnreadableReason.OldBinaryFormat);

    [Fact]
    public void Workbook_WithoutSheets_HasNoWorksheets() =>
        Verdict(WorkbookZip.WithRows(Row).With("xl/workbook.xml", $"""<workbook xmlns="{WorkbookZip.Main}"><sheets/></workbook>""")
            .Build()).ShouldBe(UnreadableReason.NoWorksheets);

    [Fact]
    public void Workbook_OfChartSheetsOnly_HasNoWorksheets() =>
        Verdict(WorkbookZip.WithRows(Row).Edited("xl/_rels/workbook.xml.rels", "/worksheet\"", "/chartsheet\"").Build())
            .ShouldBe(UnreadableReason.NoWorksheets);

    [Fact]
    public void File_OverTheByteLimit_IsTooLargeAndSaysTheSizes()
    {
        var file = WorkbookZip.WithRows(Row).Build();
        var result = WorkbookGuard.Open(file, new PackageLimits { FileBytes = file.Length - 1 });
        result.Reason.ShouldBe(UnreadableReason.TooLarge);
        result.Detail.ShouldContain($"{file.Length} 字节");
    }

    [Fact]
    public void Zip_WithTooManyEntries_IsTooLarge()
    {
        var zip = WorkbookZip.WithRows(Row);
        for (var i = 0; i < 2000; i++) zip.With($"xl/media/{i}.bin", "x");
        Verdict(zip.Build(CompressionLevel.NoCompression)).ShouldBe(UnreadableReason.TooLarge);
    }

    [Theory]
    [InlineData("""<row r="20001"><c r="A20001"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="XFD1" t="str"><v>角落</v></c></row>""")]
    [InlineData("""<row r="1048576"><c r="XFD1048576"><f>1+1</f></c></row>""")]
    public void Value_BeyondTheCellLimits_IsTooLarge(string rows) =>
        Verdict(WorkbookZip.WithRows(rows).Build()).ShouldBe(UnreadableReason.TooLarge);

    [Fact]
    public void FormattedEmptyCells_BeyondTheCellLimits_DoNoHarm()
    {
        var rows = Row + """<row r="1048576" s="3"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"><v></v></c></row>""";
        WorkbookGuard.Open(WorkbookZip.WithRows(rows).Build()).Package!.Content.Sheets[0].Cells.Count.ShouldBe(1);
    }

    [Fact]
    public void Cells_OverTheCount_AreTooLarge()
    {
        var rows = string.Concat(Enumerable.Range(1, 11).Select(r => $"<row><c><v>{r}</v></c></row>"));
        WorkbookGuard.Open(WorkbookZip.WithRows(rows).Build(), new PackageLimits { Cells = 11 }).IsReadable.ShouldBeTrue();
        WorkbookGuard.Open(WorkbookZip.WithRows(rows).Build(), new PackageLimits { Cells = 10 })
            .Reason.ShouldBe(UnreadableReason.TooLarge);
    }

    [Fact]
    public void SharedTexts_OverTheCount_AreTooLarge()
    {
        var file = WorkbookZip.WithRows(Row)
            .With("xl/sharedStrings.xml", "<sst>" + string.Concat(Enumerable.Repeat("<si/>", 101)) + "</sst>").Build();
        WorkbookGuard.Open(file, new PackageLimits { Cells = 100 }).Reason.ShouldBe(UnreadableReason.TooLarge);
    }

    private static UnreadableReason? Verdict(byte[] file) => WorkbookGuard.Open(file).Reason;
}
