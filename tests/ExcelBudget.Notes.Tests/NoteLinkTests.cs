using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests;

/// <summary>Where a figure of the note comes from, as Word shows it.</summary>
public sealed class NoteLinkTests
{
    [Theory]
    [InlineData("fig:T1[34,2]", "T1 收支总表：收入总计·预算数（2023年）")]
    [InlineData("fig:T3[合计,5]", "T3 支出总表：合计·项目支出（2023年）")]
    [InlineData("fig:ABS(prior[收入总计,change])", "上年对比：收入总计·增减额，不带正负号（2023年）")]
    [InlineData("rate:ABS(prior[收入总计,rate])", "上年对比：收入总计·增减（%），不带正负号（2023年）")]
    [InlineData("dir:prior[收入总计,change]", "方向词，看 上年对比：收入总计·增减额（2023年）")]
    [InlineData("unit", "单位名称")]
    public void Link_IsNamedInTheWordsOfTheWorkbook(string tag, string name)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var properties = note.Body.Descendants<SdtProperties>().Where(properties => properties.GetFirstChild<Tag>()?.Val?.Value == tag)
            .ToArray();
        properties.ShouldNotBeEmpty();
        properties.Select(found => found.GetFirstChild<SdtAlias>()?.Val?.Value).Distinct().ShouldBe([name]);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("blank")]
    public void EveryLink_HasANameThatWordTakes(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        var names = note.Body.Descendants<SdtProperties>().Select(properties => properties.GetFirstChild<SdtAlias>()?.Val?.Value ?? "")
            .ToArray();
        names.Length.ShouldBeGreaterThan(50);
        names.ShouldAllBe(name => name.Length > 0 && name.Length <= 64 && !name.Contains('{'));
    }

    [Fact]
    public void EveryTableAndHeading_HasABookmarkOfItsOwn()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Full).Docx);
        var starts = note.Body.Descendants<BookmarkStart>().ToArray();
        starts.Select(start => start.Name!.Value).ShouldBeUnique();
        starts.Select(start => start.Id!.Value)
            .ShouldBe(note.Body.Descendants<BookmarkEnd>().Select(end => end.Id!.Value), ignoreOrder: true);
        starts.ShouldAllBe(start => start.Name!.Value!.Length <= 40);
        string[] forms = ["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "procurement", "assets"];
        forms.Select(form => $"EB_{form}").ShouldBeSubsetOf(starts.Select(start => start.Name!.Value!));
        foreach (var heading in note.Body.Descendants<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1" or "NoteFormTitle"))
        {
            heading.Descendants<BookmarkStart>()
                .ShouldContain(start => start.Name!.Value!.StartsWith("EB_sec_", StringComparison.Ordinal), heading.InnerText);
        }
    }

    [Fact]
    public void Tables_AreAnnouncedToReadersForTheBlind()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var table = note.Tables("T9").Single().GetFirstChild<TableProperties>()!;
        table.TableCaption!.Val!.Value.ShouldBe(Hebei.Book.Pack[new Domain.Forms.FormId("T9")].Title);
        table.TableDescription!.Val!.Value!.ShouldContain("共 6 栏 9 行");
    }
}
