using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>并列的两个数。120户386人 in the goal beside 扶持搬迁户 =386户: the figure of the one is told as the other's.</summary>
internal static class PairedCounts
{
    private const decimal Fewest = 10m;
    private const int Sign = 2;

    /// <summary>The count of the indicator's unit that the goal tells beside the figure it carries; null for none.</summary>
    public static TextQuantity? Swapped(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Number < Fewest || !IsPieces(line.Unit)) return null;
        var goal = figures.Goal;
        if (goal.Any(told => told.Unit == line.Unit && told.Number == line.Number)) return null;
        for (var at = 1; at < goal.Count; at++)
        {
            var (one, other) = (goal[at - 1], goal[at]);
            if (one.Sentence != other.Sentence
                // 120户共386人 is read as a total of what stands before it
                || (!other.IsTotal && other.Before.Trim('、', '，', '/', ' ', '涉', '及').Length > 0)
                || one.Per.Count + other.Per.Count > 0
                || !IsPieces(one.Unit) || !IsPieces(other.Unit) || one.Unit == other.Unit) continue;
            var (own, foreign) = one.Unit == line.Unit ? (one, other) : (other, one);
            if (own.Unit == line.Unit && foreign.Number == line.Number
                && !figures.Lines.Any(set => set.Unit == own.Unit && set.Number == own.Number)) return own;
        }

        return null;
    }

    /// <summary>
    /// 小学42名、初中28名 beside 小学走教教师 28名, 初中走教教师 42名: two groups that carry each other's figure; null where either is told otherwise.
    /// </summary>
    public static TextQuantity? Exchanged(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Line.Stem.Length < Sign || line.Unit == "%") return null;
        var (goal, word) = (figures.Goal, line.Line.Stem[..Sign]);
        if (Of(goal, line.Unit, word) is not { } own || own.Number == line.Number) return null;
        foreach (var other in figures.Lines)
        {
            if (ReferenceEquals(other, line) || other.Unit != line.Unit || other.Number != own.Number || other.Per.Count > 0
                || other.Line.Stem.Length < Sign || other.Line.Stem[..Sign] is var named && named == word
                || other.Line.Stem[Sign..] != line.Line.Stem[Sign..]) continue;
            if (Of(goal, line.Unit, other.Line.Stem[..Sign]) is { } foreign && foreign.Number == line.Number
                && foreign.Sentence == own.Sentence) return own;
        }

        return null;
    }

    /// <summary>The one figure of the goal right behind a word; null for none, or for two.</summary>
    private static TextQuantity? Of(IReadOnlyList<TextQuantity> goal, string unit, string word) =>
        goal.Where(told => told.Unit == unit && told.Per.Count == 0 && told.Before.EndsWith(word, StringComparison.Ordinal))
            .DistinctBy(told => told.Number).ToArray() is [{ IsAbout: false } only] ? only : null;

    private static bool IsPieces(string unit) => unit.Length > 0 && unit != "%" && unit != QuantityUnits.Yuan
        && QuantityUnits.Kind(unit) is not ("时间" or "面积" or "长度");
}
