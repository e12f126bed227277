using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Checking;

namespace ExcelBudget.Notes.Tests.Checking;

public sealed class LinkedFigureTests
{
    [Theory]
    [InlineData("fig:T1[34,2]", "2041.41", "NOTE-LINKED", "2041.42")]
    [InlineData("rate:ABS(prior[人员经费,rate])", "32.77%", "NOTE-LINKED", "23.77%")]
    [InlineData("dir:prior[人员经费,change]", "减少", "NOTE-LINKED-WORD", "增加")]
    [InlineData("year", "2022", "NOTE-LINKED", "2023")]
    public void LinkedWords_Retyped_AreTold(string tag, string words, string rule, string expected)
    {
        var finding = Edited(body => Retype(body, tag, words)).Findings.Where(finding => finding.Rule == rule).ToArray()
            .ShouldHaveSingleItem();
        finding.Expected.Told().ShouldBe(expected);
        finding.Actual.Told().ShouldBe(words);
        finding.Place.Paragraph!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void LinkedFigure_NamesItsCell() =>
        Edited(body => Retype(body, "fig:T1[34,2]", "2041.41")).Findings.Single().Related.ShouldHaveSingleItem().Address.ToString()
            .ShouldBe("T1[34,2]");

    [Fact]
    public void Control_Deleted_LeavesItsSentenceToBeReadAsItStands()
    {
        var check = Edited(body =>
        {
            var control = Control(body, "fig:T1[34,2]");
            control.InsertAfterSelf(new Run(new Text("2041.40")));
            control.Remove();
        });
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe("NOTE-FIGURE");
    }

    [Fact]
    public void Sentence_RewordedAroundItsLinks_HasNoFinding()
    {
        var check = Edited(body =>
        {
            var paragraph = Control(body, "fig:T1[34,2]").Ancestors<Paragraph>().First();
            paragraph.InsertAfterSelf(new Paragraph(new Run(new Text("以上收入全部纳入预算管理，做到应收尽收。"))));
        });
        check.Findings.Count.ShouldBe(0, Checked.Told(check));
    }

    [Fact]
    public void Sentence_Deleted_IsMissedWhereTheSectionNeedsIt()
    {
        var check = Edited(body => Control(body, "fig:T1[34,2]").Ancestors<Paragraph>().First().Remove());
        check.Findings.ShouldHaveSingleItem(Checked.Told(check)).Rule.ShouldBe("NOTE-QUOTED");
    }

    private static NoteCheck Edited(Action<Body> edit) =>
        Checked.Against(HebeiNote.Clean, PlainNote.Edited(HebeiNote.Write(HebeiNote.Clean).Docx, edit));

    private static SdtElement Control(Body body, string tag) => body.Descendants<SdtElement>()
        .First(control => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value == tag && !control.Ancestors<Table>().Any());

    private static void Retype(Body body, string tag, string words) => Control(body, tag).Descendants<Text>().First().Text = words;
}
