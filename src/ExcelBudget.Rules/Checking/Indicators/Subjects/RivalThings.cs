using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>互不相同的东西。初中学生6200人 beside 高中学生视力筛查 =6200人: of two things the goal names one, the indicator the other.</summary>
internal static class RivalThings
{
    /// <summary>What the indicator and what the goal names; null where both name one, or either names several.</summary>
    public static (string Set, string Told)? Against(LineQuantity line, TextQuantity told, ReviewedProject project, IndicatorWords words)
    {
        var name = line.Line.Indicator.Name;
        foreach (var rivals in WordGroups.Of(words.Rivals))
        {
            if (Only(rivals, name) is not { } set || Said(rivals, project) is not { } said || set == said) continue;
            // 为初中学生6200人, or what was counted right before the price
            if (project.Goal.Contains(said, StringComparison.Ordinal) && !told.Context.Contains(said, StringComparison.Ordinal)
                && !told.After.Contains(said, StringComparison.Ordinal)) continue;
            if (!project.Name.Contains(set, StringComparison.Ordinal)) return (set, said);
        }

        return null;
    }

    /// <summary>What the goal names; 肉羊 of the project's name, where the goal names none of them.</summary>
    private static string? Said(string[] rivals, ReviewedProject project) =>
        Array.Exists(rivals, rival => project.Goal.Contains(rival, StringComparison.Ordinal)) ? Only(rivals, project.Goal)
            : Only(rivals, project.Name);

    private static string? Only(string[] rivals, string text)
    {
        string? found = null;
        foreach (var rival in rivals)
        {
            if (!text.Contains(rival, StringComparison.Ordinal)) continue;
            if (found is not null) return null;
            found = rival;
        }

        return found;
    }
}
