using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>What people wrote into a budget stays, beside and above what we write.</summary>
public sealed class CommentsOfPeopleTests
{
    private const string PersonsWords = "这里多拨了 10 万元，\n已与国库核对。";
    private static readonly CellNote SameCell = Samples.Note("收入总表", "C8", "多录 10.00 万元。");

    [Fact]
    public void NoteAtACellWithAPersonsComment_FollowsBelowIt()
    {
        var after = new Package(Annotate(Samples.Budget(), SameCell));

        var text = after.CommentsByParts()["收入总表!C8"];
        text.ShouldStartWith(PersonsWords + "\n────");
        text.ShouldContain("\n多录 10.00 万元。\n────");
        after.CommentsByEpplus()["收入总表!C8"].ShouldBe(text);
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void SecondRound_ReplacesOurWordsBelowAPersonsComment()
    {
        var first = Annotate(Samples.Budget(), SameCell, Samples.Note("收入总表", "C7", "旧的意见"));

        var second = new Package(Annotate(first, SameCell with { Text = "现在少录 1.00 万元。" }));

        var text = second.CommentsByParts()["收入总表!C8"];
        text.ShouldStartWith(PersonsWords + "\n────");
        text.ShouldContain("现在少录 1.00 万元。");
        text.ShouldNotContain("多录 10.00 万元。");
        second.CommentsByParts().ShouldNotContainKey("收入总表!C7");
    }

    [Fact]
    public void WhenNothingIsWrongAnyMore_ThePersonsCommentIsAsSheWroteIt()
    {
        var after = new Package(Annotate(Annotate(Samples.Budget(), SameCell)));

        after.CommentsByParts().ShouldBe(new Dictionary<string, string> { ["收入总表!C8"] = PersonsWords });
    }

    [Fact]
    public void WordsAPersonAddsBelowOurs_Stay()
    {
        var first = Annotate(Samples.Budget(), SameCell);
        var answered = Samples.WithParts(first, ("xl/comments1.xml", text => text.Replace(
            "</text>", "<r><t xml:space=\"preserve\">\n已改。</t></r></text>", StringComparison.Ordinal)));

        var after = new Package(Annotate(answered));

        after.CommentsByParts()["收入总表!C8"].ShouldBe(PersonsWords + "\n已改。");
    }

    [Fact]
    public void CommentWithoutItsAuthor_IsStillKnownAsOurs()
    {
        var first = Annotate(Samples.Budget(), Samples.Note("收入总表", "C7", "旧的意见"));
        var anonymous = Samples.WithParts(first, ("xl/comments1.xml", text => text.Replace(
            $"<author>{Samples.Author}</author>", "<author> </author>", StringComparison.Ordinal)));

        var after = new Package(Annotate(anonymous, Samples.Note("收入总表", "C7", "新的意见")));

        after.CommentsByParts()["收入总表!C7"].ShouldBe("预算校验：\n新的意见");
    }

    [Fact]
    public void SeveralNotesAtOneCell_AreOneComment()
    {
        var after = new Package(Annotate(
            Samples.Budget(), Samples.Note("支出总表", "D7", "其一"), Samples.Note("支出总表", "$D$7", "其二"), Samples.Note("支出总表", "D7:F7", "其二")));

        after.CommentsByParts()["支出总表!D7"].ShouldBe("预算校验：\n其一\n其二");
    }

    [Fact]
    public void NoteInsideAMergedArea_StandsWhereItIsSeen()
    {
        var after = new Package(Annotate(Samples.Budget(), Samples.Note("收入总表", "A9", "合并单元格")));

        after.CommentsByParts().Keys.ShouldContain("收入总表!A7");
    }

    [Fact]
    public void TextThatXmlCannotHold_IsCleanedAndNothingElseOfItIsLost()
    {
        var after = new Package(Annotate(Samples.Budget(), Samples.Note("支出总表", "D7", "甲\u0001乙\uD83D丙\r\n丁\t😀<&>_x000D_")));

        after.CommentsByParts()["支出总表!D7"].ShouldBe("预算校验：\n甲乙丙\n丁\t😀<&>_x005F_x000D_");
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void EndlessText_IsCutBelowExcelsLimit()
    {
        var endless = new string('长', 40_000);

        var after = new Package(Annotate(Samples.Budget(), Samples.Note("支出总表", "D7", endless), SameCell with { Text = endless }));

        after.CommentsByParts()["支出总表!D7"].Length.ShouldBe(32_000);
        after.CommentsByParts()["收入总表!C8"].Length.ShouldBe(32_000);
        after.CommentsByParts()["收入总表!C8"].ShouldStartWith(PersonsWords);
    }

    [Fact]
    public void BoxOfALongNote_IsHigherThanThatOfAShortOne()
    {
        var after = new Package(Annotate(
            Samples.Budget(), Samples.Note("支出总表", "D7", "短"),
                Samples.Note("支出总表", "B30", string.Concat(Enumerable.Repeat("这里的说明很长。", 30)))));

        using var package = after.Open();
        var boxes = package.Workbook.Worksheets["支出总表"].Comments.Cast<OfficeOpenXml.ExcelComment>()
            .ToDictionary(comment => comment.Address, comment => comment.To.Row - comment.From.Row);
        boxes["B30"].ShouldBeGreaterThan(boxes["D7"] * 2);
    }

    [Fact]
    public void Comments_AreHiddenUntilThePointerRestsOnTheCell()
    {
        using var package = new Package(Annotate(Samples.Budget(), SameCell with { Cell = "C7" })).Open();

        package.Workbook.Worksheets["收入总表"].Comments.Cast<OfficeOpenXml.ExcelComment>().ShouldAllBe(comment => !comment.Visible);
    }

    private static byte[] Annotate(byte[] workbook, params CellNote[] notes) => Returned.Annotate(workbook, notes, Samples.Findings());
}
