using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>Where the content of an indicator belongs, as far as that is certain.</summary>
internal static partial class Displacement
{
    /// <summary>The pack's standard that an indicator breaks by where it stands; null when it may stand there.</summary>
    public static FilingStandard? Of(ReviewedIndicator line, IndicatorReview review) =>
        line.Memory.Of(line, review, static (line, review) => new Filed(Find(line, review))).Broken;

    private static FilingStandard? Find(ReviewedIndicator line, IndicatorReview review) =>
        review.Meaning.IsClassified(line) || HeadingPlace.IsForeign(line, review.Standards)
        || (HeadingPlace.IsHeading(line, review.Standards) && !review.Meaning.NamesCost(line))
            ? null
            : review.Standards.Filing.FirstOrDefault(filing => filing.NotUnder.Contains(line.Group) && Is(line, filing, review.Meaning));

    /// <summary>
    /// The standard that an indicator breaks where other groups of its project hold what is not theirs: 及时率 under 质量指标 is then part of the
    /// slip.
    /// </summary>
    public static FilingStandard? BesideOthers(ReviewedIndicator line, IndicatorReview review) => review.Meaning.IsClassified(line)
        ? null
        : review.Standards.Filing.FirstOrDefault(filing => filing.Kind == FilingStandard.Words && filing.BelongsTo != line.Group
            && AreKin(filing.BelongsTo, line, review) && Is(line, filing, review.Meaning));

    private static bool AreKin(string group, ReviewedIndicator line, IndicatorReview review) =>
        review.Standards.Levels.Any(level => level.Level1 == line.Indicator.Level1 && level.Level2.Contains(group));

    /// <summary>
    /// True when the blocks of a project are shifted: two or more of its groups hold what belongs to an earlier one (or to a later one),
    /// and nothing there belongs where it is for certain. Single slips are no shift.
    /// </summary>
    public static bool IsShifted(ReviewedProject project, IndicatorReview review) =>
        project.Memory.Of(project, review, static (project, review) => new Shift(FindShift(project, review))).IsThere;

    private static bool FindShift(ReviewedProject project, IndicatorReview review)
    {
        // most projects have nothing out of its place
        if (!project.Indicators.Any(line => Of(line, review) is not null)) return false;
        var groups = project.Indicators.GroupBy(line => (line.Indicator.Level1, line.Indicator.Level2)).ToArray();
        var moved = groups.Where(group =>
            group.Any(line => Of(line, review) is
            {
                Kind: not (FilingStandard.Means or FilingStandard.Count or FilingStandard.Things or FilingStandard.Rate
                    or FilingStandard.Span)
            })
                && !group.Any(line => IsAtHome(line, review))).ToArray();
        return moved.GroupBy(group => Direction(group.First(line => Of(line, review) is not null), review))
            .Any(direction => direction.Count() >= 2);
    }

    private sealed record Filed(FilingStandard? Broken);

    private sealed record Shift(bool IsThere);

    /// <summary>True when something belongs into the group it stands in.</summary>
    private static bool IsAtHome(ReviewedIndicator line, IndicatorReview review) => review.Standards.Filing.Any(filing =>
        (filing.BelongsTo == line.Indicator.Level2 || filing.BelongsTo == line.Indicator.Level1) && Is(line, filing, review.Meaning));

    private static bool Is(ReviewedIndicator line, FilingStandard filing, IndicatorMeaning meaning) => filing.Kind switch
    {
        // 及时率 100元 is a matter of its unit
        FilingStandard.Money => (meaning.IsCost(line) && !meaning.IsRate(line)) || IsCostWithoutTarget(line, meaning)
            || AmountComparison.ProductOf(line, meaning) is not null,
        // no case of what nobody wants (劣V类断面 0个) counts no work
        FilingStandard.Count => meaning.IsCount(line) && line.Number != 0m && IsPlainCount(line, meaning)
            && !IndicatorMeaning.IsUpperBound(line) && !meaning.IsCountOfQuality(line) && !meaning.IsRate(line)
            // 每场本土戏曲节目 ≥2个 says how each is to be
            && !line.Indicator.Name.StartsWith('每')
            // 生均图书 ≥20册 is what is reached for each
            && Domain.Indicators.Quantities.QuantityUnits.PerIn(line.Indicator.Name).Count == 0,
        // 县级保费补贴比例, 预算执行率 tell how the cost is shared or kept to
        FilingStandard.Rate => meaning.IsRate(line)
            && !(meaning.IsFiledAsCost(line) && (meaning.SpeaksOfCost(line) || meaning.NamesPayer(line)))
            && !meaning.IsRateOfQuantity(line) && (!meaning.IsGrowth(line) || line.Stem.EndsWith('率'))
            && line.Number is not null && (line.IsPercent || line.Indicator.Unit.Length == 0),
        FilingStandard.Things => meaning.IsCount(line) && line.Number > 0m && line.Indicator.Unit == line.Unit
            && (Domain.Indicators.Quantities.QuantityUnits.Kind(line.Unit) is not ("" or "次数" or "时间") || meaning.IsHeld(line))
            && !meaning.IsRate(line)
            && !meaning.IsTimely(line) && !IndicatorMeaning.IsUpperBound(line),
        FilingStandard.Means => meaning.IsCount(line) && line.Number > 0m && !IndicatorMeaning.IsUpperBound(line)
            && meaning.IsMeans(line, filing.Names),
        FilingStandard.Income => line.IsMoney && line.Number > 0m && meaning.SpeaksOfIncome(line) && !meaning.IsFiledAsCost(line),
        FilingStandard.Span => line.Number is not null
            && Domain.Indicators.Quantities.QuantityUnits.Kind(line.Indicator.Unit) == "时间" && line.Unit is not ("岁" or "周岁"),
        FilingStandard.Date => line.Indicator is { Operator: TargetOperator.Equal, Unit.Length: 0 }
            && Dates().IsMatch(line.Indicator.Value),
        _ => IndicatorMeaning.EndsWith(line, filing.Names),
    };

    /// <summary>A day or a month by which something is done: 2024年8月底前, 12月.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"^(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|底|末|初|[上中下]旬)?(?:之?前|以前|内)?$")]
    private static partial System.Text.RegularExpressions.Regex Dates();

    /// <summary>4次 and 4次/月 count; 3次/人 is a share.</summary>
    private static bool IsPlainCount(ReviewedIndicator line, IndicatorMeaning meaning) =>
        line.Indicator.Unit == line.Unit || (!meaning.EndsAsCost(line) && meaning.IsTime(line.Indicator.Unit[(line.Unit.Length + 1)..]));

    private static bool IsCostWithoutTarget(ReviewedIndicator line, IndicatorMeaning meaning) =>
        line.Indicator.Operator == TargetOperator.None && meaning.NamesCost(line) && meaning.EndsAsCost(line);

    /// <summary>Whether content stands behind (1) or before (-1) its place in the pack's order.</summary>
    private static int Direction(ReviewedIndicator line, IndicatorReview review)
    {
        var order = review.Standards.Levels.SelectMany(level => level.Level2.Prepend(level.Level1)).ToList();
        return Math.Sign(order.IndexOf(line.Group) - order.IndexOf(Of(line, review)!.BelongsTo));
    }
}
