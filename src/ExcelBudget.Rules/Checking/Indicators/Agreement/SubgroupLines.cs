using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 指标里的总数和各部分。A total among the indicators with its parts behind 其中, or with those that are a part of all by their names.
/// </summary>
internal static class SubgroupLines
{
    private const string OfWhich = "其中";
    private const int Verb = 2;

    /// <summary>培训人数 200人 beside 培训合格人数 220人: those that are a part of all are more than all.</summary>
    public static (LineQuantity Part, LineQuantity Whole)? AboveAll(ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        foreach (var part in figures.Lines)
        {
            if (part.IsMoney || part.Per.Count > 0 || !review.Meaning.IsCount(part.Line)) continue;
            var name = part.Line.Indicator.Name;
            if (words.Qualified.FirstOrDefault(word => name.Contains(word, StringComparison.Ordinal)) is not { } qualified) continue;
            var whole = figures.Lines.FirstOrDefault(line => line.Unit == part.Unit && line.Number < part.Number && line.Per.Count == 0
                && !IndicatorMeaning.ContainsAny(line.Line.Indicator.Name, words.Qualified)
                && name.Replace(qualified, "", StringComparison.Ordinal) == line.Line.Indicator.Name);
            if (whole is not null) return (part, whole);
        }

        return null;
    }

    /// <summary>The total that its marked parts exceed; null where they do not, or overlap.</summary>
    public static (LineQuantity Total, LineQuantity[] Parts)? InIndicators(ProjectFigures figures, IndicatorReview review)
    {
        var first = figures.Lines.ToList().FindIndex(line => line.Line.Indicator.Name.StartsWith(OfWhich, StringComparison.Ordinal));
        if (first < 0) return ByTotal(figures, review);
        if (first < 1 || figures.Lines[first - 1] is not { } total || total.Unit != figures.Lines[first].Unit
            // 每套费用 ≤3万元 above 其中：公益金 ≤198万元: a price is no whole
            || total.Per.Count > 0 || review.Meaning.IsPerUnit(total.Line)) return null;
        var parts = figures.Lines.Skip(first).TakeWhile(line => line.Unit == total.Unit && line.Line.Group == total.Line.Group).ToArray();
        // 其中 of the next whole (补助鱼塘3亩，其中养殖3亩) are not this one's
        var marked = parts.TakeWhile(line => line.Line.Indicator.Name.StartsWith(OfWhich, StringComparison.Ordinal)).ToArray();
        // 总长36公里；其中：主干渠20公里；支渠18公里: a colon begins the list
        if (marked.Length == 1 && parts.Length > 1 && Array.TrueForAll(parts, part => part.Number < total.Number)
            && marked[0].Line.Indicator.Name[OfWhich.Length..].StartsWith('：')
            // 衬砌渠道, 其中：主干渠, 整修渠旁机耕路: what is done otherwise is no part of it
            && Array.TrueForAll(parts, part => total.Line.Indicator.Name.Length > Verb && part.Line.Indicator.Name.TrimStart('其', '中', '：')
                .StartsWith(total.Line.Indicator.Name[..Verb], StringComparison.Ordinal))) marked = parts;
        if (Overlap(marked, figures, review)) return null;
        return marked.Length > 0 && marked.Sum(part => part.Number) > total.Number ? (total, marked) : null;
    }

    /// <summary>培训总人数 beside 培训干部人数 and 培训教师人数 in one group.</summary>
    private static (LineQuantity Total, LineQuantity[] Parts)? ByTotal(ProjectFigures figures, IndicatorReview review)
    {
        foreach (var total in figures.Lines.Where(
            line => !line.IsMoney && review.Meaning.IsTotal(line.Line) && review.Meaning.IsCount(line.Line)))
        {
            var parts = figures.Lines.Where(
                line => !ReferenceEquals(line, total) && line.Unit == total.Unit && line.Line.Group == total.Line.Group
                && line.Number <= total.Number
                && Kinship.Of(line.Line.Indicator.Name, total.Line.Indicator.Name, review.Standards.Words.Generic) > 0).ToArray();
            if (Overlap(parts, figures, review)) continue;
            if (parts.Length > 1 && parts.Sum(part => part.Number) is var sum
                && (sum > total.Number || (sum < total.Number && AreAllTheGoalTells(parts, figures)))) return (total, parts);
        }

        return null;
    }

    /// <summary>三级系统5个、二级系统4个: the goal counts just these parts and nothing else in their unit.</summary>
    private static bool AreAllTheGoalTells(LineQuantity[] parts, ProjectFigures figures)
    {
        var told = figures.Goal.Where(quantity => quantity.Unit == parts[0].Unit && quantity.Per.Count == 0)
            .Select(quantity => quantity.Number);
        return told.Order().SequenceEqual(parts.Select(part => part.Number).Order());
    }

    private static bool Overlap(LineQuantity[] parts, ProjectFigures figures, IndicatorReview review) =>
        // 含两病兼有1500人
        figures.Goal.Any(told => told.IsDetail && told.Unit == parts.FirstOrDefault()?.Unit
            && IndicatorMeaning.ContainsAny(told.Before, review.Standards.Words.Overlapping))
        || Array.Exists(parts, part => IndicatorMeaning.ContainsAny(part.Line.Indicator.Name, review.Standards.Words.Overlapping));
}
