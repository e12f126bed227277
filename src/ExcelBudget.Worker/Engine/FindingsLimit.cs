using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// How many findings one workbook may bring: more than a person reads in a day help nobody, and thousands of comments open slowly. What is
/// left out is told with limit and number, and no rule is left out altogether while there is room.
/// </summary>
internal static class FindingsLimit
{
    /// <summary>Findings of a workbook when nothing else is set.</summary>
    public const int Default = 1_000;

    /// <summary>The findings in their order, gravest and first of each rule kept, and one that tells what is left out.</summary>
    /// <param name="findings">All of them.</param>
    /// <param name="limit">How many there may be, at least 1.</param>
    public static IReadOnlyList<Finding> Put(IReadOnlyList<Finding> findings, int limit)
    {
        if (findings.Count <= limit) return findings;
        var ranks = new Dictionary<(Severity, string), int>();
        var kept = findings.Select((finding, index) => (finding, index, rank: Rank(ranks, finding)))
            .OrderByDescending(it => it.finding.Severity).ThenBy(it => it.rank).ThenBy(it => it.index).Take(limit)
            .OrderBy(it => it.index).Select(it => it.finding);
        var told = BudgetFindings.TooMany.At(
            new Place(), ("count", new FindingValue.Count(findings.Count)), ("limit", new FindingValue.Count(limit)));
        return [.. kept, told];
    }

    private static int Rank(Dictionary<(Severity, string), int> ranks, Finding finding)
    {
        var key = (finding.Severity, finding.Rule);
        return ranks[key] = ranks.GetValueOrDefault(key) + 1;
    }
}
