using System.Xml.Linq;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Rows of data can be inserted and deleted although the sheets are protected.</summary>
public sealed class OpenRowTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("full")]
    [InlineData("blank")]
    public void EveryCellOfADataRow_IsUnlocked_AsExcelAsksBeforeItDeletesOne(string sample)
    {
        var package = WorkbookGuard.Open(HebeiWorkbook.Of(sample)).Package!;
        var unlocked = Unlocked(package.Tree("xl/styles.xml")!);
        var open = 0;
        foreach (var form in Hebei.Book.Pack.Forms.Where(form => form.Tree is not null || form.List is not null))
        {
            var sheet = package.Tree(package.Content.Sheet(form.Sheet)!.PartName)!.Root!;
            var protection = sheet.Element(Main + "sheetProtection")!;
            ((string?)protection.Attribute("deleteRows"), (string?)protection.Attribute("insertRows")).ShouldBe(("0", "0"), form.Sheet);
            foreach (var row in sheet.Element(Main + "sheetData")!.Elements(Main + "row")
                .Where(row => (string?)row.Attribute("customFormat") == "1"))
            {
                // cells that a row does not list take the row's style
                unlocked.ShouldContain((int)row.Attribute("s")!);
                row.Elements(Main + "c").ShouldAllBe(cell => unlocked.Contains((int)cell.Attribute("s")!));
                open++;
            }
        }

        var rows = Hebei.BudgetOf(sample).Forms
            .Where(content => Hebei.Book.Pack[content.Form].Tree is not null).Sum(content => content.Rows.Count);
        open.ShouldBeGreaterThanOrEqualTo(rows);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void RowOfAProtectedSheet_DeletedInLibreOffice_IsGoneAndTheRestIsRead()
    {
        var workbook = HebeiWorkbook.Of("full");
        var sheet = Calc.Opened(workbook).Sheet("T6 基本支出表")!;
        var code = sheet.Cells.Last(cell => cell.Column == 2 && cell.Text.Length == 5);
        var read = ReadBack.Of(Calc.Edited(workbook, $"""
            Sheet = Book.Sheets.getByName("T6 基本支出表")
            Sheet.Rows.removeByIndex({code.Row - 1}, 1)
            """));
        var rows = read.Budget[new FormId("T6")]!.Rows;
        rows.ShouldNotContain(row => row.Key == new RowKey(code.Text));
        rows.Count.ShouldBe(Hebei.BudgetOf("full")[new FormId("T6")]!.Rows.Count - 1);
    }

    private static HashSet<int> Unlocked(XDocument styles) => [.. styles.Root!.Element(Main + "cellXfs")!.Elements(Main + "xf")
        .Select((xf, index) => (xf, index))
        .Where(style => (string?)style.xf.Element(Main + "protection")?.Attribute("locked") is "0" or "false")
        .Select(style => style.index)];
}
