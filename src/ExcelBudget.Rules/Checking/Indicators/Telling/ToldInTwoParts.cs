using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Reckoning;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 年度目标和实施内容说法不一。年度目标：…改造雨水管7.2公里… 实施内容：…改造雨水管共2.7公里: the same thing, named alike in two parts of one goal, counted
/// otherwise; only where nothing else is told under that name.
/// </summary>
internal static class ToldInTwoParts
{
    private const int ShortestName = 4;
    private static readonly string[] Goals = ["目标："];
    private static readonly string[] Terms = ["合同", "两年", "三年", "五年", "分年"];
    private static readonly string[] Contents = ["内容："];

    /// <summary>The first such figure; null where both parts agree.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        if (!Goals.Any(word => project.PlainGoal.Contains(word, StringComparison.Ordinal))
            || !Contents.Any(word => project.PlainGoal.Contains(word, StringComparison.Ordinal))
            // 合同目标：…合同期两年。本年实施内容：…
            || Terms.Any(word => project.PlainGoal.Contains(word, StringComparison.Ordinal))) return null;
        var figures = ProjectFigures.Of(project);
        var named = figures.Goal.Where(told => told is { IsAbout: false, IsDetail: false, Per.Count: 0, IsMoney: false }
            && told.Unit != "%"
            && Name(told).Length >= ShortestName).GroupBy(told => (Name(told), told.Unit)).Where(group => group.Count() == 2);
        foreach (var pair in named)
        {
            var (first, second) = (pair.First(), pair.Last());
            // 城东片区：180个；城西片区：140个: a part of the place
            if (second.Context.AsSpan().IndexOfAny('片', '标') >= 0 && second.Context.TrimEnd().Contains('：', StringComparison.Ordinal)
                && !first.Context.Contains('片', StringComparison.Ordinal)) continue;
            if (first.Number == second.Number || first.Sentence == second.Sentence || first.Bound != second.Bound) continue;
            return new Miscount(first.Text, first.Before + first.Text, second.Before + second.Text)
            {
                Also = [.. figures.Lines.Where(line => line.Unit == first.Unit && line.Number == first.Number).Select(line => line.Line)],
            };
        }

        return null;
    }

    private static string Name(TextQuantity told) => told.Before.TrimStart('.', '．', '、', ' ', ')', '）').TrimEnd('共', '计', '约', '为',
        '达', '到', '合');
}
