using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Tests.Engine;

public sealed class NoteEngineTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void NoteAsWritten_AgreesWithItsWorkbook(string sample)
    {
        var read = RealEngine.Engine.CheckNote("说明.docx", DepartmentNote.Of(sample), DepartmentNote.Workbook(sample));
        read.Report.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message).ShouldBeEmpty();
        (read.Report.Verdict, read.Report.Workbook).ShouldBe((Verdict.Accepted, "预算.xlsx"));
        read.Report.Agreed.ShouldNotBeNull().ShouldBeGreaterThan(50);
    }

    [Fact]
    public void RetypedFigure_ReturnsTheNoteWithParagraphSentenceAndComment()
    {
        var read = RealEngine.Engine.CheckNote(
            "说明.docx", DepartmentNote.Retyped(DepartmentNote.Of("clean"), "年收入预算总计", "1.23"), DepartmentNote.Workbook("clean"));
        read.Report.Verdict.ShouldBe(Verdict.Returned);
        var finding = read.Report.Findings.First(finding => finding.Actual.Told()?.Contains("1.23", StringComparison.Ordinal) == true);
        finding.Place.Paragraph.ShouldNotBeNull().ShouldBeGreaterThan(0);
        finding.Place.Sentence.ShouldNotBeNull().ShouldContain("1.23");
        read.Annotated.ShouldNotBeNull();
        string.Join('\n', ReportLines.Of(read.Report, read.Pack).Select(line => line.Text))
            .ShouldContain($"第 {finding.Place.Paragraph} 段“");
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void NoteAsWritten_TellsWhoseItIs(string sample)
    {
        var identity = RealEngine.BudgetOf(sample).Identity;
        var opening = RealEngine.Engine.Opening(DepartmentNote.Of(sample), out _).ShouldNotBeNull();
        Submission[] accepted =
        [
            new() { Id = "1", UnitCode = identity.UnitCode, UnitName = identity.UnitName, Year = identity.Year },
            new() { Id = "2", UnitCode = "999", UnitName = "别的单位", Year = identity.Year },
            new() { Id = "3", UnitCode = identity.UnitCode, UnitName = identity.UnitName, Year = identity.Year - 1 },
        ];
        new NoteOwner(accepted).Find(opening, "说明.docx", []).Workbook!.Id.ShouldBe("1");
    }

    [Fact]
    public void NoteWithoutTables_ReportsInWordsWhatWasNotChecked()
    {
        var bare = DepartmentNote.Edited(
            DepartmentNote.Of("clean"), xml => Regex.Replace(xml, "<w:tbl>.*?</w:tbl>", "<w:p/>", RegexOptions.Singleline));
        var read = RealEngine.Engine.CheckNote("说明.docx", bare, DepartmentNote.Workbook("clean"));
        read.Report.Unchecked.ShouldNotBeEmpty();
        ReportLines.Of(read.Report, read.Pack).Select(line => line.Text)
            .ShouldContain(line => line.Contains("情况说明：文字与表是否一致。原因：", StringComparison.Ordinal));
        ReportLines.Of(read.Report, read.Pack).Where(line => line.Text.Contains("。原因：", StringComparison.Ordinal))
            .ShouldAllBe(line => !line.Text.Contains("NOTE-", StringComparison.Ordinal));
    }

    [Fact]
    public void EditedNote_Reissued_KeepsItsWordsTakesTheFiguresAndPassesTheCheck()
    {
        var edited = DepartmentNote.Edited(
            DepartmentNote.Retyped(DepartmentNote.Of("clean"), "年收入预算总计", "1.23"),
            xml => xml.Replace("按照预算管理有关规定", "按照县里的规定", StringComparison.Ordinal));
        var workbook = DepartmentNote.Workbook("clean");
        var reissued = RealEngine.Engine.Reissue(workbook, edited);

        var note = reissued.Note.ShouldNotBeNull();
        RealEngine.Engine.Opening(note, out _)!.Lines.ShouldContain(line => line.StartsWith("按照县里的规定", StringComparison.Ordinal));
        RealEngine.Engine.CheckNote("说明.docx", note, workbook)
            .Report.Findings.ShouldNotContain(finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void FileThatIsNoNote_Reissued_SaysWhy()
    {
        var reissued = RealEngine.Engine.Reissue(DepartmentNote.Workbook("clean"), "文字"u8.ToArray());
        reissued.Note.ShouldBeNull();
        reissued.Problem.ShouldBe("文件是文本（如 CSV），不是 Word 文档。" + UnreadableNote.NotANote.Remedy);
    }

    [Fact]
    public void Workbook_TakenForANote_IsRefusedInWordsOfNotes()
    {
        RealEngine.Engine.Opening(RealEngine.File("clean"), out var reason).ShouldBeNull();
        reason.ShouldBe(UnreadableNote.NotANote);
        RealEngine.Engine.CheckNote("说明.docx", RealEngine.File("clean"), DepartmentNote.Workbook("clean"))
            .Report.Reason.ShouldBe(UnreadableNote.NotANote);
    }
}
