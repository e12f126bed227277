using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Checking;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>Tables in a note, found by title and heading when nothing links them.</summary>
public sealed class NoteTableTests
{
    [Fact]
    public void TableCell_TypedOver_IsToldWithItsCell()
    {
        var check = Edited(body => Cell(body, "部门预算支出总表", "1683.10").Text = "1693.10");
        var finding = check.Findings.ShouldHaveSingleItem(Checked.Told(check));
        finding.Rule.ShouldBe("NOTE-TABLE");
        finding.Place.Address.ToString().ShouldBe("T3[合计,5]");
        (finding.Actual.Told(), finding.Expected.Told(), finding.Difference.Told()).ShouldBe(("1693.10", "1683.10", "10.00"));
    }

    [Fact]
    public void TableCell_Emptied_IsTold()
    {
        var check = Edited(body => Cell(body, "部门预算财政拨款“三公”经费支出表", "54.50").Text = "");
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Actual.Told().ShouldBe("空白");
    }

    [Fact]
    public void TableRow_Deleted_IsTold()
    {
        var check = Edited(body => Cell(body, "部门预算一般公共预算财政拨款基本支出表", "214.73").Ancestors<TableRow>().First().Remove());
        var finding = check.Findings.ShouldHaveSingleItem(Checked.Told(check));
        finding.Rule.ShouldBe("NOTE-TABLE-ROW");
        finding.Place.Address!.Value.Row.Value.ShouldBe("30101");
    }

    [Fact]
    public void TableRow_Added_IsTold()
    {
        var check = Edited(body =>
        {
            var row = Cell(body, "部门预算一般公共预算财政拨款基本支出表", "214.73").Ancestors<TableRow>().First();
            var added = (TableRow)row.CloneNode(deep: true);
            added.Descendants<Text>().First(text => text.Text == "30101").Text = "30113";
            row.InsertAfterSelf(added);
        });
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe("NOTE-TABLE-ROW");
    }

    [Fact]
    public void Table_Deleted_IsTold()
    {
        var check = Edited(body => Table(body, "部门预算收入总表").Remove());
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Expected.Told().ShouldBe("部门预算收入总表");
    }

    [Fact]
    public void EmptyTable_WithoutItsSentence_IsTold()
    {
        var check = Edited(
            body => body.Descendants<Paragraph>().First(paragraph => paragraph.InnerText.StartsWith("注：无政府", StringComparison.Ordinal))
            .Remove());
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe("NOTE-EMPTY-TABLE");
    }

    [Fact]
    public void EmptyTable_WithTheSentenceOfAnother_IsTold()
    {
        var check = Edited(body =>
        {
            var sentences = body.Descendants<Paragraph>()
                .Where(paragraph => paragraph.InnerText.StartsWith("注：无", StringComparison.Ordinal)).ToArray();
            sentences[0].Descendants<Text>().First().Text = sentences[1].InnerText;
        });
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe("NOTE-EMPTY-TABLE");
    }

    [Fact]
    public void ProjectTable_WithAnotherNumber_IsTold()
    {
        var check = Edited(
            body => body.Descendants<Text>().Last(text => text.Text == "≥90%" && text.Ancestors<Table>().Any()).Text = "≥80%");
        var finding = check.Findings.ShouldHaveSingleItem(Checked.Told(check));
        (finding.Rule, finding.Actual.Told(), finding.Expected.Told()).ShouldBe(("NOTE-TEXT-FIGURE", "≥80%", "≥90%"));
    }

    [Fact]
    public void DepartmentsText_WithAnotherNumber_IsTold()
    {
        var check = Edited(
            body => body.Descendants<Text>().First(text => text.Text.Contains("合格率达到90%", StringComparison.Ordinal)).Text =
            "工作活动绩效指标：控制会议数量、规模和会期；公文当日办理；接待严格执行标准；合格率达到98%以上。");
        var finding = check.Findings.ShouldHaveSingleItem(Checked.Told(check));
        (finding.Rule, finding.Actual.Told(), finding.Expected.Told()).ShouldBe(("NOTE-TEXT-FIGURE", "98", "90"));
    }

    [Fact]
    public void Table_TypedByHandWithFewerColumns_IsFoundByItsHeadings()
    {
        var table = new Table(
            Row("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
            Row("", "合计", "2041.42", "358.32", "1683.10"),
            Row("201", "一般公共服务支出", "1974.41", "291.31", "1683.01"));
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of([Paragraph("一般公共预算支出表"), table]));
        check.Findings.Where(finding => finding.Rule == "NOTE-TABLE").ToArray().ShouldHaveSingleItem(Checked.Told(check))
            .Place.Address.ToString().ShouldBe("T5[201,5]");
    }

    [Fact]
    public void Table_ThatIsNoForm_IsListedAsNotCompared()
    {
        var check = Checked.Against(HebeiNote.Clean, PlainNote.Of([Paragraph("人员情况"), new Table(Row("编制", "实有"), Row("20", "18"))]));
        check.Unchecked.ShouldContain(entry => entry.Rule == "NOTE-TABLE" && entry.Reason.Contains("第 1 张表"));
    }

    private static NoteCheck Edited(Action<Body> edit) =>
        Checked.Against(HebeiNote.Clean, PlainNote.Edited(PlainNote.WithoutControls(HebeiNote.Write(HebeiNote.Clean).Docx), edit));

    private static Table Table(Body body, string title) =>
        body.Descendants<Table>().First(table => table.InnerXml.Contains($"w:tblCaption w:val=\"{title}\"", StringComparison.Ordinal)
        || table.PreviousSibling<Paragraph>()?.InnerText.Contains(title, StringComparison.Ordinal) == true);

    private static Text Cell(Body body, string title, string words) =>
        Table(body, title).Descendants<Text>().First(text => text.Text == words);

    private static Paragraph Paragraph(string words) => new(new Run(new Text(words)));

    private static TableRow Row(params string[] cells) => new(cells.Select(words => (OpenXmlElement)new TableCell(Paragraph(words))));
}
