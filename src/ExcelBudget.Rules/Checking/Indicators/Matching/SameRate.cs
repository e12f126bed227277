using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>同一个率。Whether a share that the goal tells is the indicator's rate, or its growth.</summary>
internal static class SameRate
{
    private const int ShortestRate = 3;
    private const int Kin = 2;
    private const string Percent = "%";

    /// <summary>2025年增长12% beside 在岗人数比上年增长率 ≥21%: the one growth of the goal and of the indicators, by the same word.</summary>
    public static bool IsOnlyGrowth(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review)
    {
        var change = review.Standards.Words.Changes.FirstOrDefault(word => quantity.Before.EndsWith(word, StringComparison.Ordinal));
        return change is not null && Grows(line, change)
            && told.Count(other => other.Unit == Percent && other.Before.EndsWith(change, StringComparison.Ordinal)) == 1
            && figures.Lines.Count(other => other.Unit == Percent && Grows(other, change)) == 1
            // of what grows the project's name, its goal or the indicator must speak alike
            && Kinship.Of(line.Line.Indicator.Name, figures.Text, review.Standards.Words.Generic) > 0;
    }

    private static bool Grows(LineQuantity line, string change) =>
        line.Line.Stem.EndsWith(change, StringComparison.Ordinal) || line.Line.Stem.EndsWith(change + "率", StringComparison.Ordinal)
            || line.Line.Stem.EndsWith(change + "幅度", StringComparison.Ordinal);

    /// <summary>网格事件办结率达到98% is about 事件办结率: the words before the figure end in the name, or the name in them.</summary>
    public static bool Is(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        // 化学农药用量减少10% beside 化学农药减少 ≥5%: no rate by its name, but told in the same words
        if (!review.Meaning.IsRate(line.Line))
            return Kinship.Of(quantity, line.Line.Indicator.Name, review.Standards.Words.Generic) > Kin;
        var (said, named) = (quantity.Before.TrimEnd(), line.Line.Stem);
        // 今年计划参检率90%
        foreach (var plan in review.Standards.Words.PlanStarts)
        {
            if (said.Length > plan.Length + 2 && said.StartsWith(plan, StringComparison.Ordinal)) said = said[plan.Length..];
        }

        // 增加值增长8.5% is the 增加值增长率
        if (named.EndsWith('率') && review.Standards.Words.Changes.Any(word => said.EndsWith(word, StringComparison.Ordinal))) said += "率";
        var shared = 0;
        while (shared < Math.Min(said.Length, named.Length) && said[^(shared + 1)] == named[^(shared + 1)]) shared++;
        return shared >= ShortestRate && (shared == said.Length || shared == named.Length || shared > ShortestRate);
    }
}
