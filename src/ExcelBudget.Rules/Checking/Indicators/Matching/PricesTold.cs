using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 单价与标准。Prices that the goal tells once and an indicator sets otherwise: 志愿马甲每件30元 beside 马甲单价 ≤40元; and what a price and a count make,
/// which is no conflict.
/// </summary>
internal static class PricesTold
{
    private const int ShortestName = 4;
    private const string Percent = "%";
    private const string Time = "时间";

    /// <summary>
    /// 发放劳务报酬不低于144万元 beside 发放劳务报酬 ≥104万元 among the effects: at least so much, told once in the indicator's very words, and it
    /// sets less.
    /// </summary>
    public static TextQuantity? FallsShort(LineQuantity line, TextQuantity[] told, IndicatorReview review)
    {
        if (line is not { IsMoney: true, Per.Count: 0 } || IsBelow(line.Bound) is not false || line.Line.Stem.Length < ShortestName
            || review.Meaning.IsFiledAsCost(line.Line)) return null;
        return told.Where(quantity => quantity is { IsMoney: true, Per.Count: 0 }
            && quantity.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal)).ToArray() is [{ IsAbout: false } only]
            && IsBelow(only.Bound) is false && only.Number > line.Number ? only : null;
    }

    /// <summary>140名对象，每人每月150元 beside 终端 140部 and 每部每月 ≤180元: each has one, so that both are one price.</summary>
    public static TextQuantity? ForThing(LineQuantity line, ProjectFigures figures)
    {
        if (!line.IsMoney || line.Per.Count != 2 || line.Per.FirstOrDefault(per => QuantityUnits.Kind(per) != Time)
            is not { } of) return null;
        var count = figures.Lines.FirstOrDefault(other => other.Unit == of && other.Per.Count == 0)?.Number;
        var told = figures.Goal.Where(price => price is { IsMoney: true, IsAbout: false, Per.Count: > 0 }).ToArray();
        if (count is null || told is not [{ Per.Count: 2 } only] || only.Per.Contains(of) || !only.Per.Any(line.Per.Contains)) return null;
        var whose = only.Per.First(per => QuantityUnits.Kind(per) != Time);
        return only.Number != line.Number && figures.Goal.Any(one => one.Unit == whose && one.Number == count && one.Per.Count == 0)
            ? only : null;
    }

    /// <summary>志愿马甲每件30元 beside 马甲单价 ≤40元: a price for one of what the name says, and the goal's only price of it.</summary>
    public static TextQuantity? OfUnitPrice(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (!line.IsMoney || line.Per.Count > 0) return null;
        var end = review.Standards.Words.PriceEnds.FirstOrDefault(word => line.Line.Stem.EndsWith(word, StringComparison.Ordinal));
        var thing = end is null ? "" : line.Line.Stem[..^end.Length];
        if (thing.Length < 2) return null;
        var told = figures.Goal.Where(price => price is { IsMoney: true, IsAbout: false, Per: [_], Bound: TargetOperator.Equal }
            && (price.Counted.EndsWith(thing, StringComparison.Ordinal) || price.Before.StartsWith(thing,
                StringComparison.Ordinal))).ToArray();
        return told is [var only] && only.Number != line.Number
            && figures.Goal.Count(price => price is { IsMoney: true, Per.Count: > 0 } && price.Per.SequenceEqual(only.Per)) == 1
            && !figures.Lines.Any(other => other.IsMoney && other.Number == only.Number) ? only : null;
    }

    /// <summary>为14个站补齐器材，每站2万元，配防护服4套 beside 配备防护服 56套: what a price for one of them pays, as many times as there are.</summary>
    public static bool IsOfEachPriced(TextQuantity told, LineQuantity line, ProjectFigures figures) => !line.IsMoney && told.Number > 0m
        && figures.Goal.TakeWhile(other => !ReferenceEquals(other, told)).LastOrDefault(other => other.IsMoney) is { Per: [var of] } price
        && price.Sentence == told.Sentence && figures.Goal.Any(count => count.Number * told.Number == line.Number && !count.IsMoney
            && (count.Unit == of || count.After.Contains(of, StringComparison.Ordinal)));

    /// <summary>158名，计37.92万元 beside 年补助 2400元: the one is the other as many times as something is counted.</summary>
    public static bool IsTimesCount(decimal said, decimal set, ProjectFigures figures)
    {
        if (set <= 0m || said <= set) return false;
        var times = said / set;
        return times > 1m && decimal.Truncate(times) == times
            && (figures.Goal.Any(told => !told.IsMoney && told.Number == times && told.Unit != Percent)
                || figures.Lines.Any(line => !line.IsMoney && line.Number == times && line.Unit != Percent));
    }
}
