using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Guard;

namespace ExcelBudget.Workbooks.Tests.Flat;

public class FlatReaderTests
{
    [Fact]
    public void SheetNobodyReads_IsListedWithItsPartAndNoCells()
    {
        var file = WorkbookZip.WithRows("""<row r="1"><c r="A1"><v>2041.42</v></c></row>""").Build();
        var name = WorkbookGuard.Open(file).Package!.Content.Sheets.ShouldHaveSingleItem().Name;
        var sheet = WorkbookGuard.Open(file, unread: new HashSet<string> { name }).Package!.Content.Sheets.ShouldHaveSingleItem();
        (sheet.Name, sheet.PartName, sheet.IsUnread, sheet.Cells.Count).ShouldBe((name, "xl/worksheets/sheet1.xml", true, 0));
    }

    [Fact]
    public void SheetNobodyReads_IsProvenWholeAllTheSame()
    {
        var zip = WorkbookZip.WithSheet("<worksheet><sheetData><row></sheetData></worksheet>");
        WorkbookGuard.Open(zip.Build(), unread: new HashSet<string> { "收支总表" }).Reason.ShouldBe(UnreadableReason.Damaged);
    }

    [Theory]
    [InlineData("""<c r="A1"><v>2041.42</v></c>""", FlatCellKind.Number, "2041.42")]
    [InlineData("""<c r="A1" t="n"><v> 1E3 </v></c>""", FlatCellKind.Number, "1E3")]
    [InlineData("""<c r="A1"><v>31.802000000000003</v></c>""", FlatCellKind.Number, "31.802000000000003")]
    [InlineData("""<c r="A1"><v>1E300</v></c>""", FlatCellKind.Number, "1E300")]
    [InlineData("""<c r="A1"><v>1,5x</v></c>""", FlatCellKind.Text, "1,5x")]
    [InlineData("""<c r='A1' t='s'><v>0</v></c>""", FlatCellKind.Text, "本年收入合计")]
    [InlineData("""<c r="A1" t="str"><v>合计</v></c>""", FlatCellKind.Text, "合计")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>合计</t></is></c>""", FlatCellKind.Text, "合计")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t xml:space="preserve">  合计 </t></is></c>""", FlatCellKind.Text, "  合计 ")]
    [InlineData(
        """<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>一、</t></r><r><t>收入</t></r><rPh sb="0" eb="1"><t>shou</t></rPh>"""
            + """<phoneticPr fontId="1"/></is></c>""", FlatCellKind.Text, "一、收入")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>甲_x000D_乙_x005F_x0041_丙_xZZZZ_</t></is></c>""", FlatCellKind.Text,
        "甲\r乙_x0041_丙_xZZZZ_")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t><![CDATA[<甲>]]>&amp;乙</t></is></c>""", FlatCellKind.Text, "<甲>&乙")]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""", FlatCellKind.Boolean, "TRUE")]
    [InlineData("""<c r="A1" t="b"><v>0</v></c>""", FlatCellKind.Boolean, "FALSE")]
    [InlineData("""<c r="A1" t="e"><v>#REF!</v></c>""", FlatCellKind.Error, "#REF!")]
    [InlineData("""<c r="A1" t="d"><v>2023-06-01</v></c>""", FlatCellKind.Number, "2023-06-01")]
    [InlineData("""<x:c xmlns:x="u" r="A1"><x:v>7</x:v></x:c>""", FlatCellKind.Number, "7")]
    public void Cell_OfEveryType_ReadsAsItStands(string cell, FlatCellKind kind, string text)
    {
        var read = Sheet(WorkbookZip.WithRows($"<row r=\"1\">{cell}</row>"))[1, 1]!;
        read.Kind.ShouldBe(kind);
        read.Text.ShouldBe(text);
        read.HasCachedValue.ShouldBeTrue();
        read.Formula.ShouldBeNull();
    }

    [Theory]
    [InlineData("<c r=\"A1\"><v>31.802000000000003</v></c>", 31.802)]
    [InlineData("<c r=\"A1\"><v>1E3</v></c>", 1000)]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2023-06-01T12:00:00</v></c>", 45078.5)]
    public void Number_InItsCell_IsADecimal(string cell, double value) =>
        Sheet(WorkbookZip.WithRows($"<row>{cell}</row>"))[1, 1]!.Number.ShouldBe((decimal)value);

    [Theory]
    [InlineData("""<c r="A1" s="3"/>""")]
    [InlineData("""<c r="A1"><v></v></c>""")]
    [InlineData("""<c r="A1" t="s"><v/></c>""")]
    [InlineData("""<c r="A1" t="e"><v></v></c>""")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t/></is></c>""")]
    [InlineData("""<c r="A1" t="str"><v></v></c>""")]
    public void Cell_WithoutValueOrFormula_IsNotThere(string cell) =>
        Sheet(WorkbookZip.WithRows($"<row r=\"1\">{cell}</row>")).Cells.ShouldBeEmpty();

    [Theory]
    [InlineData("""<c r="A1"><f>SUM(B1:C1)</f></c>""", false, "")]
    [InlineData("""<c r="A1"><f>SUM(B1:C1)</f><v></v></c>""", false, "")]
    [InlineData("""<c r="A1"><f>SUM(B1:C1)</f><v/></c>""", false, "")]
    [InlineData("""<c r="A1"><f>=SUM(B1:C1)</f><v>3</v></c>""", true, "3")]
    [InlineData("""<c r="A1" t="str"><f>SUM(B1:C1)</f><v></v></c>""", true, "")]
    [InlineData("""<c r="A1" t="e"><f>SUM(B1:C1)</f><v>#N/A</v></c>""", true, "#N/A")]
    [InlineData("""<c r="A1"><f t="array" ref="A1">SUM(B1:C1)</f><v>3</v></c>""", true, "3")]
    public void Formula_WithOrWithoutItsResult_SaysWhich(string cell, bool cached, string text)
    {
        var read = Sheet(WorkbookZip.WithRows($"<row r=\"1\">{cell}</row>"))[1, 1]!;
        read.Formula.ShouldBe("SUM(B1:C1)");
        read.HasCachedValue.ShouldBe(cached);
        read.Text.ShouldBe(text);
    }

    [Fact]
    public void SharedFormula_InEachCell_IsMovedThere()
    {
        var sheet = Sheet(WorkbookZip.WithRows("""
            <row r="1"><c r="C1"><f t="shared" si="0"/><v>1</v></c><c r="D1"><f t="shared" ref="C1:D2" si="0">A1+$B$1</f></c></row>
            <row r="2"><c r="D2"><f t="shared" si="0"/></c><c r="E2"><f t="shared" ref="E2:E3" si="0">E1*2</f></c></row>
            <row r="3"><c r="E3"><f t="shared" si="0"/></c><c r="F3"><f t="shared" si="9"/><v>5</v></c></row>
            """));
        sheet[1, 3]!.Formula.ShouldBe("#REF!+$B$1");
        sheet[1, 4]!.Formula.ShouldBe("A1+$B$1");
        sheet[2, 4]!.Formula.ShouldBe("A2+$B$1");
        sheet[2, 5]!.Formula.ShouldBe("E1*2");
        sheet[3, 5]!.Formula.ShouldBe("E2*2");
        sheet[3, 6]!.HasFormula.ShouldBeFalse();
    }

    [Fact]
    public void ArrayFormula_OverSeveralCells_ComputesAllOfThem()
    {
        var sheet = Sheet(WorkbookZip.WithRows("""
            <row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row>
            <row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>
            """));
        sheet[2, 1]!.Formula.ShouldBe("B1:B2*2");
        sheet[2, 1]!.Number.ShouldBe(4m);
        sheet[2, 2]!.HasFormula.ShouldBeFalse();
    }

    [Fact]
    public void CellsAndRows_WithoutAddress_FollowTheOneBefore()
    {
        var sheet = Sheet(WorkbookZip.WithRows(
            """<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c>"""
                + """<v>5</v></c></row>"""));
        sheet.Cells.Select(c => $"{c.Reference}={c.Text}").ShouldBe(["A1=1", "D1=2", "E1=3", "A5=4", "A6=5"]);
    }

    [Fact]
    public void Dimension_ThatLies_IsIgnored() =>
        Sheet(WorkbookZip.WithSheet(
            """<worksheet><dimension ref="A1:A1"/><sheetData><row r="3"><c r="B3"><v>1</v></c></row></sheetData></worksheet>"""))[3,
                2].ShouldNotBeNull();

    [Fact]
    public void MergesAndHiddenRowsAndColumns_AreKept()
    {
        var sheet = Sheet(WorkbookZip.WithSheet($"""
            <worksheet xmlns="{WorkbookZip.Main}">
            <cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/><col min="600" max="16384" hidden="true"/></cols>
            <sheetData><row r="2" hidden="1"/><row r="3"/></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>
            <extLst><ext><mergeCells><mergeCell ref="A5:C6"/></mergeCells></ext></extLst></worksheet>
            """));
        sheet.Merges.ShouldBe([new CellRange(1, 1, 2, 3)]);
        sheet.MergedTopLeft(2, 3).ShouldBe(new CellReference(1, 1));
        Enumerable.Range(1, 6).Where(sheet.IsColumnHidden).ShouldBe([2, 3]);
        Enumerable.Range(1, 6).Where(sheet.IsRowHidden).ShouldBe([2]);
    }

    [Fact]
    public void DateFormat_BuiltInOrChinese_IsKnownAsDate()
    {
        var sheet = Sheet(WorkbookZip.WithRows(
            """<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c><c s="99"><v>1</v></c></row>"""));
        sheet.Cells.Select(c => c.IsDateFormat).ShouldBe([false, true, true, false, false]);
    }

    [Fact]
    public void Workbook_InStrictForm_ReadsLikeAnyOther()
    {
        var zip = WorkbookZip.WithRows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""");
        foreach (var part in zip.PartNames.ToArray())
        {
            if (part.EndsWith(".rels", StringComparison.Ordinal))
                zip.Edited(part, WorkbookZip.Links, "http://purl.oclc.org/ooxml/officeDocument/relationships");
            else if (part.StartsWith("xl/", StringComparison.Ordinal))
                zip.Edited(part, WorkbookZip.Main, "http://purl.oclc.org/ooxml/spreadsheetml/main");
        }
        zip.Edited("xl/workbook.xml", WorkbookZip.Links, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        Sheet(zip)[1, 1]!.Text.ShouldBe("本年收入合计");
    }

    [Fact]
    public void Workbook_WithPrefixedElements_ReadsLikeAnyOther()
    {
        var zip = WorkbookZip.WithSheet(
            $"""<x:worksheet xmlns:x="{WorkbookZip.Main}"><x:sheetData><x:row r="1"><x:c r="A1" t="s">"""
                + """<x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>""")
            .With("xl/workbook.xml",
                $"""<x:workbook xmlns:x="{WorkbookZip.Main}" xmlns:odd="{WorkbookZip.Links}"><x:sheets>"""
                    + """<x:sheet name="收支总表" sheetId="1" odd:id="rId1"/></x:sheets></x:workbook>""")
            .With("xl/sharedStrings.xml",
                $"""<x:sst xmlns:x="{WorkbookZip.Main}"><x:si><x:r><x:t>本年</x:t></x:r><x:r><x:t>收入</x:t></x:r></x:si></x:sst>""");
        Sheet(zip)[1, 1]!.Text.ShouldBe("本年收入");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Parts_InEachEncodingWithMark_ReadTheSame(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var sheet =
            """<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is>"""
                + """<t>合计</t></is></c></row></sheetData></worksheet>""";
        Sheet(WorkbookZip.WithRows("").With(WorkbookZip.SheetPart, [.. encoding.GetPreamble(), .. encoding.GetBytes(sheet)]))[1,
            1]!.Text.ShouldBe("合计");
    }

    [Fact]
    public void Parts_AtUnusualPaths_AreFoundByTheirRelationships()
    {
        var zip = WorkbookZip.WithRows("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""")
            .Renamed("xl/workbook.xml", "Book/main.xml").Renamed("xl/_rels/workbook.xml.rels", "book/_RELS/main.xml.rels")
            .Renamed("[Content_Types].xml", "[content_types].XML").Renamed("xl/worksheets/sheet1.xml", "预算\\表 1.xml")
            .Edited("[content_types].XML", "/xl/workbook.xml", "/book/main.xml")
                .Edited("_rels/.rels", "xl/workbook.xml", "/./Book/main.xml")
            .Edited("book/_RELS/main.xml.rels", "worksheets/sheet1.xml", "../预算/表%201.xml")
                .Edited("book/_RELS/main.xml.rels", "sharedStrings.xml", "/xl/sharedStrings.xml");
        var sheet = Sheet(zip);
        sheet[1, 1]!.Text.ShouldBe("本年收入合计");
        sheet.PartName.ShouldBe("预算\\表 1.xml");
    }

    [Fact]
    public void Workbook_WithNamesStatesAndProperties_KeepsThem()
    {
        var zip = WorkbookZip.WithRows("").With("xl/workbook.xml", $"""
            <workbook xmlns="{WorkbookZip.Main}" xmlns:r="{WorkbookZip.Links}"><workbookPr date1904="1"/>
            <sheets><sheet name="图" sheetId="3" r:id="rId5"/><sheet name="收支总表" sheetId="1" r:id="rId1"/>
            <sheet name="校验&amp;" sheetId="2" state="hidden" r:id="rId1"/>
            <sheet name="eb" sheetId="4" state="veryHidden" r:id="rId1"/></sheets>
            <definedNames><definedName name="T1.总计">收支总表!$D$9</definedName>
            <definedName name="_xlnm.Print_Area" localSheetId="1" hidden="1">收支总表!$A$1:$E$40</definedName></definedNames></workbook>
            """)
            .Edited("xl/_rels/workbook.xml.rels", "</Relationships>",
                $"""<Relationship Id="rId5" Type="{WorkbookZip.Links}/chartsheet" Target="chartsheets/sheet1.xml"/>"""
                    + $"""<Relationship Id="rId6" Type="{WorkbookZip.Links}/externalLink" Target="externalLinks/externalLink1.xml"/>"""
                    + """</Relationships>""")
            .Edited("_rels/.rels", "</Relationships>",
                $"""<Relationship Id="rId2" Type="{WorkbookZip.Links}/custom-properties" Target="docProps/custom.xml"/></Relationships>""")
            .With("docProps/custom.xml",
                """<Properties xmlns="p" xmlns:vt="v"><property name="pack"><vt:lpwstr>hebei</vt:lpwstr></property>"""
                    + """<property name="year"><vt:i4>2023</vt:i4></property></Properties>""");
        var book = WorkbookGuard.Open(zip.Build()).Package!.Content;
        book.Sheets.Select(s => (s.Name, s.Visibility))
            .ShouldBe([("收支总表", SheetVisibility.Visible), ("校验&", SheetVisibility.Hidden), ("eb", SheetVisibility.VeryHidden)]);
        book.Names.ShouldBe([new DefinedName("T1.总计", "收支总表!$D$9"), new DefinedName("_xlnm.Print_Area", "收支总表!$A$1:$E$40", "收支总表", true)]);
        book.CustomProperties.ShouldBe(new Dictionary<string, string> { ["pack"] = "hebei", ["year"] = "2023" }, ignoreOrder: true);
        book.HasExternalLinks.ShouldBeTrue();
        book.Date1904.ShouldBeTrue();
        book.Sheet("EB")!.Name.ShouldBe("eb");
        book.Sheet("没有").ShouldBeNull();
    }

    [Fact]
    public void Workbook_WithoutStringsStylesAndProperties_IsRead() =>
        Sheet(WorkbookZip.WithRows("<row><c><v>1</v></c></row>").Without("xl/styles.xml")
            .With("xl/_rels/workbook.xml.rels",
                WorkbookZip.LinksXml(
                    $"""<Relationship Id="rId1" Type="{WorkbookZip.Links}/worksheet" Target="/xl/worksheets/sheet1.xml"/>""")))[1,
                        1]!.Number.ShouldBe(1m);

    private static FlatSheet Sheet(WorkbookZip zip)
    {
        var result = WorkbookGuard.Open(zip.Build());
        result.IsReadable.ShouldBeTrue(result.Detail);
        return result.Package!.Content.Sheets[0];
    }
}
