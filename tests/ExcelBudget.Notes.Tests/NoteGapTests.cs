using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tests;

/// <summary>What the note says when something changed, stayed, or was not supplied.</summary>
public sealed class NoteGapTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Note_OfASample_HasNoGap(string sample) => HebeiNote.Write(HebeiNote.BudgetOf(sample)).Gaps.ShouldBeEmpty();

    [Fact]
    public void Reason_Missing_IsAVisibleGap()
    {
        var writing = HebeiNote.Write(Without(HebeiNote.Full, "texts", "three_public_reason_reception"));
        writing.Gaps.ShouldBe(["公务接待费增减原因"]);
        using var note = new NoteFile(writing.Docx);
        note.Paragraphs.ShouldContain(paragraph => paragraph.Contains("主要原因是【待补充：公务接待费增减原因】。"));
        note.Body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Highlight>().ShouldHaveSingleItem();
    }

    [Fact]
    public void Paragraphs_Missing_AreAVisibleGap()
    {
        var writing = HebeiNote.Write(Without(HebeiNote.Clean, "texts", "duties"));
        writing.Gaps.ShouldBe(["部门职责"]);
        using var note = new NoteFile(writing.Docx);
        note.Paragraphs.ShouldContain("【待补充：部门职责】");
    }

    [Fact]
    public void Figure_Unchanged_StaysWithoutAmountOrReason()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        note.Paragraphs.ShouldContain("3.公务接待费与上年持平。");
    }

    [Fact]
    public void Figure_Changed_IsToldWithDirectionAmountRateAndReason()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Full).Docx);
        note.Paragraphs.ShouldContain("3.公务接待费减少0.40万元（下降5.88%），主要原因是严格执行公务接待标准，控制陪餐人数和接待批次。");
    }

    [Fact]
    public void OtherMatters_NotWritten_AreDeniedInWords()
    {
        var writing = HebeiNote.Write(Without(HebeiNote.Clean, "texts", "other"));
        writing.Gaps.ShouldBeEmpty();
        using var note = new NoteFile(writing.Docx);
        note.Paragraphs.ShouldContain("我部门没有其他需要说明的事项。");
    }

    [Fact]
    public void Budget_WithoutProjects_SaysSo()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Blank).Docx);
        note.Paragraphs.ShouldContain("2025年本部门没有安排预算项目。");
        note.Tables("indicators+goal").ShouldBeEmpty();
    }

    [Fact]
    public void Project_WithoutIndicators_IsAGap()
    {
        var clean = HebeiNote.Clean;
        var first = clean[new FormId("projects")]!.Rows[0].Key;
        var rows = clean[new FormId("indicators")]!.Rows.Where(
            row => !row.Key.Value.StartsWith(first.Value + "#", StringComparison.Ordinal)).ToArray();
        HebeiNote.Write(With(clean, new FormContent(new FormId("indicators"), rows))).Gaps.ShouldBe(["第 1 个项目的绩效指标"]);
    }

    [Fact]
    public void Form_MissingFromTheBudget_IsAGapAndNotAZero()
    {
        var budget = HebeiNote.Clean;
        var writing = HebeiNote.Write(new Budget(budget.Identity, budget.Forms.Where(form => form.Form.Value != "T9")));
        writing.Gaps.ShouldContain(gap => gap.Contains("部门预算财政拨款“三公”经费支出表", StringComparison.Ordinal), string.Join('\n', writing.Gaps));
    }

    private static Budget Without(Budget budget, string form, string row)
    {
        var content = budget[new FormId(form)]!;
        return With(budget, new FormContent(content.Form, [.. content.Rows.Where(candidate => candidate.Key.Value != row)]));
    }

    private static Budget With(Budget budget, FormContent content) =>
        new(budget.Identity, budget.Forms.Select(form => form.Form == content.Form ? content : form));
}
