using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 分项逐条写明的。Parts of a whole that a goal lists one by one, each with its price: 150户，其中深度困难30户，每户6000元；相对困难60户，每户3000元；….
/// </summary>
internal static class ListedParts
{
    private const string Time = "时间";
    private const decimal NearlyAll = 0.85m;

    /// <summary>The whole that its parts do not make, and what they make; null where the goal lists none.</summary>
    public static (TextQuantity Total, decimal Made)? In(ProjectFigures figures, IndicatorReview review)
    {
        var goal = figures.Goal;
        for (var at = 0; at + 1 < goal.Count; at++)
        {
            if (!IsCount(goal[at]) || goal[at].IsDetail || figures.IsOfOtherYears(goal[at], review.Year)) continue;
            var whole = goal[at];
            var parts = Parts(goal, at, whole);
            if (parts.Count < 2 || parts[^1].Sentence == whole.Sentence
                || parts.Exists(part => IndicatorMeaning.ContainsAny(part.Before, review.Standards.Words.Overlapping))) continue;
            var (sum, made) = (parts.Sum(part => part.Number), 0m);
            // 110户，其中C级48户…；D级62户…。抗震改造30户…: the whole is made before the next
            if (parts.Exists(part => (made += part.Number) == whole.Number)) continue;
            if (sum > whole.Number || (sum < whole.Number && sum >= NearlyAll * whole.Number && parts.Count > 2)) return (whole, sum);
        }

        return null;
    }

    /// <summary>The part behind 其中 and those that begin the next sentences, each a count right before its price.</summary>
    private static List<TextQuantity> Parts(IReadOnlyList<TextQuantity> goal, int at, TextQuantity whole)
    {
        var parts = new List<TextQuantity>();
        for (var next = at + 1; next + 1 < goal.Count; next++)
        {
            var (part, price) = (goal[next], goal[next + 1]);
            var isFirst = part.Sentence == whole.Sentence && part.IsDetail && parts.Count == 0;
            var isNext = parts.Count > 0 && part.Sentence == parts[^1].Sentence + 1 && (goal[next - 1].Sentence < part.Sentence
                // 不满10年的120人
                || (QuantityUnits.Kind(goal[next - 1].Unit) == Time && goal[next - 2].Sentence < part.Sentence));
            if (part.Unit == whole.Unit && IsCount(part) && part.Number < whole.Number && (isFirst || isNext)
                && price.IsMoney && price.Sentence == part.Sentence && price.Per.Contains(part.Unit)) parts.Add(part);
            else if (part.Unit == whole.Unit && part.Per.Count == 0 && (isFirst || isNext)) return [];
            else if (parts.Count > 0 && part.Sentence > parts[^1].Sentence + 1) break;
        }

        return parts;
    }

    private static bool IsCount(TextQuantity told) =>
        told is { IsMoney: false, IsAbout: false, Per.Count: 0, Bound: TargetOperator.Equal } && told.Unit != "%";
}
