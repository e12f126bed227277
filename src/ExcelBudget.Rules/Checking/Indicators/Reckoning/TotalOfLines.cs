using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>指标之间的合计。新建候车亭 12座, 维修候车亭 22座 beside 新建和维修候车亭总数 38座: the total names each of the others by how it begins.</summary>
internal static class TotalOfLines
{
    private const int Begins = 2;
    private const int Most = 4;

    /// <summary>The total that its parts do not make; null where they do, or it is not clear which they are.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var (lines, goal) = (ProjectFigures.Of(project).Lines, ProjectFigures.Of(project).Goal);
        foreach (var total in lines.Where(line => !line.IsMoney && line.Unit != "%" && line.Per.Count == 0
            && !line.Line.Stem.StartsWith("其中", StringComparison.Ordinal) && review.Standards.Words.TotalEnds.Any(word =>
                line.Line.Stem.EndsWith(word, StringComparison.Ordinal))))
        {
            var parts = lines.Where(line => !ReferenceEquals(line, total) && line.Unit == total.Unit && line.Per.Count == 0
                && line.Line.Group == total.Line.Group).ToArray();
            if (parts.Length is < 2 or > Most || !Array.TrueForAll(parts, part => part.Line.Stem.Length > Begins
                && total.Line.Stem.Contains(part.Line.Stem[..Begins], StringComparison.Ordinal))) continue;
            var sum = parts.Sum(part => part.Number);
            // 培训600人，其中妇女不少于220人、脱贫劳动力不少于260人: the goal itself tells them as some of all
            if (sum == total.Number || (sum < total.Number && Array.TrueForAll(parts, part => goal.Any(told => told.Unit == part.Unit
                && told.Number == part.Number && told.IsDetail && told.Bound != TargetOperator.Equal)))) continue;
            return new Miscount(Figures.Plain(sum) + total.Unit, string.Join('＋', parts.Select(part => part.Line.Target)),
                total.Line.Target, total.Line);
        }

        return null;
    }
}
