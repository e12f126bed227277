using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Tests.Engine;
using OfficeOpenXml;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>Answers are found by what they are about, whatever has become of the sheet they stand on.</summary>
public sealed class AnswerSheetTests
{
    private static readonly string CarKey = FindingKeys.Of(QuestionedWorkbook.Checked().Report.Findings)[1];
    private static readonly byte[] File = AnsweredFile.Annotated(QuestionedWorkbook.Checked());

    [Fact]
    public void AnswerTypedBesideAQuestion_IsReadWithItsFindingAndFigures()
    {
        var answer = AnsweredFile.Read(AnsweredFile.Answered(File, 0, "公车改革后租用社会车辆")).ShouldHaveSingleItem();
        answer.ShouldBe(new GivenAnswer(CarKey, "公车改革后租用社会车辆", new AnsweredFigures("12.00", "0.00")));
    }

    [Fact]
    public void SheetAsItWentOut_HoldsNoAnswer() => AnsweredFile.Read(File).ShouldBeEmpty();

    [Theory]
    [InlineData("无", "无")]
    [InlineData("已核对", "已核对")]
    [InlineData(" √ ", "√")]
    [InlineData("第一行\n第二行", "第一行 第二行")]
    [InlineData("=1+1 不是公式", "=1+1 不是公式")]
    [InlineData("/", null)]
    [InlineData("　", null)]
    [InlineData("——", null)]
    public void Answer_CountsWhenItSaysSomething(string typed, string? read) =>
        AnsweredFile.Read(AnsweredFile.Answered(File, 0, typed)).Select(answer => answer.Text).SingleOrDefault().ShouldBe(read);

    [Fact]
    public void FormulaForAnAnswer_IsNoAnswerAndIsTold()
    {
        var file = AnsweredFile.Edited(
            File, sheet => sheet.Cells[AnsweredFile.Row(sheet, 0), AnsweredFile.AnswerColumn].Formula = "HYPERLINK(\"http://x\",\"已核对\")");
        var answers = AnsweredFile.Read(file);
        answers.ShouldHaveSingleItem().Text.ShouldBeEmpty();
        Answering.Remarks(QuestionedWorkbook.Checked().Report.Findings, answers).ShouldHaveSingleItem().Rule.ShouldBe("ANSWER-NO-TEXT");
    }

    [Fact]
    public void AnswerOverTheLimit_IsCutAndTold()
    {
        var answers = AnsweredFile.Read(AnsweredFile.Answered(File, 0, new string('长', 600)));
        answers.ShouldHaveSingleItem().Text.Length.ShouldBe(AnswerText.Longest);
        var remark = Answering.Remarks(QuestionedWorkbook.Checked().Report.Findings, answers).ShouldHaveSingleItem();
        (remark.Rule, remark.Place, remark.Severity).ShouldBe(("ANSWER-CUT", QuestionedWorkbook.Cars("0").Place, Severity.Info));
    }

    [Fact]
    public void SheetRenamed_IsStillReadAndIsReplacedAndNotDoubled()
    {
        var file = AnsweredFile.Edited(AnsweredFile.Answered(File, 0, "已核对"), sheet => sheet.Name = "我的答复");
        AnsweredFile.Read(file).ShouldHaveSingleItem().Key.ShouldBe(CarKey);

        var workbook = RealEngine.Engine.Check("报送.xlsx", file);
        using var again = new ExcelPackage(new MemoryStream(RealEngine.Engine.Annotate(workbook, file)!));
        again.Workbook.Worksheets.Select(sheet => sheet.Name).ShouldContain(AnswerSheet.Name);
        again.Workbook.Worksheets.Select(sheet => sheet.Name).ShouldNotContain("我的答复");
    }

    [Fact]
    public void RowsSwappedWithTheirHiddenCells_KeepTheirAnswers() => SwappedQuestions(lastColumn: 9).ShouldBe([CarKey]);

    [Fact]
    public void RowsSwappedWithoutTheirHiddenCells_KeepTheirAnswers() => SwappedQuestions(lastColumn: 8).ShouldBe([CarKey]);

    [Fact]
    public void OtherRowsDeleted_LeaveTheAnswer()
    {
        var file = AnsweredFile.Edited(AnsweredFile.Answered(File, 0, "已核对"), sheet =>
        {
            sheet.DeleteRow(AnsweredFile.Row(sheet, 1));
            sheet.DeleteRow(1, 4);
        });
        AnsweredFile.Read(file).ShouldHaveSingleItem().Key.ShouldBe(CarKey);
    }

    [Fact]
    public void QuestionReworded_KeepsItsAnswerByItsHiddenCell()
    {
        var file = AnsweredFile.Edited(
            AnsweredFile.Answered(File, 0, "已核对"), sheet => sheet.Cells[AnsweredFile.Row(sheet, 0), 4].Value = "车的问题");
        AnsweredFile.Read(file).ShouldHaveSingleItem().Key.ShouldBe(CarKey);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void FileSavedByLibreOffice_KeepsTheAnswer() =>
        AnsweredFile.Read(LibreOffice.Saved(AnsweredFile.Answered(File, 0, "已核对"))).ShouldHaveSingleItem().Key.ShouldBe(CarKey);

    [Fact]
    public void DroppedAgain_TheSheetDisturbsNothing()
    {
        var plain = RealEngine.Engine.Check("报送.xlsx", QuestionedWorkbook.File).Report;
        var again = RealEngine.Engine.Check("报送.xlsx", AnsweredFile.Answered(File, 0, "已核对")).Report;
        again.Findings.Select(Told).ShouldBe(plain.Findings.Select(Told));
        again.Changes.ShouldBe(plain.Changes);
        again.Unchecked.ShouldBe(plain.Unchecked);
    }

    private static (string, Place, string) Told(Finding finding) => (finding.Rule, finding.Place, finding.Message);

    /// <summary>The two questions change places; the hidden column does not take part when it lies beyond the last column.</summary>
    private static IEnumerable<string> SwappedQuestions(int lastColumn) =>
        AnsweredFile.Read(AnsweredFile.Edited(AnsweredFile.Answered(File, 0, "已核对"), sheet =>
    {
        var (first, second) = (AnsweredFile.Row(sheet, 0), AnsweredFile.Row(sheet, 1));
        for (var column = 1; column <= lastColumn; column++)
        {
            (sheet.Cells[first, column].Value, sheet.Cells[second, column].Value) =
                (sheet.Cells[second, column].Value, sheet.Cells[first, column].Value);
        }
    })).Select(answer => answer.Key);
}
