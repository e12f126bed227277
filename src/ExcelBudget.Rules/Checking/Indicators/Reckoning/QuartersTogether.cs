using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 四个季度加起来。180栋 … 第一季度完成40栋，第二季度60栋，第三季度50栋，第四季度25栋: all four quarters, against the one whole of their unit.
/// </summary>
internal static partial class QuartersTogether
{
    /// <summary>What lies further from the whole is no sum of it.</summary>
    private const decimal Near = 0.25m;

    /// <summary>The whole that the quarters do not make; null where they do, or several may be meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        if (!project.PlainGoal.Contains("四季度", StringComparison.Ordinal)
            && !project.PlainGoal.Contains("四个季度", StringComparison.Ordinal)) return null;
        foreach (var match in Quarters().Matches(project.PlainGoal).Concat(InOrder().Matches(project.PlainGoal)))
        {
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var unit = match.Groups["unit"].Value;
            var sum = parts.Sum();
            var figures = ProjectFigures.Of(project);
            var wholes = figures.Goal.Where(told => told is
            {
                Per.Count: 0, IsDetail: false, IsAbout: false, IsMoney: false, Bound: TargetOperator.Equal or TargetOperator.AtLeast,
            } && told.Text.EndsWith(unit, StringComparison.Ordinal) && told.Number > parts.Max()).DistinctBy(told =>
                told.Number).ToArray();
            // 其中20家年内复查一次, 含上年结转50件
            if (wholes is [var all] && !parts.Contains(Math.Abs(all.Number - sum)) && figures.Goal.Concat(figures.Past).Any(told =>
                told.Number == Math.Abs(all.Number - sum)
                && told.Text.EndsWith(unit, StringComparison.Ordinal))) continue;
            // 发放补贴220户；入户核查按季开展，第一季度60户: a deed of its own
            if (IsOfOther(project.PlainGoal, match, wholes, review)) continue;
            if (wholes is not [var whole] || whole.Number == sum || Math.Abs(whole.Number - sum) > Near * whole.Number) continue;
            return new Miscount(Figures.Plain(sum) + unit, string.Join('＋', parts.Select(part => Figures.Plain(part) + unit)), whole.Text)
            {
                Also = [.. figures.Lines.Where(line => line.Number == whole.Number && line.Unit == whole.Unit).Select(line => line.Line)],
            };
        }

        return null;
    }

    /// <summary>True where the sentence of the quarters begins with words that the whole is not told in.</summary>
    private static bool IsOfOther(string goal, Match match, TextQuantity[] wholes, IndicatorReview review)
    {
        var lead = goal[(goal.AsSpan(0, match.Index).LastIndexOfAny(Ends) + 1)..match.Index];
        return wholes is [var whole] && WordList.Without(lead, review.Standards.Words.Generic).Count(char.IsLetter) >= ShortestDeed
            && !lead.Any(char.IsAsciiDigit)
            && Kinship.Of(whole.Before + "|" + whole.After, lead, review.Standards.Words.Generic) == 0;
    }

    private const int ShortestDeed = 4;
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("。；;\n");

    /// <summary>一至四季度依次完成40栋、60栋、50栋、25栋.</summary>
    [GeneratedRegex(@"(?:一至四|四个)季度(?:依次|分别)[^。；;，、0-9]{0,10}(?<part>[0-9]{1,7})(?<unit>\p{L}{1,2})[、，,](?<part>[0-9]{1,7})"
        + @"\k<unit>[、，,](?<part>[0-9]{1,7})\k<unit>[、，,和](?<part>[0-9]{1,7})\k<unit>")]
    private static partial Regex InOrder();

    [GeneratedRegex(@"第?一季度[^。；;，、0-9]{0,16}(?<part>[0-9]{1,7})(?<unit>\p{L}{1,2})[^。；;0-9]{0,10}?[，,、；;]\s*第?二季度[^。；;，、0-9]{0,16}(?"
        + @"<part>[0-9]{1,7})\k<unit>"
        + @"[^。；;0-9]{0,10}?[，,、；;]\s*第?三季度[^。；;，、0-9]{0,16}(?<part>[0-9]{1,7})\k<unit>[^。；;0-9]{0,10}?[，,、；;]\s*第?四季度"
        + @"[^。；;，、0-9]{0,16}(?<part>[0-9]{1,7})\k<unit>")]
    private static partial Regex Quarters();
}
