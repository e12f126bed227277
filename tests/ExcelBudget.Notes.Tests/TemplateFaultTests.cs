using ExcelBudget.Notes.Outline;

namespace ExcelBudget.Notes.Tests;

/// <summary>What a clerk is told when a reworded template cannot be used.</summary>
public sealed class TemplateFaultTests
{
    [Theory]
    [InlineData("- p: \"{figure:T1[34,2]}\"", "figure:T1[34,2]", "不认识")]
    [InlineData("- p: \"{fig:T1[99,2]}\"", "fig:T1[99,2]", "没有行")]
    [InlineData("- p: \"{zero:T1[1,2|无}\"", "zero:T1[1,2", "这里应为")]
    [InlineData("- p: \"{project:name}\"", "project:name", "projects")]
    [InlineData("- p: \"{text:nothing}\"", "text:nothing", "没有文字栏目")]
    [InlineData("- p: \"合计{table:T1}\"", "table:T1", "单独成段")]
    [InlineData("- projectTable: indicators", "table:indicators", "projects")]
    [InlineData("- projects:\n  - projects:\n    - p: 项目", "projects", "另一个")]
    public void Template_WithAFault_IsExplainedWithItsHeading(string parts, string tag, string problem)
    {
        var docx = HebeiNote.BuildFrom("- h1: 三、试验\n" + parts);
        NoteTemplate.Compile(docx, Hebei.Book, out var faults).ShouldBeNull();
        var fault = faults.ShouldHaveSingleItem();
        (fault.Heading, fault.Tag).ShouldBe(("三、试验", tag));
        fault.Problem.ShouldContain(problem);
    }

    [Fact]
    public void Template_WithSeveralFaults_TellsThemAll()
    {
        var docx = HebeiNote.BuildFrom("- p: \"{a}{zero:T1[1,2]|{b}}\"\n- text: c");
        NoteTemplate.Compile(docx, Hebei.Book, out var faults);
        faults.Select(fault => fault.Tag).ShouldBe(["a", "b", "text:c"]);
    }

    [Fact]
    public void Template_ThatIsNoWordFile_IsRefused()
    {
        NoteTemplate.Compile([1, 2, 3], Hebei.Book, out var faults).ShouldBeNull();
        faults.ShouldHaveSingleItem();
    }

    /// <summary>What was added to note.yaml and not built yet was not lost by anybody.</summary>
    [Theory]
    [InlineData(true, "note.yaml 比 note.docx 新", "LibreOffice")]
    [InlineData(false, "LibreOffice", "比 note.docx 新")]
    public void OutlineWithASlotTheTemplateLacks_IsToldByWhichIsNewer(bool isNewer, string said, string unsaid)
    {
        var docx = HebeiNote.BuildFrom("- h1: 三、试验\n- p: \"{year}年\"");
        var outline = NoteOutline.Read("title: 甲\nparts:\n- h1: 三、试验\n- p: \"{year}年{fig:T1[34,2]}\"\n", out _);
        NoteTemplate.Compile(docx, Hebei.Book, out var faults, outline, isNewer).ShouldBeNull();
        var problem = faults.ShouldHaveSingleItem().Problem;
        problem.ShouldContain(said);
        problem.ShouldNotContain(unsaid);
    }

    [Fact]
    public void Outline_WithFaults_NamesTheirLines()
    {
        NoteOutline.Read($"title: 甲\nparts:\n- q: 乙\n- p: \"{{{new string('长', 65)}}}\"\n", out var faults);
        faults.Select(fault => fault.Line).ShouldBe([3, 4]);
    }

    [Fact]
    public void Words_OfTheTemplate_AreKeptWhenReworded()
    {
        var template =
            HebeiNote.Compile(
            HebeiNote.BuildFrom("- p: \"县里{year}年{dir:T1[34,2]|有/欠/没有}钱{join:、|{zero:T1[2,2]|甲}{zero:T1[1,2]|乙}{zero:T1[3,2]|丙}}。\""));
        using var note = new NoteFile(template.Write(new Rules.Evaluation.BudgetFigures(Hebei.Book, HebeiNote.Clean)).Docx);
        note.Paragraphs.ShouldContain("县里2023年有钱甲、丙。");
    }
}
