using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Checking;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Words of many rules are looked for in one pass, and a text that is passed over holds none of them.</summary>
public sealed class WordScanTests
{
    [Fact]
    public void Text_HoldsWordsOfSomeGroups_NamesTheseAlone()
    {
        var scan = new WordScan([["增长", "增"], ["某某"], ["长安"], ["增长率"]]);
        scan.In("收入增长安排").ShouldBe(WordScan.Place(0) | WordScan.Place(2));
        scan.In("增长率").ShouldBe(WordScan.Place(0) | WordScan.Place(3));
        scan.In("").ShouldBe(0UL);
        scan.In("某").ShouldBe(0UL);
    }

    [Fact]
    public void Groups_MoreThanSixtyFour_AreStillFound()
    {
        var scan = new WordScan([.. Enumerable.Range(0, 100).Select(group => new[] { $"第{group}项" })]);
        for (var group = 0; group < 100; group++) (scan.In($"完成第{group}项。") & WordScan.Place(group)).ShouldNotBe(0UL);
    }

    [Fact]
    public void Pattern_AsksForTheSignThatHidesAName_IsTriedOnEveryText()
    {
        // 某某县财政局 reads as ＊＊＊＊＊＊ to a pattern
        new OwnName(new BudgetIdentity("p", "1", "某某县财政局", 2024)).Masked("某某县财政局").ShouldBe("＊＊＊＊＊＊");
        NeededWords.OneOf(["＊{2,}"]).ShouldBeNull();
        NeededWords.OneOf(["某某", "＊＊公司"]).ShouldBeNull();
        NeededWords.OneOf(["某某", "待补充|TBD"]).ShouldBe(["某某", "待补充", "TBD"]);
    }

    [Fact]
    public void Words_OfAPack_AreInATextWhenOneIs()
    {
        string[] words = ["率", "满意度", "满意", "Ａ"];
        var set = new WordSet(words);
        string[] texts = ["", "满", "满意", "意度", "合格率", "群众满意程度", "ＢＡ", "ＡＢ", "A"];
        foreach (var text in texts) set.IsIn(text).ShouldBe(words.Any(word => text.Contains(word, StringComparison.Ordinal)), text);
        new WordSet([]).IsIn("满意").ShouldBeFalse();
        new WordSet([""]).IsIn("").ShouldBeTrue();
    }

    [Fact]
    public void Texts_MoreThanAreKept_AreReadAllTheSame()
    {
        var read = 0;
        var known = new KnownTexts<int>(text => { read++; return text.Length; });
        for (var round = 0; round < 2; round++)
        {
            for (var number = 0; number < 20_000; number++) known[$"{number}"].ShouldBe($"{number}".Length);
        }

        known["≥95%"].ShouldBe(4);
        var before = read;
        known["≥95%"].ShouldBe(4);
        read.ShouldBe(before);
    }
}
