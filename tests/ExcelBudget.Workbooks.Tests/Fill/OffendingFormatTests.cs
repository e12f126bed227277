using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Annotate;
using ExcelBudget.Workbooks.Tests.Support;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Cells that turn red: every rule of every sheet is written out as a formula, row by row, and computed by LibreOffice.</summary>
[Trait("Category", "Slow")]
public sealed class OffendingFormatTests
{
    public static TheoryData<string> Samples() => [.. Hebei.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void SoundBudget_InItsWorkbook_HasNoRedCell(string sample) => RedCells(HebeiWorkbook.Of(sample)).ShouldBeEmpty();

    [Fact]
    public void OneAmountRaised_InTheWorkbook_ReddensItsRowInTheFormsThatDisagree()
    {
        var raised = Edits.Raised(Hebei.BudgetOf("clean"), new Domain.Forms.CellAddress("T5", "2080505", "4"), 10_000m);
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("clean")), "部门预算一般公共预算财政拨款支出表", byCode: true);
        var red = RedCells(HebeiWorkbook.Fill(raised));
        red.ShouldContain($"{form.Sheet.Name}!{new CellReference(form.RowOf("2080505"), form.ColumnOf("3"))}");
        red.ShouldContain($"{form.Sheet.Name}!{new CellReference(form.RowOf("合计"), form.ColumnOf("4"))}");
        red.ShouldNotContain($"{form.Sheet.Name}!{new CellReference(form.RowOf("2080501"), form.ColumnOf("3"))}");
    }

    private static List<string> RedCells(byte[] workbook)
    {
        var rules = Rules(workbook);
        rules.Count.ShouldBeGreaterThan(100);
        using var package = new ExcelPackage(new MemoryStream(workbook));
        var sheet = package.Workbook.Worksheets.Add("rules");
        for (var index = 0; index < rules.Count; index++) sheet.Cells[index + 1, 1].Formula = $"IF({rules[index].Formula},1,0)";
        var computed = Calc.Recalculated(package.GetAsByteArray()).Sheet("rules")!;
        computed.Cells.Count.ShouldBe(rules.Count);
        return [.. rules.Where((_, index) => computed[index + 1, 1]!.Number != 0m).Select(rule => rule.Place).Distinct()];
    }

    private static List<(string Place, string Formula)> Rules(byte[] workbook)
    {
        var package = new Package(workbook);
        return
        [
            .. from sheet in Calc.Opened(workbook).Sheets
               where sheet.Name != "校验"
               from format in XDocument.Parse(package.Text(sheet.PartName).TrimStart((char)0xFEFF))
                   .Descendants(Package.Main + "conditionalFormatting")
               from range in format.Attribute("sqref")!.Value.Split(' ')
               let corners = range.Split(':')
               let first = Reference(corners[0])
               let last = Reference(corners[^1])
               from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               from rule in format.Elements()
               // the row and column a format stands in are others on the sheet where it is computed here
               let shifted = FormulaShift.Shift(rule.Value, row - first.Row, column - first.Column)
                   .Replace("ROW()", row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                   .Replace("COLUMN()", column.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
               // relative references name no sheet where they stand on the formatted one
               select ($"{sheet.Name}!{new CellReference(row, column)}", shifted),
        ];
    }

    private static CellReference Reference(string text) =>
        CellReference.TryParse(text, out var reference) ? reference : throw new FormatException(text);
}
