using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>户数与人数。300户280人: no household is without people.</summary>
internal static class Households
{
    /// <summary>The households with fewer people than there are of them, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(ReviewedProject project)
    {
        var goal = ProjectFigures.Of(project).Goal;
        for (var at = 1; at < goal.Count; at++)
        {
            var (homes, heads) = (goal[at - 1], goal[at]);
            // 移民380人，共420户
            if (heads is { Unit: "户", Per.Count: 0, IsAbout: false } && homes is { Unit: "人", Per.Count: 0, IsAbout: false }
                && heads.Number > homes.Number && homes.Sentence == heads.Sentence
                && heads.Lead is "共" or "计" or "合计" or "涉及" or "即") return (homes.Text + "，" + heads.Lead + heads.Text, "人数比户数还少");
            if (homes is { Unit: "户", Per.Count: 0, IsAbout: false } && heads is { Unit: "人", Per.Count: 0, IsAbout: false }
                && heads.Number < homes.Number && homes.Sentence == heads.Sentence
                // 420户共310人
                && heads.Lead.TrimEnd('共', '计', '、').EndsWith(homes.Text, StringComparison.Ordinal)) return (homes.Text + heads.Text,
                    "人数比户数还少");
        }

        return null;
    }
}
