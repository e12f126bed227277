using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.PackFolders;

/// <summary>Who answers for a workbook: three names on 填报说明, of which 填报人 and 复核人 are two persons, where the pack asks for them.</summary>
public sealed class SignOffTests : IDisposable
{
    private readonly PackFolder _pack = new("hebei");
    private readonly TempFolder _temp = new();

    public void Dispose()
    {
        _pack.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Names_TypedBesideTheirTitles_AreRead_AndAskedForOnlyWhereThePackSaysSo()
    {
        var signed = Signed("张三", "李四", "王五");
        var report = RealEngine.Check(signed);
        (report.Verdict, report.SignOff).ShouldBe((Verdict.Accepted, new SignOff("张三", "李四", "王五")));
        RealEngine.Check(Signed("", "", "")).Verdict.ShouldBe(Verdict.Accepted);
        Required().Check("报送.xlsx", signed.Book).Report.Verdict.ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("张三", "", "王五", "复核人")]
    [InlineData("", "", "", "填报人、复核人、负责人")]
    [InlineData("张三", "——", "/", "复核人、负责人")]
    public void Name_ThatIsMissing_ReturnsTheWorkbookAndIsToldAtItsCell(string preparer, string reviewer, string head, string missing)
    {
        var report = Required().Check("报送.xlsx", Signed(preparer, reviewer, head).Book).Report;
        report.Verdict.ShouldBe(Verdict.Returned);
        var finding = report.Findings.Single(finding => finding.Rule == "SIGN-OFF");
        finding.Message.ShouldContain(missing);
        var first = missing.Split('、')[0];
        finding.Place.Cell.ShouldBe(CellOf(first));
        finding.Place.Sheet.ShouldBe(TemplateNames.GuideSheet);
    }

    [Fact]
    public void OnePerson_WhoFillsInAndReviews_ReturnsTheWorkbook()
    {
        var report = Required().Check("报送.xlsx", Signed("张 三", "张三", "王五").Book).Report;
        report.Verdict.ShouldBe(Verdict.Returned);
        report.Findings.Single(finding => finding.Rule == "SIGN-OFF").Place.Cell.ShouldBe(CellOf(SignOff.ReviewerTitle));
    }

    [Fact]
    public void WorkbookOfAnOlderProgram_WithRowsTheUnitAddedItself_IsReadAsWell()
    {
        var bare = RealEngine.Desk("clean");
        var guide = bare.Sheet(TemplateNames.GuideSheet);
        string[] titles = [SignOff.PreparerTitle, SignOff.ReviewerTitle, SignOff.HeadTitle];
        var older = bare.WithSheet(new FlatSheet(guide.Name, guide.Cells.Where(cell => !titles.Contains(cell.Text)), guide.Merges));
        Required().Check("报送.xlsx", older.Book).Report.Verdict.ShouldBe(Verdict.Returned);
        var added = titles.SelectMany((title, at) => new[]
        {
            FlatCell.OfText(60 + at, 1, title + "："), FlatCell.OfText(60 + at, 2, $"某{at}甲"),
        });
        var signed = older.WithSheet(new FlatSheet(guide.Name, older.Sheet(guide.Name).Cells.Concat(added), guide.Merges));
        Required().Check("报送.xlsx", signed.Book).Report.SignOff.ShouldBe(new SignOff("某0甲", "某1甲", "某2甲"));
    }

    [Fact]
    public void Names_OfADroppedWorkbook_AreKeptInTheLedgerAndStandInTheReport()
    {
        using var place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
        place.Drop("预算.xlsx", TestSupportNames(RealEngine.File("clean")));
        place.RunUntilIdle();
        var kept = place.Ledger.Earlier("201", 2023).ShouldHaveSingleItem();
        (kept.PreparedBy, kept.ReviewedBy, kept.HeadedBy).ShouldBe(("张三", "李四", "王五"));
        _temp.Files("accepted").Where(file => file.EndsWith(".检查报告.txt", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(file => _temp.Text("accepted/" + file).ShouldContain("复核人 李四"));
    }

    [Fact]
    public void Setting_WithAnotherWord_IsAFaultOfThePack()
    {
        _pack.Edit("pack.yaml", "forms: [", "signOff: yes\nforms: [");
        _pack.Store.Readings.Single().Faults.ShouldHaveSingleItem().ToString().ShouldContain("signOff 应为 optional 或 required");
    }

    private BudgetEngine Required()
    {
        if (!File.ReadAllText(_pack.In("pack.yaml")).Contains("signOff", StringComparison.Ordinal))
            _pack.Edit("pack.yaml", "forms: [", "signOff: required\nforms: [");
        return new BudgetEngine(_pack.Store);
    }

    private static Desk Signed(string preparer, string reviewer, string head)
    {
        var desk = RealEngine.Desk("clean");
        foreach (var (title, name) in new SignOff(preparer, reviewer, head).Parts.Where(part => part.Name.Length > 0))
            desk = desk.Text(new Place(TemplateNames.GuideSheet, CellOf(title)), name);
        return desk;
    }

    private static string CellOf(string title)
    {
        var label = RealEngine.Desk("clean").Sheet(TemplateNames.GuideSheet).Cells.Single(cell => cell.Text == title);
        return new CellReference(label.Row, label.Column + 1).ToString();
    }

    /// <summary>The names typed into the file itself, as Excel would.</summary>
    private static byte[] TestSupportNames(byte[] workbook)
    {
        using var package = new OfficeOpenXml.ExcelPackage(new MemoryStream(workbook));
        var sheet = package.Workbook.Worksheets[TemplateNames.GuideSheet];
        foreach (var (title, name) in new SignOff("张三", "李四", "王五").Parts) sheet.Cells[CellOf(title)].Value = name;
        return package.GetAsByteArray();
    }
}
