using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>
/// The program's own note agrees with its workbook, whatever the unit is called, whatever it is, and however little was filled in.
/// </summary>
public sealed class OwnNoteTests
{
    private static readonly string[] Names =
    [
        "图书馆", "云岭县图书馆", "青禾县档案馆", "市体育场馆", "行政运行中心", "县公务用车服务中心", "事业收入征收中心", "县政府采购中心", "国有资产管理中心", "三公经费监管中心",
        "项目支出评审中心", "青禾县第二中学", "12345热线中心", "收入预算编审中心", "县委增收减支办公室", "其他支出核算中心本级", "名词解释编审局（本级）", "公务接待费结算中心",
    ];

    public static TheoryData<string, string> SamplesAndNames()
    {
        var data = new TheoryData<string, string>();
        foreach (var sample in new[] { "clean", "full", "library" })
        {
            foreach (var name in Names) data.Add(sample, name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SamplesAndNames))]
    public void OwnNote_WhateverTheUnitIsCalled_HasNoFinding(string sample, string name)
    {
        var budget = Hebei.BudgetOf(sample);
        var renamed = new Budget(budget.Identity with { UnitName = name }, budget.Forms);
        var docx = HebeiNote.Write(renamed).Docx;
        Told(renamed, docx).ShouldBeEmpty();
        Told(renamed, PlainNote.WithoutControls(docx)).ShouldBeEmpty();
    }

    [Fact]
    public void UnitCalledLikeAnItem_StillHasItsFiguresCompared()
    {
        var budget = Hebei.BudgetOf("library");
        var renamed = new Budget(budget.Identity with { UnitName = "县政府采购中心" }, budget.Forms);
        var check = Checked.Against(renamed, PlainNote.Of("六、政府采购预算情况", "2024年，县政府采购中心安排政府采购预算12.34万元。"));
        check.Findings.Select(finding => finding.Rule).ShouldContain("NOTE-FIGURE", Checked.Told(check));
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void Note_WithoutLastYearsFigures_SaysNothingOfAChange(string sample)
    {
        var budget = WithoutLastYear(Hebei.BudgetOf(sample));
        var docx = HebeiNote.Write(budget).Docx;
        using var note = new NoteFile(docx);
        note.Paragraphs.ShouldNotContain(paragraph => paragraph.Contains("增加") || paragraph.Contains("持平") || paragraph.Contains("主要原因"));
        note.Paragraphs.ShouldContain($"没有{budget.Identity.Year - 1}年的部门预算数，不作比较。");
        Told(budget, docx).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("三公经费合计,因公出国（境）费,公务用车购置及运维费,公务用车购置费,公务用车运行维护费,公务接待费", "公务接待费减少")]
    [InlineData("收入总计", "年收入预算比")]
    [InlineData("支出总计", "年支出预算比")]
    [InlineData("财政拨款收入", "财政拨款收入增加")]
    [InlineData("人员经费,公用经费,项目支出", "，其中：人员经费增加")]
    public void Note_WithoutLastYearsFigureOfAPart_ComparesTheRestOnly(string rows, string words)
    {
        var budget = WithoutLastYear(HebeiNote.Full, rows.Split(','));
        using var note = new NoteFile(HebeiNote.Write(budget).Docx);
        note.Paragraphs.ShouldNotContain(paragraph => paragraph.Contains(words));
        note.Paragraphs.ShouldContain(paragraph => paragraph.Contains("比2023年") || paragraph.Contains("与2023年相比"));
    }

    [Fact]
    public void ChangeToldByHand_WithoutLastYearsFigures_IsListedAsNotChecked()
    {
        var budget = WithoutLastYear(HebeiNote.Clean);
        var check = Checked.Against(budget, PlainNote.Of("二、部门预算安排的总体情况", "收入预算2041.42万元，比上年增加2041.42万元，主要原因是任务增加。"));
        check.Unchecked.ShouldContain(entry => entry.Reason.Contains("没有填写上年数"));
    }

    [Theory]
    [InlineData("事业", "本单位为事业单位，2024年没有机关运行经费。")]
    [InlineData("公益二类事业", "本单位为事业单位，2024年没有机关运行经费。")]
    [InlineData("企业", "2024年没有机关运行经费。")]
    public void UnitThatIsNoOffice_HasNoOperatingCosts(string nature, string sentence)
    {
        var budget = OfNature(HebeiNote.Full, nature);
        var docx = HebeiNote.Write(budget).Docx;
        using var note = new NoteFile(docx);
        note.Paragraphs.ShouldContain(sentence);
        Told(budget, docx).ShouldBeEmpty();
        Checked.Against(budget, PlainNote.Of("三、机关运行经费安排情况", "2024年机关运行经费182.32万元。")).Findings.Select(finding => finding.Rule)
            .ShouldContain("NOTE-NATURE");
    }

    [Theory]
    [InlineData("行政")]
    [InlineData("参照公务员法管理事业单位")]
    [InlineData("参公")]
    public void UnitThatIsAnOffice_TellsItsOperatingCosts(string nature)
    {
        using var note = new NoteFile(HebeiNote.Write(OfNature(HebeiNote.Full, nature)).Docx);
        note.Paragraphs.ShouldContain(paragraph => paragraph.StartsWith("2024年机关运行经费共计安排", StringComparison.Ordinal));
    }

    [Fact]
    public void Assets_NotGiven_AreNotPublishedAsNothing()
    {
        var budget = With(HebeiNote.Full, new FormContent(new FormId("assets"), []));
        var docx = HebeiNote.Write(budget).Docx;
        using var note = new NoteFile(docx);
        note.Paragraphs.ShouldContain(paragraph => paragraph.Contains("没有固定资产，空表列示。"));
        note.Paragraphs.ShouldNotContain(paragraph => paragraph.Contains("固定资产金额为"));
        Told(budget, docx).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("full", true)]
    [InlineData("clean", false)]
    [InlineData("library", false)]
    public void MemberUnits_AreSpokenOfOnlyWhereThereAreAny(string sample, bool hasMembers)
    {
        using var note = new NoteFile(HebeiNote.Write(Hebei.BudgetOf(sample)).Docx);
        note.Paragraphs.Any(paragraph => paragraph.Contains("（含所属单位）")).ShouldBe(hasMembers);
    }

    private static IEnumerable<string> Told(Budget budget, byte[] docx) => Checked.Against(budget, docx).Findings
        .Where(finding => finding.Severity != Severity.Info)
        .Select(finding => $"{finding.Rule} {finding.Message} | {finding.Place.Sentence}");

    private static Budget WithoutLastYear(Budget budget, params string[] rows) => With(budget, new FormContent(
        new FormId("prior"),
        [.. budget[new FormId("prior")]!.Rows.Where(row => rows.Length > 0 && !rows.Contains(row.Key.Value))]));

    private static Budget OfNature(Budget budget, string nature) => With(budget, new FormContent(
        new FormId("units"),
        [new FormRow(new RowKey("1"), new Dictionary<ColumnId, CellValue>
        {
            [new ColumnId("name")] = new CellValue.Text("本单位"),
            [new ColumnId("nature")] = new CellValue.Text(nature),
        })]));

    private static Budget With(Budget budget, FormContent content) =>
        new(budget.Identity, budget.Forms.Select(form => form.Form == content.Form ? content : form));
}
