using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 部分÷整体。What should be done and what is done (应检360家，检查324家) against the indicator of the rate. Only where the goal counts nothing
/// else in that unit, and the rate is named by the deed.
/// </summary>
internal static partial class RateOfPart
{
    private const char Due = '应';
    private const decimal Percent = 100m;
    private const decimal Rounded = 1m;

    /// <summary>The rate that the two figures do not make.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if ((Coverage(figures, review) ?? Reached(project.PlainGoal, figures)) is { } coverage) return coverage;
        if (!project.PlainGoal.Contains(Due, StringComparison.Ordinal)) return null;
        for (var at = 0; at + 1 < figures.Goal.Count; at++)
        {
            var whole = figures.Goal[at];
            if (!IsPlain(whole) || Deed(whole.Before) is not { } deed) continue;
            // 上年投保6.5万户，今年应保7万户: last year's are no part of this year's
            var parts = figures.Goal.Where(told => !ReferenceEquals(told, whole) && told.Unit == whole.Unit && !told.IsOfLastYear
                && (told.Sentence == whole.Sentence || told.Before.Contains(deed))).ToArray();
            if (parts is not [var part] || !IsPlain(part) || part.Sentence != whole.Sentence || part.Number >= whole.Number
                || !part.Before.Contains(deed)) continue;
            var rates = figures.Lines.Where(line => line is { Unit: "%", Per.Count: 0 } && line.Line.Stem.EndsWith('率')
                && line.Line.Stem.Contains(deed) && Kinship.Of(part.Before, line.Line.Stem, review.Standards.Words.Generic) > 0).ToArray();
            if (rates is not [var rate]) continue;
            var made = part.Number / whole.Number * Percent;
            if (Math.Abs(made - rate.Number) <= Rounded) continue;
            // ≥85% is kept by 90%
            if (made > rate.Number ? rate.Bound is TargetOperator.AtLeast or TargetOperator.MoreThan
                : rate.Bound is TargetOperator.AtMost or TargetOperator.LessThan) continue;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}", rate.Line.Target, rate.Line);
        }

        return null;
    }

    /// <summary>全县共有120个行政村，本年为90个村配齐，覆盖率达到90%: all there are, those that are served, and the rate of both.</summary>
    private static Miscount? Coverage(ProjectFigures figures, IndicatorReview review)
    {
        foreach (var rate in figures.Goal.Where(told => told is { Unit: "%", IsAbout: false }
            && review.Standards.Words.Coverings.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal))))
        {
            var told = figures.Goal.Where(other => other.Sentence == rate.Sentence && other.Unit != "%" && other.Per.Count == 0).ToArray();
            if (told.Where(other => IsPlain(other) && review.Standards.Words.Existing.Any(word =>
                other.Before.Contains(word, StringComparison.Ordinal))).ToArray() is not [var whole]) continue;
            if (told.Where(other => other != whole && IsPlain(other) && other.Unit == whole.Unit && other.Number < whole.Number
                && other.After.Length > 0 && whole.After.Length > 0 && whole.After.Contains(other.After[0])).ToArray()
                    is not [var part]) continue;
            if (told.Count(other => other.Unit == whole.Unit) != 2) continue;
            var made = part.Number / whole.Number * Percent;
            if (Math.Abs(made - rate.Number) <= Rounded || (rate.Bound == TargetOperator.AtLeast && made > rate.Number)) continue;
            // 前两年已为60个村配齐，今年再为36个村: both together are covered
            if (figures.Goal.Concat(figures.Past).Any(before => !ReferenceEquals(before, part) && before.Unit == part.Unit
                && Math.Abs(((before.Number + part.Number) / whole.Number * Percent) - rate.Number) <= Rounded)) continue;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}", rate.Text)
            {
                Also = [.. figures.Lines.Where(line => line.Unit == "%" && line.Number == rate.Number).Select(line => line.Line)],
            };
        }

        return null;
    }

    /// <summary>全县145个行政村，到年底通冷链配送的58个，通达比例为50%: all there are, those that are reached, and the share right behind them.</summary>
    private static Miscount? Reached(string goal, ProjectFigures figures)
    {
        foreach (var match in AllAndReached().Matches(goal).Concat(ReachedOfAll().Matches(goal)))
        {
            decimal Of(string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
            if (Of("all") <= Of("part")) continue;
            var made = Of("part") / Of("all") * Percent;
            if (Math.Abs(made - Of("rate")) <= Rounded || figures.Goal.Concat(figures.Past).Any(before => before.Text.EndsWith(
                match.Groups["unit"].Value, StringComparison.Ordinal) && before.Number != Of("part")
                && Math.Abs(((before.Number + Of("part")) / Of("all") * Percent) - Of("rate")) <= Rounded)) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%",
                $"{match.Groups["part"].Value}{unit}÷{match.Groups["all"].Value}{unit}",
                match.Groups["rate"].Value + "%");
        }

        return null;
    }

    [GeneratedRegex(@"全[县市区旗镇乡](?:共有?|现有|有)?(?<all>[0-9]{1,6})(?<unit>[个户所家处座])[^，。；;、0-9]{1,8}[，,](?:[^，。；;、0-9]{2,16}的|"
        + @"其中[^，。；;、0-9]{2,16})(?:有|达到?|为)?"
        + @"(?<part>[0-9]{1,6})\k<unit>[^，。；;、0-9]{0,6}[，,][^，。；;、0-9]{0,6}(?:比例|占比|覆盖率|通达率)(?:达到?|为)?(?<rate>[0-9]{1,3}(?:\.[0-9])?"
        + @")%(?!以上)")]
    private static partial Regex AllAndReached();

    /// <summary>本年完成后累计120个，全县共有150个行政村，覆盖率达到85%: those that are reached stand first.</summary>
    [GeneratedRegex(@"累计(?:达到?|完成|覆盖)?(?<part>[0-9]{1,6})(?<unit>[个户所家处座])[^，。；;、0-9]{0,6}[，,]全[县市区旗镇乡](?:共有?|现有|有)?(?<all>[0-9]{1,6})"
        + @"\k<unit>[^，。；;、0-9]{0,8}[，,][^，。；;、0-9]{0,12}(?:比例|占比|覆盖率|普及率|通达率)(?:达到?|为)?(?<rate>[0-9]{1,3}(?:\.[0-9])?)%(?!以上)")]
    private static partial Regex ReachedOfAll();

    private static bool IsPlain(TextQuantity told) => told.Unit != "%"
        && told is { IsAbout: false, IsDetail: false, IsMoney: false, Per.Count: 0, Number: > 0m, Bound: TargetOperator.Equal };

    /// <summary>检 of 应检药店和诊所.</summary>
    private static char? Deed(string words) => words.LastIndexOf(Due) is >= 0 and var at && at + 1 < words.Length ? words[at + 1] : null;
}
