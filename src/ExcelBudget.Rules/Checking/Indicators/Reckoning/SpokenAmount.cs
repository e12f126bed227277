using System.Buffers;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>大写金额。An amount in formal numerals (人民币叁拾伍万元整) against the one in digits that stands in brackets beside it.</summary>
internal static partial class SpokenAmount
{
    private static readonly SearchValues<char> Formal = SearchValues.Create("壹贰叁肆伍陆柒捌玖拾佰仟");

    /// <summary>The first amount whose digits tell another.</summary>
    public static Miscount? Of(ReviewedProject project)
    {
        if (project.PlainGoal.AsSpan().IndexOfAny(Formal) < 0) return null;
        foreach (Match match in Amounts().Matches(project.PlainGoal))
        {
            if (ChineseNumerals.Value(match.Groups["spoken"].Value) is not { } spoken || spoken <= 0m) continue;
            var digits = match.Groups["before"].Success ? match.Groups["before"].Value : match.Groups["behind"].Value;
            if (QuantityText.Read(digits) is not [{ IsMoney: true, Per.Count: 0, IsAbout: false } told]) continue;
            if (Math.Abs(told.Number - spoken) <= told.HalfDigit) continue;
            return new Miscount(Explained.Said(spoken, QuantityUnits.Yuan), match.Groups["spoken"].Value + "元", told.Text)
            {
                Also = [.. ProjectFigures.Of(project).Lines.Where(line => line.IsMoney && line.Number == told.Number)
                    .Select(line => line.Line)],
            };
        }

        return null;
    }

    [GeneratedRegex(@"(?<before>[0-9][0-9,]{0,14}(?:\.[0-9]{1,6})?[万亿]?元)[（(]?(?:大写|人民币)?[:：]?(?:人民币)?"
        + @"(?<spoken>[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{2,24})[元圆]"
        + @"|(?<spoken>[零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{2,24})[元圆]整?[，,]?[（(](?:小写|人民币|即)?[:：]?[¥￥]?"
        + @"(?<behind>[0-9][0-9,]{0,14}(?:\.[0-9]{1,6})?[万亿]?元)")]
    private static partial Regex Amounts();
}
