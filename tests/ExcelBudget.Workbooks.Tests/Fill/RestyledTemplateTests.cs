using System.Xml.Linq;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.Workbooks.Tests.Annotate;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>A template that the bureau's staff have restyled is filled like ours, and what they added is still there.</summary>
public sealed class RestyledTemplateTests
{
    private const string T3 = "部门预算支出总表";

    /// <summary>Rules that EPPlus cannot save: custom without an operator, and one range inside another.</summary>
    private const string ForeignValidations = """
        <dataValidation type="custom" allowBlank="1" showErrorMessage="1" sqref="G1:G2"><formula1>LEN(G1)&lt;9</formula1></dataValidation>
        <dataValidation type="whole" allowBlank="1" sqref="G2:G3"><formula1>1</formula1><formula2>9</formula2></dataValidation>
        """;

    private const string Drawing = """
        <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
          xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
        <xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff>
        </xdr:from>
        <xdr:ext cx="360000" cy="360000"/><xdr:pic>
        <xdr:nvPicPr><xdr:cNvPr id="2" name="logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>
        <a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
          r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>
        <xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>
          <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>
        </xdr:pic>
        <xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>
        """;

    private static readonly byte[] Pixel =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    [Fact]
    public void Template_WithLogoFontsAndForeignValidations_FillsAndKeepsThem()
    {
        var part = SheetPart(HebeiWorkbook.Template, T3);
        var filled = new Package(HebeiWorkbook.Fill(WithLogo(HebeiWorkbook.Template, part), Hebei.BudgetOf("clean")));
        filled.Faults().ShouldBeEmpty();
        filled.Entries["xl/media/logo.png"].Content.ShouldBe(Pixel);
        filled.Text("xl/styles.xml").ShouldContain("楷体");
        var sheet = Xml(filled, part);
        sheet.Elements(Package.Main + "drawing").Count().ShouldBe(1);
        var rules = sheet.Descendants(Package.Main + "dataValidation").ToDictionary(rule => rule.Attribute("sqref")!.Value);
        rules["G1:G2"].Attribute("operator").ShouldBeNull();
        rules.ShouldContainKey("G2:G3");
        sheet.Element(Package.Main + "dataValidations")!.Attribute("count")!.Value.ShouldBe(
            rules.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Template_WithRowsAboveAFormSavedByLibreOffice_FillsAndComputesAsBefore()
    {
        var sheet = Calc.Opened(HebeiWorkbook.Template)
            .Sheets.Single(candidate => candidate.Cells.Any(cell => cell.Row == 2 && cell.Text == T3)).Name;
        var macro = new Typing().On(sheet).InsertRow(1).InsertRow(1).Text(1, 1, "河北省财政厅监制").Text(2, 1, "附件 3")
            + $"Book.Sheets.getByName(\"{sheet}\").Columns.getByIndex(2).Width = 9000";
        var filled = HebeiWorkbook.Fill(Calc.Saved(HebeiWorkbook.Template, macro), Hebei.BudgetOf("clean"));
        var recalculated = Calc.Recalculated(filled);
        RecalculationTests.Differences(Calc.Opened(filled), recalculated).ShouldBeEmpty();
        var form = new VisibleForm(recalculated, T3, byCode: true);
        (form.Sheet[1, 1]!.Text, form.Sheet[2, 1]!.Text).ShouldBe(("河北省财政厅监制", "附件 3"));
        form.Figures().Select(figure => new PrintedValue("T3", figure.Row, figure.Column, Domain.Money.Figures.Shown(figure.Value)))
            .ShouldBe(PrintedValue.All().Where(value => value.Form == "T3"), ignoreOrder: true);
        CheckSheetLine.Of(recalculated).Select(line => line with { LeftCell = "" })
            .ShouldBe(CheckSheetLine.Of(Calc.RecalculatedSample("clean")).Select(line => line with { LeftCell = "" }));
    }

    [Fact]
    public void Template_WithoutOneOfOurNames_IsRefusedWithTheNameAndWhatToDo()
    {
        using var package = new EditedPackage(HebeiWorkbook.Template);
        package.Replace("xl/workbook.xml", "EB_T3_rows", "Other_rows");
        var refusal = Should.Throw<Template.TemplateException>(() => HebeiWorkbook.Fill(package.Close(), Hebei.BudgetOf("clean")));
        refusal.Message.ShouldContain("EB_T3_rows");
    }

    private static byte[] WithLogo(byte[] template, string part)
    {
        using var package = new EditedPackage(template);
        package.Replace("xl/styles.xml", "黑体", "楷体");
        package.Replace("[Content_Types].xml", "</Types>",
            "<Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Override PartName=\"/xl/drawings/logo.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/></Types>");
        package.Put("xl/media/logo.png", Pixel);
        package["xl/drawings/logo.xml"] = Drawing.Trim();
        package["xl/drawings/_rels/logo.xml.rels"] = Relations("image", "../media/logo.png");
        var relations = part.Replace("worksheets/", "worksheets/_rels/", StringComparison.Ordinal) + ".rels";
        package.Has(relations).ShouldBeFalse();
        package[relations] = Relations("drawing", "../drawings/logo.xml");
        package.Replace(part, "</dataValidations>", ForeignValidations + "</dataValidations>");
        package.Replace(
            part, "</worksheet>",
            "<drawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rId1\"/></worksheet>");
        return package.Close();
    }

    private static string Relations(string kind, string target) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" "
            + $"Target=\"{target}\"/></Relationships>";

    private static string SheetPart(byte[] workbook, string title) =>
        Calc.Opened(workbook).Sheets.Single(sheet => sheet.Cells.Any(cell => cell.Row == 2 && cell.Text == title)).PartName;

    private static XElement Xml(Package package, string part) => XDocument.Parse(package.Text(part).TrimStart((char)0xFEFF)).Root!;
}
