using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Patterns asked together say the same as each alone.</summary>
public sealed class PatternSetTests
{
    private static readonly string[] Texts =
    [
        "", "购买办公设备", "2023年支出120万元", "某某县", "增加 万元", "20XX年", "合计 元", "安排安排", "机密性", "机密", "(abc", "AbC", "甲甲",
        "没有安排政府采购", "{单位名称}", "____", "三公经费下降 %", "2 0年度", "Ａ㎡", "a\nb",
    ];

    [Theory]
    [InlineData("某某|待补充", "20\\d?[XxＸｘ×]+\\s*年", "_{3,}")]
    [InlineData("(增加|减少)\\s+万元", "(安排)\\1", "(?<!保守)机密(?!性)")]
    [InlineData("(?i)abc", "(甲)\\1", "^$")]
    [InlineData("(?<字>甲)\\k<字>", "^a", "b$", "(合计)( 元)?")]
    [InlineData("\\(abc", "[(]?b", "(?:增加|\\{[^{}]*\\})")]
    [InlineData("(增加)|(?(1)x|甲)", "(?'名'某)\\k'名'")]
    public void Text_HoldsOneOfThePatterns_ExactlyWhenOneAloneIsFound(params string[] patterns)
    {
        var set = PatternSet.Of(patterns);
        foreach (var text in Texts)
            set.MayHold(text).ShouldBe(patterns.Any(pattern => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant)), text);
    }

    /// <summary>Whatever a pattern is made of, looking for its words first changes nothing.</summary>
    [Fact]
    public void Pattern_OfAnyParts_IsFoundWhereItAloneIsFound()
    {
        string[] parts =
        [
            "某某", "增", "减", "[增减]", "[^增]", "\\d", "20", "年?", "_{2,}", "(增|减)", "a*", "元{0,2}", "(?:增减)?", "\\s*", "(?<!增)", "(?=年)", "|",
            "元+?", "\\[", "[\\]|]", "\\u5e74", "\\p{L}", "万元", "^", "$", "(一(二|三))", "(?#万)", "\\b", "{", ".",
        ];
        string[] pieces = ["某某", "增", "减", "20", "1", "年", "__", "元", "a", " ", "[", "]", "|", "万元", "一二", "{", "二"];
        var random = new Random(20261129);
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)]));
            if (!IsSound(pattern)) continue;
            var set = PatternSet.Of([pattern]);
            var scan = NeededWords.OneOf([pattern]) is { } words ? new WordScan([words]) : null;
            for (var turn = 0; turn < 12; turn++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(0, 7)).Select(_ => pieces[random.Next(pieces.Length)]));
                var isFound = Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);
                set.MayHold(text).ShouldBe(isFound, $"«{pattern}» in «{text}»");
                if (isFound && scan is not null) scan.In(text).ShouldBe(WordScan.Place(0), $"«{pattern}» in «{text}»");
            }
        }
    }

    private static bool IsSound(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return true;
        }
        catch (RegexParseException)
        {
            return false;
        }
    }

    [Fact]
    public void Rule_WithoutAPattern_HoldsNothing() => PatternSet.Of(new List<string>()).MayHold("某某").ShouldBeFalse();

    [Fact]
    public void PatternThatRunsAway_LeavesItOpen() =>
        PatternSet.Of(new List<string> { "^(a|aa)+$" }).MayHold(new string('a', 60) + "!").ShouldBeTrue();
}
