using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countConflict：人数、次数、标准前后不一致。A count, a price for one or a part of the cost in the goal or the name that contradicts the indicator on
/// the same thing. Only when that indicator is the only one it can mean; one figure that agrees does not silence another that does not.
/// </summary>
internal sealed class CountConflictCheck : ProjectCheck
{
    private const int Kin = 2;

    /// <inheritdoc />
    public override string Name => "countConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var told = figures.Name.Concat(figures.Goal).Where(quantity => IsOwn(quantity, review)).ToArray();
        foreach (var line in figures.Lines.Where(
            line => line.IsMoney || (line.Per.Count == 0 && line.Unit != "%" && !review.Standards.Words.TimeUnits.Contains(line.Unit))))
        {
            if (line.IsMoney && !review.Meaning.IsCost(line.Line)) continue;
            var about = told.Where(quantity => IsAbout(quantity, line, told, figures, review)
                && !figures.Lines.Any(other => !ReferenceEquals(other, line) && IsAbout(quantity, other, told, figures, review)
                    && Nearness(quantity, other, review) >= Nearness(quantity, line, review))).ToArray();
            // 人行道1455㎡，面包砖1164㎡ beside 人行道及面包砖2619㎡: the indicator adds them up
            if (about.Length > 1 && about.Sum(quantity => quantity.Number) == line.Number) continue;
            if (Array.Find(about, quantity => !Agrees(quantity, line) && !IsPartOfWhole(quantity, line, project)) is { } wrong
                && !IsExcused(wrong, about, line, review))
            {
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: wrong.Text, Match: wrong.Text);
            }
        }
    }

    /// <summary>其中中央资金829万元 beside a limit that is the project's whole amount.</summary>
    private static bool IsPartOfWhole(TextQuantity told, LineQuantity line, ReviewedProject project) =>
        told is { IsMoney: true, IsDetail: true } && told.Number < line.Number && project.Amount?.Value == line.Number;

    private static bool IsOwn(TextQuantity quantity, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (quantity.Unit == "%" || review.Meaning.SpeaksOfManyYears(quantity.Before)) return false;
        if (quantity.IsMoney)
        {
            return !review.Meaning.SpeaksOfOtherMoney(quantity) && !IndicatorMeaning.ContainsAny(quantity.About, words.OtherFunds);
        }
        return quantity.Per.Count == 0 && !words.TimeUnits.Contains(quantity.Unit);
    }

    /// <summary>
    /// A larger or smaller figure beside the one that agrees is another role: the whole of several years, a part, a total.
    /// </summary>
    private static bool IsExcused(TextQuantity wrong, TextQuantity[] about, LineQuantity line, IndicatorReview review)
    {
        if (!Array.Exists(about, quantity => Agrees(quantity, line))) return false;
        var best = about.Where(quantity => Agrees(quantity, line)).Max(quantity => Nearness(quantity, line, review));
        return wrong.IsDetail || Nearness(wrong, line, review) < best
            || IndicatorMeaning.ContainsAny(wrong.About, review.Standards.Words.Totals) || wrong.IsAbout;
    }

    private static bool IsAbout(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review)
    {
        if (quantity.Unit != line.Unit) return false;
        if (quantity.IsMoney && !SamePer(quantity.Per, line.Per)) return false;
        var near = Nearness(quantity, line, review);
        if (near >= Kin) return true;
        var isAlone = told.Count(other => IsLike(other, quantity)) == 1
            && figures.Lines.Count(other => other.Unit == line.Unit && other.IsMoney == line.IsMoney && SamePer(other.Per, line.Per)) == 1;
        if (quantity.IsMoney) return quantity.Per.Count > 0 && isAlone;
        return isAlone && !review.Standards.Words.CommonUnits.Contains(quantity.Unit) && (near > 0 || SharesSign(quantity, line, review));
    }

    private static bool IsLike(TextQuantity one, TextQuantity other) => one.Unit == other.Unit && SamePer(one.Per, other.Per);

    private static bool SamePer(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == other.Count && one.All(other.Contains);

    private static int Nearness(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var generic = review.Standards.Words.Generic;
        var kin = Kinship.Of(quantity, line.Line.Indicator.Name, generic);
        return kin < Kin && Kinship.NamesTheSame(quantity, line.Line.Indicator.Name, generic) ? Kin : kin;
    }

    /// <summary>车辆20辆 and 公务用车32辆.</summary>
    private static bool SharesSign(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var words = quantity.Before.Length > 4 ? quantity.Before[^4..] : quantity.Before;
        words += quantity.After.Length > 4 ? quantity.After[..4] : quantity.After;
        var name = review.Standards.Words.Generic.Aggregate(line.Line.Indicator.Name,
            static (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return words.Any(sign => char.IsLetter(sign) && name.Contains(sign, StringComparison.Ordinal));
    }

    private static bool Agrees(TextQuantity told, LineQuantity line)
    {
        var (said, set) = (told.Number, line.Number);
        if (said == set || (told.IsMoney && told.Per.Count == 0 && told.Bound != TargetOperator.Equal && set <= said)) return true;
        // a part of the cost told in the goal and its limit are the same figure
        if (told.IsMoney && told.Per.Count == 0) return told.IsAbout && Enumeration.IsAlike(said, set);
        if (said == set || (told.IsAbout && Enumeration.IsAlike(said, set))) return true;
        return (told.Bound, line.Bound) switch
        {
            (TargetOperator.AtLeast or TargetOperator.MoreThan,
                TargetOperator.AtLeast or TargetOperator.MoreThan or TargetOperator.Equal) => !told.IsAbout ? set >= said : said >= set,
            (TargetOperator.AtLeast or TargetOperator.MoreThan, _) => set >= said,
            (TargetOperator.AtMost or TargetOperator.LessThan, _) => set <= said,
            // a price for one that the goal tells exactly is the limit itself
            (_, TargetOperator.AtLeast or TargetOperator.MoreThan) => !told.IsMoney && said >= set,
            (_, TargetOperator.AtMost or TargetOperator.LessThan) => !told.IsMoney && said <= set,
            _ => false,
        };
    }
}
