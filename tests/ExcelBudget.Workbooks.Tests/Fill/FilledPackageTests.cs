using System.IO.Compression;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Annotate;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

public sealed class FilledPackageTests
{
    public static TheoryData<string> Samples() => [.. Hebei.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void FilledWorkbook_ByTheOpenXmlValidator_HasNoError(string sample) =>
        new Package(HebeiWorkbook.Of(sample)).Faults().ShouldBeEmpty();

    [Fact]
    public void BuiltTemplate_ByTheOpenXmlValidator_HasNoError() => new Package(HebeiWorkbook.Template).Faults().ShouldBeEmpty();

    [Fact]
    public void FilledWorkbook_AsAnArchive_HasRightChecksums()
    {
        using var archive = new ZipArchive(new MemoryStream(HebeiWorkbook.Of("clean")));
        archive.Entries[0].FullName.ShouldBe("[Content_Types].xml");
        // reading to the end compares the checksum
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            content.CopyTo(Stream.Null);
        }
    }

    [Fact]
    public void FilledWorkbook_EverySheetToFillIn_IsProtectedAndOpenForRows()
    {
        foreach (var sheet in Parts("full").Where(part => part.Name != "_excelbudget"))
        {
            var protection = sheet.Root.Element(Package.Main + "sheetProtection").ShouldNotBeNull(sheet.Name);
            protection.Attribute("sheet")!.Value.ShouldBe("1");
            protection.Attribute("insertRows")!.Value.ShouldBe("0");
            protection.Attribute("password").ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("T3 支出总表")]
    [InlineData("T6 基本支出表")]
    [InlineData("T1 收支总表")]
    public void FilledWorkbook_PrintAreaAndTitles_FollowTheRowsLaidOut(string name)
    {
        var book = Calc.Opened(HebeiWorkbook.Of("full"));
        var sheet = book.Sheet(name)!;
        var header = sheet.Cells.First(cell => cell.Text == "栏次").Row;
        book.Names.Single(candidate => candidate.Sheet == name && candidate.Name.EndsWith("Print_Titles", StringComparison.Ordinal))
            .Value.ShouldEndWith($"$4:${header}");
        var area = AreaText.Parse(
            book.Names.Single(candidate => candidate.Sheet == name && candidate.Name.EndsWith("Print_Area", StringComparison.Ordinal))
            .Value)!;
        // the small code below the form is not printed
        area.LastRow.ShouldBe(sheet.LastRow - 1);
        sheet.Cells[^1].Text.ShouldContain("7F3A2C9D");
    }

    [Fact]
    public void FilledWorkbook_RegionName_CoversEveryRowAndTheThinRowBelow()
    {
        var book = Calc.Opened(HebeiWorkbook.Of("full"));
        var form = new VisibleForm(book, "部门预算支出总表", byCode: true);
        var area = AreaText.Parse(book.Names.Single(name => name.Name == "EB_T3_rows").Value)!;
        area.FirstRow.ShouldBe(form.HeaderRow + 1);
        area.LastRow.ShouldBe(form.RowOf(form.Rows.Last()) + 1);
    }

    [Fact]
    public void FilledWorkbook_Validations_CoverTheWholeRegionOfTheirColumn()
    {
        var form = new VisibleForm(Calc.Opened(HebeiWorkbook.Of("full")), "部门预算支出总表", byCode: true);
        var ranges = Parts("full").Single(part => part.Name == form.Sheet.Name).Root.Descendants(Package.Main + "dataValidation")
            .Select(rule => rule.Attribute("sqref")!.Value);
        var (first, last) = (form.HeaderRow + 1, form.RowOf(form.Rows.Last()));
        var code = CellReference.ColumnName(form.ColumnOf("1"));
        ranges.ShouldContain($"{code}{first}:{code}{last}");
    }

    [Fact]
    public void FilledWorkbook_MergedCells_DoNotOverlap()
    {
        foreach (var sheet in Calc.Opened(HebeiWorkbook.Of("full")).Sheets)
        {
            var cells = sheet.Merges.SelectMany(merge => Enumerable.Range(merge.TopLeft.Row, merge.LastRow - merge.TopLeft.Row + 1)
                .SelectMany(row => Enumerable.Range(merge.TopLeft.Column, merge.LastColumn - merge.TopLeft.Column + 1)
                    .Select(column => (row, column)))).ToArray();
            cells.Distinct().Count().ShouldBe(cells.Length, sheet.Name);
        }
    }

    [Fact]
    public void BlankWorkbook_CodeForms_LeaveFortyRowsWithDropdownAndName()
    {
        var book = Calc.Opened(HebeiWorkbook.Of("blank"));
        foreach (var form in Hebei.Book.Pack.Forms.Where(form => form.Tree is not null))
        {
            var visible = new VisibleForm(book, form.Title, byCode: false);
            visible.Rows.Count().ShouldBeGreaterThanOrEqualTo(41, form.Title);
            visible["41", "2"]!.Formula!.ShouldContain("EB_codetable_");
        }
    }

    [Fact]
    public void BlankWorkbook_Projects_OfferFiveEmptyTablesWithTheirLevels()
    {
        var sheet = Calc.Opened(HebeiWorkbook.Of("blank")).Sheet("项目绩效目标表")!;
        sheet.Cells.Count(cell => cell.Text == "项目编码").ShouldBe(5);
        sheet.Cells.Count(cell => cell.Text == "满意度指标").ShouldBe(5);
        sheet.Merges.Count(merge => merge.TopLeft.Column == 1 && merge.LastColumn == 1 && merge.LastRow - merge.TopLeft.Row == 3)
            .ShouldBe(5);
    }

    private static IEnumerable<(string Name, XElement Root)> Parts(string sample)
    {
        var package = new Package(HebeiWorkbook.Of(sample));
        return Calc.Opened(HebeiWorkbook.Of(sample))
            .Sheets.Select(sheet => (sheet.Name, XDocument.Parse(package.Text(sheet.PartName).TrimStart((char)0xFEFF)).Root!));
    }
}
