using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>免费与收费。不向学员收取任何费用 beside 向每名学员收取培训费 ≤20元.</summary>
internal static class FreeOfCharge
{
    /// <summary>The words by which the goal takes nothing for what an indicator sets a price that is taken; null for none.</summary>
    public static string? Against(LineQuantity line, ReviewedProject project, IndicatorWords words)
    {
        var name = line.Line.Indicator.Name;
        if (!line.IsMoney || line.Number <= 0m) return null;
        // 60周岁以上免费，其他选手收费: the others are meant
        if (name.Contains("其他", StringComparison.Ordinal) || name.Contains("其余", StringComparison.Ordinal)) return null;
        if (!WordList.IsIn(name, words.Charges) || WordList.IsIn(name, words.NotCharged)) return null;
        var free = words.FreeOfCharge.FirstOrDefault(word => project.Goal.Contains(word, StringComparison.Ordinal));
        // 向学员收取培训费: those or that of which the goal says it
        return free is not null && Kinship.Of(Clauses(project.Goal, free), name, [.. words.Generic, .. words.Charges]) > 0 ? free : null;
    }

    /// <summary>The sentence that says so.</summary>
    private static string Clauses(string goal, string free)
    {
        var at = goal.IndexOf(free, StringComparison.Ordinal);
        var start = goal.AsSpan(0, at).LastIndexOfAny('。', '；', '\n') + 1;
        var end = goal.AsSpan(at).IndexOfAny('。', '；', '\n');
        return end < 0 ? goal[start..] : goal[start..(at + end)];
    }
}
