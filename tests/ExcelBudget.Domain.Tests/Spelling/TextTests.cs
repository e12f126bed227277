using ExcelBudget.Domain.Spelling;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Spellings;

public sealed class TextTests
{
    [Theory]
    [InlineData("ＡＢ１２（万元）", "AB12(万元)")]
    [InlineData("1\u00a02\u30003", "1 2 3")]
    [InlineData("−－﹣‐‑‒–—―", "---------")]
    [InlineData("￥％．，：；", "¥%.,:;")]
    [InlineData("﹪﹒﹐﹙﹚", "%.,()")]
    [InlineData("县财政局", "县财政局")]
    public void Sign_InAnyWidth_IsItsHalfWidthForm(string text, string half) => TextFolding.Half(text).ShouldBe(half);

    [Fact]
    public void FoldedText_FoldsToItself()
    {
        for (var sign = '\0'; sign < '\uffff'; sign++) TextFolding.Half(TextFolding.Half(sign)).ShouldBe(TextFolding.Half(sign),
            $"U+{(int)sign:X4}");
    }

    [Theory]
    [InlineData(" 因公出国（境）费 － 其他 ", "因公出国(境)费-其他")]
    [InlineData("Unit\u200b Code", "unitcode")]
    public void Word_InTwoSpellings_HasOneKey(string text, string key) => TextFolding.Key(text).ShouldBe(key);

    [Theory]
    [InlineData("一二三四五", 3, "一二三…")]
    [InlineData("一二三", 3, "一二三")]
    [InlineData("一二𠮷四", 3, "一二…")]
    [InlineData("一二𠮷四", 4, "一二𠮷…")]
    [InlineData("ab\u0301cd", 2, "a…")]
    [InlineData("👨‍👩‍👧甲", 4, "…")]
    [InlineData("葛󠄀城", 1, "…")]
    [InlineData("一", 0, "…")]
    [InlineData("", 0, "")]
    public void Text_CutAnywhere_KeepsWholeCharacters(string text, int longest, string cut) =>
        TextCut.Beginning(text, longest).ShouldBe(cut);

    [Fact]
    public void AnyText_CutAnywhere_IsNoLongerThanAskedAndEndsAtACharacter() => Prop.ForAll<string>(text =>
    {
        for (var longest = 0; longest <= (text ?? "").Length; longest++)
        {
            var end = TextCut.End(text ?? "", longest);
            end.ShouldBeLessThanOrEqualTo(longest);
            if (end > 0 && end < text!.Length) (char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end])).ShouldBeFalse();
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16384, "XFD")]
    public void Column_HasTheLettersExcelShows(int column, string letters)
    {
        ColumnLetters.Of(column).ShouldBe(letters);
        ColumnLetters.Read(letters.ToLowerInvariant()).ShouldBe(column);
    }

    [Theory]
    [InlineData("XFE")]
    [InlineData("AAAA")]
    [InlineData("A1")]
    [InlineData("")]
    [InlineData("$A")]
    public void TextThatNamesNoColumn_IsZero(string text) => ColumnLetters.Read(text).ShouldBe(0);

    [Theory]
    [InlineData("=\"305002\"", "305002", true)]
    [InlineData("=\"甲\"\"乙\"\"\"", "甲\"乙\"", true)]
    [InlineData("'305002", "305002", true)]
    [InlineData("'甲'", "'甲'", false)]
    [InlineData("=\"甲\"&\"乙\"", "=\"甲\"&\"乙\"", false)]
    [InlineData("=A1", "=A1", false)]
    [InlineData(" 305002 ", "305002", false)]
    public void MarkThatKeepsAText_IsTakenOff(string text, string bare, bool hadMarks)
    {
        ExcelTextMarks.Without(text, out var had).ShouldBe(bare);
        had.ShouldBe(hadMarks);
    }
}
