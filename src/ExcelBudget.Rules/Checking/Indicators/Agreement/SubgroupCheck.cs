using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// subgroups：分项之和超过总数。A total with its parts behind 其中, in the goal or in indicators, that add up to more than the total.
/// </summary>
internal sealed class SubgroupCheck : ProjectCheck
{
    private const string OfWhich = "其中";
    private const int FewestOfAll = 3;
    private const decimal NearlyAll = 0.9m;

    /// <inheritdoc />
    public override string Name => "subgroups";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var lines = InIndicators(figures, review);
        if (lines is { } found)
            return [Objection(
            project, found.Total.Line.Target, found.Parts.Sum(part => part.Number), found.Parts[0].Unit,
            [.. found.Parts.Select(part => part.Line)])];
        return InGoal(figures, review) is { } told
            ? [Objection(
                project, told.Total.Text, told.Parts.Sum(part => part.Number), told.Total.Unit,
                [.. figures.Lines.Where(line => told.Parts.Any(part => part.Number == line.Number && part.Unit == line.Unit))
                .Select(line => line.Line)])]
            : [];
    }

    private static (TextQuantity Total, TextQuantity[] Parts)? InGoal(ProjectFigures figures, IndicatorReview review)
    {
        // without two parts there is nothing to add up
        if (!figures.Goal.Where(told => told.IsDetail).Skip(1).Any()) return null;
        foreach (var sentence in figures.Goal.Where(
            told => !told.IsMoney && told.Per.Count == 0 && IsWhole(told.Unit, review))
            .GroupBy(told => (told.Sentence, told.Unit)))
        {
            // of several figures before 其中 nobody knows which is the whole
            var wholes = sentence.Where(told => !told.IsDetail).ToArray();
            if (wholes.Length > 1) wholes = [.. wholes.Where(told => review.Standards.Words.Totals.Any(told.Before.EndsWith))];
            if (wholes is not [.., var total]) continue;
            var parts = sentence.SkipWhile(told => !ReferenceEquals(told, total)).Where(told => told.IsDetail)
                // 查办案件150件，其中留置3件，处置线索400件: what is more than the whole is no part of it
                .TakeWhile(told => told.Number <= total.Number).ToArray();
            var sum = parts.Sum(part => part.Number);
            // parts that come near the whole were meant to make it
            var fallsShort = parts.Length >= FewestOfAll && sum < total.Number && sum >= NearlyAll * total.Number;
            if (parts.Length > 1 && (sum > total.Number || fallsShort) && !total.IsAbout && !parts.Any(part => part.IsAbout))
                return (total, parts);
        }

        return null;
    }

    /// <summary>True for a unit whose figures add up: no time, no share.</summary>
    private static bool IsWhole(string unit, IndicatorReview review) =>
        review.Standards.Words.Counted.Contains(unit) || QuantityUnits.Kind(unit) is not ("" or "时间" or "比率");

    private static (LineQuantity Total, LineQuantity[] Parts)? InIndicators(ProjectFigures figures, IndicatorReview review)
    {
        var first = figures.Lines.ToList().FindIndex(line => line.Line.Indicator.Name.StartsWith(OfWhich, StringComparison.Ordinal));
        if (first < 0) return ByTotal(figures, review);
        if (first < 1 || figures.Lines[first - 1] is not { } total || total.Unit != figures.Lines[first].Unit) return null;
        var parts = figures.Lines.Skip(first).TakeWhile(line => line.Unit == total.Unit && line.Line.Group == total.Line.Group).ToArray();
        var marked = parts.Where(line => line.Line.Indicator.Name.StartsWith(OfWhich, StringComparison.Ordinal)).ToArray();
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

    private static Objection Objection(ReviewedProject project, string total, decimal sum, string unit, ReviewedIndicator[] lines) =>
        new(project, lines.FirstOrDefault(), ProjectPart.Goal, Figures.Plain(sum) + unit, total, total) { Also = lines };
}
