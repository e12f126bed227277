using System.Xml.Linq;
using ExcelBudget.Workbooks.Annotate;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>The report an accountant reads first.</summary>
public sealed class ReportLookTests
{
    [Fact]
    public void AnswersOnly_CanBeTypedInto()
    {
        using var package = Open(Samples.FindingsSection());
        var sheet = package.Workbook.Worksheets[Samples.Report];

        sheet.Protection.IsProtected.ShouldBeTrue();
        sheet.Cells["A7:H10"].Where(cell => !cell.Style.Locked).Select(cell => cell.Address).ShouldBe(["H7", "H8", "H9", "H10"]);
    }

    [Fact]
    public void CellOfAFinding_LeadsThereUnlessTheSheetIsGone()
    {
        using var package = Open(Samples.FindingsSection());
        var sheet = package.Workbook.Worksheets[Samples.Report];

        sheet.Cells["C7"].Hyperlink.ShouldBeOfType<ExcelHyperLink>().ReferenceAddress.ShouldBe("'收入总表'!C6");
        sheet.Cells["C10"].Hyperlink.ShouldBeNull();
    }

    [Fact]
    public void Amounts_AreNumbersWithTwoDecimals()
    {
        using var package = Open(Samples.FindingsSection());
        var cell = package.Workbook.Worksheets[Samples.Report].Cells["E7"];

        cell.GetValue<decimal>().ShouldBe(1683.10m);
        cell.Style.Numberformat.Format.ShouldBe("#,##0.00");
    }

    [Fact]
    public void RowOfALongSentence_IsHighEnoughForItsLines()
    {
        var words = string.Concat(Enumerable.Repeat("一二三四五", 10));
        using var package = Open(new ReportSection("题", [new("列", 22), new("列", 10)], [[new(words), new("短")], [new("短"), new("甲\n乙")]]));
        var sheet = package.Workbook.Worksheets[Samples.Report];

        // fifty characters, ten in a line
        sheet.Row(6).Height.ShouldBe(5 * 15.75 + 6, 0.01);
        sheet.Row(7).Height.ShouldBe(2 * 15.75 + 6, 0.01);
    }

    [Fact]
    public void OneTable_FreezesItsHeadings_TwoDoNot()
    {
        using var one = Open(Samples.FindingsSection());
        using var two = Open(Samples.FindingsSection(), Samples.Changes());

        Pane(one).ShouldBe("A7");
        Pane(two).ShouldBeNull();
    }

    [Fact]
    public void TablesBelowEachOther_ShareColumnsAsWideAsTheWidest()
    {
        using var package = Open(Samples.FindingsSection(), Samples.Changes());
        var sheet = package.Workbook.Worksheets[Samples.Report];

        sheet.Column(1).Width.ShouldBe(8);
        sheet.Column(5).Width.ShouldBe(13);
        sheet.Cells["A12"].Text.ShouldBe("二、改动过的预填数");
    }

    [Fact]
    public void TableWithoutRows_ShowsItsTitleAndNoEmptyHeadings()
    {
        using var package = Open(Samples.FindingsSection() with { Rows = [], Intro = "没有需要处理的问题。" });
        var sheet = package.Workbook.Worksheets[Samples.Report];

        sheet.Dimension.End.Row.ShouldBe(5);
        sheet.Cells["A5"].Text.ShouldBe("没有需要处理的问题。");
    }

    [Fact]
    public void Report_PrintsOnA4AcrossAsWideAsThePage()
    {
        using var package = Open(Samples.FindingsSection());
        var printer = package.Workbook.Worksheets[Samples.Report].PrinterSettings;

        printer.PaperSize.ShouldBe(ePaperSize.A4);
        printer.Orientation.ShouldBe(eOrientation.Landscape);
        printer.FitToPage.ShouldBeTrue();
        printer.FitToHeight.ShouldBe(0);
    }

    [Fact]
    public void FormatsOfTheWorkbook_KeepTheirNumbers()
    {
        var before = new Package(Samples.Budget());
        var after = new Package(Returned.Annotate(Samples.Budget(), [], Samples.Findings()));

        var was = Formats(before);
        Formats(after).Take(was.Count).ShouldBe(was);
        Formats(after).Count.ShouldBeGreaterThan(was.Count);
    }

    private static List<string> Formats(Package package) =>
        [.. XDocument.Parse(package.Text("xl/styles.xml").TrimStart((char)0xFEFF)).Descendants(Package.Main + "cellXfs").Elements()
            .Select(xf => xf.ToString())];

    private static string? Pane(ExcelPackage package) => package.Workbook.Worksheets[Samples.Report].WorksheetXml
        .GetElementsByTagName("pane").Cast<System.Xml.XmlElement>().FirstOrDefault()?.GetAttribute("topLeftCell");

    private static ExcelPackage Open(params ReportSection[] sections) =>
        new Package(Returned.Annotate(Samples.Budget(), [], Samples.Findings() with { Sections = sections })).Open();
}
