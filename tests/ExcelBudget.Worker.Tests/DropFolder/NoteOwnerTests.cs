using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Ledger;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class NoteOwnerTests
{
    private static readonly NoteOwner Owner = new(
    [
        Workbook("101", "魏县教育局", 2022), Workbook("101", "魏县教育局", 2023), Workbook("10101", "魏县教育局幼儿园", 2023),
        Workbook("205", "魏县财政局", 2023), Workbook("301", "魏县第一中学", 2023), Workbook("302", "魏县第一中学", 2023),
    ]);

    [Theory]
    [InlineData("魏县财政局2023年部门预算信息公开情况说明", "说明.docx", "205/2023")]
    [InlineData("魏县 教育局\n2022 年部门预算情况说明", "说明.docx", "101/2022")]
    [InlineData("魏县教育局幼儿园2023年部门预算情况说明", "说明.docx", "10101/2023")]
    [InlineData("部门预算情况说明", "205魏县财政局2023年度情况说明.docx", "205/2023")]
    [InlineData("部门预算情况说明", "205.docx", "205/2023")]
    [InlineData("2023年部门预算情况说明", "教育局/101情况说明.docx", "101/2023")]
    [InlineData("2023年部门预算情况说明", "魏县财政局/说明.docx", "205/2023")]
    [InlineData("魏县第一中学2023年部门预算情况说明", "302魏县第一中学.docx", "302/2023")]
    public void Note_ThatNamesOneUnitAndYear_BelongsToItsWorkbook(string title, string path, string expected)
    {
        var match = Find(path, title, "按照要求，现将有关情况说明如下：");
        $"{match.Workbook?.UnitCode}/{match.Workbook?.Year}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("魏县财政局2023年部门预算情况说明", "101魏县教育局.docx")]
    [InlineData("魏县第一中学2023年部门预算情况说明", "说明.docx")]
    [InlineData("魏县财政局、魏县教育局2023年部门预算情况说明", "说明.docx")]
    [InlineData("魏县教育局部门预算情况说明", "说明.docx")]
    public void Note_ThatLeavesADoubt_IsNotGuessed(string title, string path) =>
        Find(path, title).Reason.ShouldBe(UnmatchedNote.UnitUnclear);

    [Theory]
    [InlineData("魏县民政局2023年部门预算情况说明", "说明.docx")]
    [InlineData("魏县财政局2022年部门预算情况说明", "说明.docx")]
    [InlineData("部门预算情况说明", "说明.docx")]
    public void Note_OfAUnitOrYearWithoutAnAcceptedWorkbook_AsksForIt(string title, string path) =>
        Find(path, title).Reason.ShouldBe(UnmatchedNote.NoWorkbook);

    [Fact]
    public void Note_OfAnotherYear_IsToldWhichYearWasAccepted()
    {
        var remark = Find("说明.docx", "魏县财政局2022年部门预算情况说明").Remark.ShouldNotBeNull();
        remark.ShouldContain("2023");
        remark.ShouldContain("2022");
    }

    [Fact]
    public void Note_ThatMentionsOtherUnitsInItsText_BelongsToTheOneInItsTitle() =>
        Find("说明.docx", "2023年部门收支预算总表", "魏县教育局2023年部门预算情况说明", "与魏县财政局共同管理教育经费。").Workbook!.UnitCode.ShouldBe("101");

    [Fact]
    public void TitleOfTheFile_CountsOnlyWhereTheTextNamesNoUnit()
    {
        var stale = new NoteOpening(["魏县教育局2023年部门预算情况说明"], "魏县财政局2022年部门预算情况说明");
        Owner.Find(stale, "说明.docx", []).Workbook!.UnitCode.ShouldBe("101");
        Owner.Find(new NoteOpening(["情况说明"], "魏县财政局2023年部门预算情况说明"), "说明.docx", []).Workbook!.UnitCode.ShouldBe("205");
    }

    private static NoteMatch Find(string path, params string[] lines) =>
        Owner.Find(new NoteOpening(lines, ""), path.Split('/')[^1], path.Split('/')[..^1]);

    private static Submission Workbook(string code, string name, int year) =>
        new() { Id = $"{code}-{year}", UnitCode = code, UnitName = name, Year = year, Verdict = Verdict.Accepted };
}
