using System.Text;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>What we build reads like what Word and Excel write.</summary>
public class OfficeFormTests
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Links_OfAllParts_BeginAtTheFolderOfTheirSource()
    {
        var parts = Formed();
        Text(parts, "_rels/.rels").ShouldContain("Target=\"xl/workbook.xml\"");
        Text(parts, "xl/_rels/workbook.xml.rels").ShouldContain("Target=\"worksheets/sheet1.xml\"");
        Text(parts, "xl/worksheets/_rels/sheet1.xml.rels").ShouldContain("Target=\"../comments1.xml\"");
        Text(parts, "xl/worksheets/_rels/sheet1.xml.rels").ShouldContain("Target=\"http://www.gov.cn/\" TargetMode=\"External\"");
    }

    [Fact]
    public void ContentTypes_NameEveryXmlPartAndLeaveTheExtensionNeutral()
    {
        var types = Text(Formed(), "[Content_Types].xml");
        types.ShouldContain("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        types.ShouldContain("<Override PartName=\"/xl/workbook.xml\" ContentType=\"main\"/>");
        types.ShouldContain("<Override PartName=\"/xl/comments1.xml\" ContentType=\"comments\"/>");
        types.ShouldContain("<Default Extension=\"png\" ContentType=\"image/png\"/>");
    }

    [Fact]
    public void Parts_HaveNoByteOrderMarkAndNoPrefixForTheirOwnNamespace()
    {
        var styles = Text(Formed(), "xl/styles.xml");
        styles.ShouldStartWith("<?xml");
        styles.ShouldNotContain("d:dxf");
        styles.ShouldContain("<dxf");
        Text(Formed(), "docProps/app.xml").ShouldContain("<Properties xmlns=\"ap\"");
    }

    [Fact]
    public void Prefix_ThatAttributesNeed_IsDeclaredAtTheRoot() =>
        Text(Formed(), "xl/workbook.xml")
            .ShouldMatch("<workbook [^>]*xmlns:r=\"links\"[^>]*><sheets><sheet r:id=\"rId1\" ?/></sheets></workbook>");

    [Fact]
    public void Form_OfItsOwnResult_ChangesNothing()
    {
        var once = Formed();
        OfficeForm.Of(once).Select(part => Encoding.UTF8.GetString(part.Content))
            .ShouldBe(once.Select(part => Encoding.UTF8.GetString(part.Content)));
    }

    private static List<PlainPart> Formed() => OfficeForm.Of([
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Sheets}\"><sheets><sheet xmlns:r=\"links\" r:id=\"rId1\"/></sheets></workbook>"),
        Part("xl/styles.xml",
            $"\uFEFF<styleSheet xmlns=\"{Sheets}\"><dxfs><d:dxf xmlns:d=\"{Sheets}\"><d:font/></d:dxf></dxfs></styleSheet>"),
        Part("xl/comments1.xml", "<comments/>"),
        Part("xl/media/image1.png", "png"),
        Part("docProps/app.xml", "<ap:Properties xmlns:ap=\"ap\"><ap:Application/></ap:Properties>"),
        Part("xl/_rels/workbook.xml.rels",
            WorkbookZip.LinksXml("<Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>")),
        Part("xl/worksheets/_rels/sheet1.xml.rels",
            WorkbookZip.LinksXml(
                "<Relationship Id=\"rId1\" Type=\"t/comments\" Target=\"/xl/comments1.xml\"/>"
                    + "<Relationship Id=\"rId2\" Type=\"t/hyperlink\" Target=\"http://www.gov.cn/\" TargetMode=\"External\"/>")),
        Part("_rels/.rels", WorkbookZip.LinksXml("<Relationship Id=\"rId1\" Type=\"t/officeDocument\" Target=\"/xl/workbook.xml\"/>")),
        Part("[Content_Types].xml",
            "<Types><Default Extension=\"xml\" ContentType=\"main\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
                + "<Override PartName=\"/xl/comments1.xml\" ContentType=\"comments\"/></Types>"),
    ]);

    private static PlainPart Part(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static string Text(IEnumerable<PlainPart> parts, string name) =>
        Encoding.UTF8.GetString(parts.First(part => part.Name == name).Content);
}
