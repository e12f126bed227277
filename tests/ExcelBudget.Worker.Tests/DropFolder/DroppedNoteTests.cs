using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class DroppedNoteTests : IDisposable
{
    private const string Draft = "201单位2012023年度部门预算公开情况说明";
    private const string Unit = "accepted/201 单位201 2023年/";

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void NoteThatAgrees_StandsBesideTheResultsOfItsWorkbookAndInTheArchive()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "公开说明.docx", FakeNote.Create("accepted"));

        Directory.GetFiles(_temp.In(Unit)).Select(Path.GetFileName).ShouldBe(
            ["公开说明.docx", "公开说明.检查报告.txt", "公开说明.检查结果.json", "预算.xlsx", "预算.检查报告.txt", "预算.检查结果.json"], ignoreOrder: true);
        File.ReadAllBytes(_temp.In(Unit + "公开说明.docx")).ShouldBe(FakeNote.Create("accepted"));
        // what was written from the workbook has done its duty
        _temp.Files(Unit + "旧版").ShouldBe([Draft + ".docx"]);
        _temp.Files("archive").Count(file => file.EndsWith("公开说明.docx", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void NoteThatAgrees_IsRecordedWithTheWorkbookItWasCheckedAgainst()
    {
        using var place = new Workplace(_temp);
        Drop(place, "旧.xlsx", FakeWorkbook.Create("accepted", version: "1"));
        Drop(place, "新.xlsx", FakeWorkbook.Create("accepted", version: "2"));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));

        var note = place.Ledger.AcceptedNote(new("hebei", "201", "单位201", 2023)).ShouldNotBeNull();
        (note.Kind, note.Pack).ShouldBe((SubmissionKind.Note, "hebei"));
        place.Ledger.Find(note.Workbook!)!.Name.ShouldBe("新.xlsx");
        _temp.Text(Unit + "说明.检查报告.txt").ShouldContain("核对所用工作簿：新.xlsx");
    }

    [Fact]
    public void NoteThatDisagrees_ComesBackWithCommentsAndTheSentenceInTheReport()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "教育局/说明.docx", FakeNote.Create("returned"));

        _temp.Files("returned").ShouldBe(["教育局/说明.docx", "教育局/说明.退回通知.html", "教育局/说明.检查报告.txt", "教育局/说明.检查结果.json"], ignoreOrder: true);
        File.ReadAllBytes(_temp.In("returned/教育局/说明.docx")).Length.ShouldBeGreaterThan(FakeNote.Create("returned").Length);
        _temp.Text("returned/教育局/说明.检查报告.txt").ShouldContain("第 12 段“2023年收入预算总计2041.41万元。”：");
        _temp.Text("returned/教育局/说明.检查结果.json").ShouldContain("\"paragraph\": 12");
        _temp.Files(Unit).ShouldContain(Draft + ".docx");
    }

    [Fact]
    public void NoteThatOnlyLacksSomething_ComesBackAsItWas()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("lacking"));
        File.ReadAllBytes(_temp.In("returned/说明.docx")).ShouldBe(FakeNote.Create("lacking"));
    }

    [Fact]
    public void NoteNamedLikeItsWorkbook_KeepsTheResultsOfBoth()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "预算.docx", FakeNote.Create("accepted"));
        _temp.Text(Unit + "预算.检查报告.txt").ShouldStartWith("预算.xlsx");
        _temp.Text(Unit + "预算（第2版）.检查报告.txt").ShouldStartWith("预算.docx");
    }

    [Fact]
    public void CommentedNoteDroppedAgain_KeepsItsName()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明（批注）（第2版）.docx", FakeNote.Create("accepted"));
        _temp.Files(Unit).ShouldContain("说明.docx");
    }

    [Fact]
    public void NoteBeforeItsWorkbook_IsRefusedWithWhatToDoAndTakenAfterwards()
    {
        using var place = new Workplace(_temp);
        Drop(place, "说明.docx", FakeNote.Create("accepted"));
        _temp.Files("refused").ShouldBe(["说明.docx", "说明.docx.原因.txt"]);
        _temp.Text("refused/说明.docx.原因.txt").ShouldContain(UnmatchedNote.NoWorkbook.Sentence);

        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));
        _temp.Files(Unit).ShouldContain("说明.docx");
    }

    [Fact]
    public void NoteInAnotherDepartmentsFolder_IsRefusedAndTakenFromItsOwn()
    {
        using var place = new Workplace(_temp);
        Drop(place, "教育局/预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "卫健局/说明.docx", FakeNote.Create("accepted"));
        _temp.Text("refused/卫健局/说明.docx.原因.txt").ShouldContain(UnmatchedNote.WrongFolder.Sentence);
        _temp.Text("refused/卫健局/说明.docx.原因.txt").ShouldContain("此前都在“教育局”报送");
        _temp.Files("accepted").ShouldNotContain(file => file.EndsWith("/说明.docx", StringComparison.Ordinal));

        Drop(place, "教育局/说明.docx", FakeNote.Create("accepted"));
        _temp.Files("accepted").ShouldContain(file => file.EndsWith("/说明.docx", StringComparison.Ordinal));
    }

    [Fact]
    public void NoteDroppedTogetherWithItsWorkbook_IsCheckedAfterIt()
    {
        using var place = new Workplace(_temp);
        place.Drop("1说明.docx", FakeNote.Create("accepted"));
        place.Drop("2预算.xlsx", FakeWorkbook.Create("accepted"));
        place.RunUntilIdle();
        _temp.Files(Unit).ShouldContain("1说明.docx");
    }

    [Fact]
    public void NoteOfAUnitWhoseWorkbookCameBack_IsRefused()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("returned"));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));
        _temp.Text("refused/说明.docx.原因.txt").ShouldContain("no_workbook");
    }

    [Fact]
    public void SameNoteTwice_IsADuplicateUntilItsWorkbookIsAnother()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));
        Drop(place, "再来.docx", FakeNote.Create("accepted"));
        _temp.Text("refused/再来.docx.原因.txt").ShouldContain("说明.docx");

        Drop(place, "更正.xlsx", FakeWorkbook.Create("accepted", version: "2"));
        Drop(place, "三来.docx", FakeNote.Create("accepted"));
        _temp.Files(Unit).ShouldContain("三来.docx");
    }

    [Fact]
    public void TwoNotesOfOneName_AreBothKept()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted", version: "1"));
        Drop(place, "说明.docx", FakeNote.Create("accepted", version: "2"));

        File.ReadAllBytes(_temp.In(Unit + "说明（第2版）.docx")).ShouldBe(FakeNote.Create("accepted", version: "2"));
        File.ReadAllBytes(_temp.In(Unit + "旧版/说明.docx")).ShouldBe(FakeNote.Create("accepted", version: "1"));
        _temp.Files(Unit).ShouldContain("预算.检查报告.txt");
    }

    [Fact]
    public void WorkbookCorrectedAfterItsNote_CarriesTheWordsOverAndAsksForAnotherCheck()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted", version: "甲"));
        Drop(place, "更正.xlsx", FakeWorkbook.Create("accepted", version: "2"));

        _temp.Text(Unit + Draft + "（第2版）.docx").ShouldBe("reissued note 甲");
        _temp.Text(Unit + "更正（第2版）.检查报告.txt").ShouldContain("说明.docx");
        _temp.Text(Unit + "更正（第2版）.检查报告.txt").ShouldContain("重新核对");
        _temp.Files(Unit + "旧版").ShouldContain("说明.docx");
    }

    [Fact]
    public void EarlierNoteThatBreaksTheReissue_DoesNotKeepTheWorkbookFromBeingAccepted()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted", version: "poison"));
        Drop(place, "更正.xlsx", FakeWorkbook.Create("accepted", version: "2"));

        _temp.Text(Unit + Draft + "（第2版）.docx").ShouldBe("note of 201");
        _temp.Text(Unit + "更正（第2版）.检查报告.txt").ShouldContain("重新生成");
    }

    [Fact]
    public void EarlierNoteThatIsGone_IsNotMissedSilently()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));
        File.Delete(_temp.In("archive/" + _temp.Files("archive").Single(file => file.EndsWith(".docx", StringComparison.Ordinal))));
        Drop(place, "更正.xlsx", FakeWorkbook.Create("accepted", version: "2"));
        _temp.Text(Unit + "更正（第2版）.检查报告.txt").ShouldContain("不在存档中");
    }

    [Fact]
    public void ArchivedWorkbookThatIsGone_IsAskedForAndTheNoteIsNotLost()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        File.Delete(_temp.In("archive/" + _temp.Files("archive").Single()));
        Drop(place, "说明.docx", FakeNote.Create("accepted"));

        _temp.Text("refused/说明.docx.原因.txt").ShouldContain("预算.xlsx");
        _temp.Files("archive").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("说明.doc", "not_a_note")]
    [InlineData("说明.wps", "not_a_note")]
    [InlineData("说明.DOCX", "not_a_note")]
    public void FileNamedLikeANoteThatIsNone_IsRefusedInWordsOfNotes(string name, string code)
    {
        using var place = new Workplace(_temp);
        Drop(place, name, "文字"u8.ToArray());
        _temp.Text($"refused/{Path.GetFileNameWithoutExtension(name)}{Path.GetExtension(name).ToLowerInvariant()}.原因.txt")
            .ShouldContain(code);
    }

    [Fact]
    public void PoisonNote_IsRefusedAfterThreeAttemptsAndTheOthersGoThrough()
    {
        using var place = new Workplace(_temp);
        Drop(place, "预算.xlsx", FakeWorkbook.Create("accepted"));
        place.Drop("1坏.docx", FakeNote.Create("poison"));
        place.Drop("2好.docx", FakeNote.Create("accepted"));
        place.RunUntilIdle();
        _temp.Text("refused/1坏.docx.原因.txt").ShouldContain("internal_error");
        _temp.Files(Unit).ShouldContain("2好.docx");
    }

    private static void Drop(Workplace place, string name, byte[] content)
    {
        place.Drop(name, content);
        place.RunUntilIdle();
    }
}
