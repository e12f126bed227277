using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>What is said of a note that is not made yet is what would be said of the file.</summary>
public sealed class DraftTests
{
    private static readonly NoteChecker Checker = NoteChecker.Of(Hebei.Book);

    private static readonly string[] Words =
    [
        "甲\r\n乙\r丙\u0001丁，<增加>&5万元", "负责XX工作，收入预算999.99万元。", "2019年完成了全部工作。", "比上年增加12万元，主要原因是人员减少。", "一、贯彻方针。\n三、组织实施。\n三、组织实施。",
        "待补充", "【待补充：说明】", "主要原因是。", "其中：一般公共预算收入1.23万元，政府性基金4.56万元。", "增加（减少）万元。", "按{unit}的职责办理，共计安排 万元。",
    ];

    public static TheoryData<string, int> SamplesAndWords()
    {
        var data = new TheoryData<string, int>();
        foreach (var sample in new[] { "clean", "full", "library" })
        {
            for (var index = -1; index < Words.Length; index++) data.Add(sample, index);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SamplesAndWords))]
    public void Draft_Reviewed_IsToldWhatACheckOfTheFileTells(string sample, int words)
    {
        var budget = Hebei.BudgetOf(sample);
        if (words >= 0) budget = new Budget(budget.Identity, budget.Forms.Select(form => Worded(form, Words[words])));
        var draft = HebeiNote.Template.Draft(new BudgetFigures(Hebei.Book, budget));
        var note = HebeiNote.Write(budget);
        draft.Gaps.ShouldBe(note.Gaps);
        var reviewed = Checker.Review(draft, new BudgetFigures(Hebei.Book, budget));
        var (told, expected) = (Told(reviewed), Told(Checked.Against(budget, note.Docx)));
        told.ShouldBe(expected);
        reviewed.Annotated.ShouldBeNull();
        if (words < 0) told.ShouldBeEmpty();
        else if (words == 0) told.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SamplesAndWords))]
    public void Draft_ReviewedForErrors_LacksNoneThatAReviewTells(string sample, int words)
    {
        var budget = Hebei.BudgetOf(sample);
        if (words >= 0) budget = new Budget(budget.Identity, budget.Forms.Select(form => Worded(form, Words[words])));
        var draft = HebeiNote.Template.Draft(new BudgetFigures(Hebei.Book, budget));
        var whole = Checker.Review(draft, new BudgetFigures(Hebei.Book, budget)).Findings;
        var errors = Checker.ReviewForErrors(draft, new BudgetFigures(Hebei.Book, budget)).Findings;
        whole.Where(finding => finding.Severity == Severity.Error).Select(finding => (finding.Rule, finding.Message, finding.Place))
            .ShouldBeSubsetOf(errors.Select(finding => (finding.Rule, finding.Message, finding.Place)));
        if (words == 1) errors.Count.ShouldBeLessThan(whole.Count, "what only asks is not looked for");
    }

    [Theory]
    [MemberData(nameof(SamplesAndWords))]
    public void Draft_ReadInOnePass_AsItIsReadAsANote(string sample, int words)
    {
        var budget = Hebei.BudgetOf(sample);
        if (words >= 0) budget = new Budget(budget.Identity, budget.Forms.Select(form => Worded(form, Words[words])));
        var draft = HebeiNote.Template.DraftAsXml(new BudgetFigures(Hebei.Book, budget));
        var read = draft.Read();
        read.Xml.Root.ShouldBeNull("the draft of the pack's own note is read in one pass");
        read.Blocks.Select(Shown).ShouldBe(draft.ReadAsNote().Blocks.Select(Shown));
    }

    [Theory]
    [MemberData(nameof(SamplesAndWords))]
    public void Draft_WrittenAsMarks_SaysWhatItSaysAsXml(string sample, int words)
    {
        HebeiNote.Template.HasMarks.ShouldBeTrue("marks know all that the pack's own note holds");
        var budget = Hebei.BudgetOf(sample);
        if (words >= 0) budget = new Budget(budget.Identity, budget.Forms.Select(form => Worded(form, Words[words])));
        var (marks, xml) = (HebeiNote.Template.Draft(new BudgetFigures(Hebei.Book, budget)),
            HebeiNote.Template.DraftAsXml(new BudgetFigures(Hebei.Book, budget)));
        marks.Gaps.ShouldBe(xml.Gaps);
        marks.Places.ShouldBe(xml.Places);
        marks.Read().Blocks.Select(WithoutMarks).ShouldBe(xml.Read().Blocks.Select(WithoutMarks));
    }

    // bookmarks lead to tables that stand in a file
    private static string WithoutMarks(NoteBlock block) => block is NoteTable table
        ? string.Join(',', table.Around) + string.Join('\n', table.DraftWords) : Shown(block);

    private static string Shown(NoteBlock block) => string.Join(',', block.Around) + block switch
    {
        NoteParagraph one => $"{one.Number} {one.StyleLevel} {one.IsContents} {one.Text} {string.Join(',', one.Controls)}",
        NoteTable table => $"{table.Caption} {string.Join(',', table.Marks)} " + string.Join('\n', table.Rows.SelectMany(row => row)
            .Select(cell => $"{cell.Row} {cell.Column} {cell.Span} {cell.IsContinued} {string.Join('|', cell.Paragraphs.Select(Shown))}")),
        _ => "",
    };

    /// <summary>Every text of the department in other words: those of the note's own form, and those that stand in tables.</summary>
    private static FormContent Worded(FormContent form, string words)
    {
        var texts = Hebei.Book.Pack[form.Form].Columns.Where(column => column.Kind == CellKind.Text)
            .Select(column => column.Id).ToHashSet();
        return new FormContent(form.Form, [.. form.Rows.Select(row => new FormRow(row.Key, row.Cells.ToDictionary(
            cell => cell.Key, cell => texts.Contains(cell.Key) ? new CellValue.Text(words) : cell.Value)))]);
    }

    private static string[] Told(NoteCheck check) =>
    [
        .. check.Findings.Zip(check.Origins).Where(pair => pair.First.Severity != Severity.Info).Select(pair =>
            $"{pair.First.Rule} {pair.First.Severity} {pair.First.Message} | {pair.First.Place.Sentence} | {pair.First.Place.Address} | "
                + $"{pair.Second} | {string.Join(' ', pair.First.Related.Select(place => place.Address))}"),
    ];
}
