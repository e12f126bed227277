using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>每家每季度一次，全年多少家次。对48家单位每季度巡查1次，全年巡查144家次: all of them, so often a year.</summary>
internal static partial class RoundsOfAll
{
    /// <summary>The first total that neither the rounds nor the rounds of all make; null where one of them does.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var goal = project.PlainGoal;
        if (Weekly(goal) is { } weekly) return weekly;
        if (!goal.Contains('每', StringComparison.Ordinal) || WordList.IsIn(goal, review.Standards.Words.Seasonal)
            || WordList.IsIn(goal, review.Standards.Words.LeftOut) || Term().IsMatch(goal) || Each().Count(goal) > 1) return null;
        foreach (Match match in Rounds().Matches(goal))
        {
            if (QuantityUnits.TimesAYear(match.Groups["span"].Value is "季度" ? "季" : match.Groups["span"].Value) is not (> 1m and var spans)
                || FigureReader.Read(match.Groups["each"].Value) is not { IsFigure: true, Value: > 0m and var each }) continue;
            var (all, told) = (Figure(match, "all"), Figure(match, "told"));
            var made = all * each * spans;
            // 180座次（含节前专项检查36座次）
            if (goal.AsSpan(match.Index + match.Length).TrimStart().StartsWith("（含")) continue;
            // 每季度至少巡查1次，全年200家次以上
            if (told > made && AtLeast().IsMatch(match.Value)) continue;
            if (told == made || (match.Groups["of"].Length == 0 && told == each * spans)) continue;
            return new Miscount(Figures.Plain(made) + match.Groups["of"].Value + "次",
                $"{Figures.Plain(all)}{match.Groups["unit"].Value}×{Figures.Plain(each)}次×{spans:0}", match.Groups["told"].Value
                    + match.Groups["of"].Value + "次")
            {
                Also = [.. ProjectFigures.Of(project).Lines.Where(line => line.Number == told
                    && line.Unit.EndsWith('次')).Select(line => line.Line)],
            };
        }

        return null;
    }

    private static decimal Figure(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>每周播出3期，全年52周共146期: how often a week, and how many weeks.</summary>
    private static Miscount? Weekly(string goal)
    {
        foreach (Match match in Weeks().Matches(goal))
        {
            var made = Figure(match, "each") * Figure(match, "many");
            if (made == Figure(match, "told")) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(made) + unit, $"{match.Groups["each"].Value}{unit}×{match.Groups["many"].Value}",
                match.Groups["told"].Value + unit);
        }

        return null;
    }

    [GeneratedRegex(@"每(?:周|月)[^，。；、0-9]{0,6}(?<each>[0-9]{1,3})(?<unit>[期次场篇条])[，,]全年(?<many>[0-9]{1,2})(?:周|个月)[，,]?共(?:计)?(?"
        + @"<told>[0-9]{1,5})\k<unit>(?!左右|以上)")]
    private static partial Regex Weeks();

    /// <summary>合同5月1日生效, 全年在校10个月: not a whole year.</summary>
    [GeneratedRegex("[0-9]月(?:[0-9]{1,2}日)?(?:生效|起|开始|到期|开学)|[0-9]个月|专项|节前")]
    private static partial Regex Term();

    [GeneratedRegex("至少|不少于|以上")]
    private static partial Regex AtLeast();

    [GeneratedRegex("每(?:月|季度?|周|半年)")]
    private static partial Regex Each();

    [GeneratedRegex(@"(?<![0-9.])(?<all>[0-9]{1,6})(?<unit>[家户处个所座村站点])[^，。；、0-9]{0,14}每(?<span>月|季度|季|周|半年)(?:各|至少)?[^，。；、0-9一二两]{0,6}"
        + @"(?<each>[0-9]{1,2}|[一二两三四])次[，,、](?:全年|全年共|共|合计|累计|年度)[^，。；、0-9]{0,6}(?<told>[0-9]{1,7})(?<of>\k<unit>?)次")]
    private static partial Regex Rounds();
}
