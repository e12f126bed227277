using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Reports;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>What an accountant sees in front of her workbook and at its cells.</summary>
public sealed class ReturnReportTests
{
    private static readonly CheckedWorkbook Workbook = QuestionedWorkbook.Checked();
    private static readonly Finding Group = Workbook.Report.Findings[0];

    [Fact]
    public void Group_IsOneRowWithItsTiesBelow()
    {
        var rows = Rows(0);
        rows.Select(row => row[1].Text).ShouldBe(["错误", "", "", "", "", "疑点", "疑点", "提示"]);
        rows[1][3].Text.ShouldContain("类 = 各款之和");
        rows[1][2].Link.ShouldBe(new CellTarget(Group.Ties[0].Place.Sheet!, Group.Ties[0].Place.Cell!));
        (rows[3][4].Number, rows[3][5].Number, rows[3][6].Number).ShouldBe((1693.10m, 1683.10m, -10.00m));
    }

    [Fact]
    public void Counts_AreOfCausesNotOfTies() => Workbook.Report.Counts().ShouldBe("错误 1，疑点 2，提示 1");

    [Fact]
    public void OneCause_IsOneComment()
    {
        var notes = new ReturnNotes(Workbook).All();
        notes.Count(note => note.Text.StartsWith("【错误】", StringComparison.Ordinal)).ShouldBe(1);
        var places = notes.Select(note => (note.Sheet, note.Cell)).ToArray();
        places.ShouldNotContain((Group.Ties[1].Place.Sheet!, Group.Ties[1].Place.Cell!));
        notes[0].Text.ShouldContain("T1 收支总表：收入总计 = 支出总计");
    }

    [Fact]
    public void RulesNotCheckedForTheSameReason_ShareOneLineAndBearTitles()
    {
        var rows = Rows(2);
        rows.Count.ShouldBe(2);
        rows[0][1].Text.ShouldBe("T1 收支总表：收入总计 = 支出总计；T1 收支总表：收入总计 = 本年收入合计 + 上年结转结余");
    }

    [Fact]
    public void Reports_NameNoFormOrColumnByItsId()
    {
        var text = string.Join('\n', ReportLines.Of(Workbook.Report, Workbook.Pack).Select(line => line.Text));
        text.ShouldNotContain("projects");
        text.ShouldNotContain("goal");
        text.ShouldContain("2013101 行政运行，基本支出");
    }

    [Fact]
    public void AnnotatedTwice_HasOneSheetOfFindingsAndEachCommentOnce()
    {
        var once = AnsweredFile.Annotated(Workbook);
        var twice = Engine.RealEngine.Engine.Annotate(Workbook, once)!;
        using var first = new ExcelPackage(new MemoryStream(once));
        using var second = new ExcelPackage(new MemoryStream(twice));
        second.Workbook.Worksheets.Select(sheet => sheet.Name).ShouldBe(first.Workbook.Worksheets.Select(sheet => sheet.Name));
        second.Workbook.Worksheets.Sum(sheet => sheet.Comments.Count)
            .ShouldBe(first.Workbook.Worksheets.Sum(sheet => sheet.Comments.Count));
    }

    [Fact]
    public void TypedAnswers_AreTextOfLimitedLength()
    {
        using var package = new ExcelPackage(new MemoryStream(AnsweredFile.Annotated(Workbook)));
        var sheet = package.Workbook.Worksheets[AnswerSheet.Name];
        var cell = sheet.Cells[AnsweredFile.Row(sheet, 0), AnsweredFile.AnswerColumn];
        (cell.Style.Locked, cell.Style.Numberformat.Format).ShouldBe((false, "@"));
        sheet.DataValidations.ShouldHaveSingleItem()
            .Address.Address.ShouldBe($"{cell.Address}:{sheet.Cells[AnsweredFile.Row(sheet, 1), AnsweredFile.AnswerColumn].Address}");
        sheet.Column(AnsweredFile.AnswerColumn + 1).Hidden.ShouldBeTrue();
    }

    private static IReadOnlyList<IReadOnlyList<ReportCell>> Rows(int section) => new ReturnReport(Workbook).Sheet().Sections[section].Rows;
}
