using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What a goal really says.</summary>
internal static class GoalText
{
    private const int LongestEmpty = 40;

    /// <summary>True for a goal of nothing but words that fit every project: 加强管理，提高服务水平。</summary>
    public static bool IsEmpty(string goal, IndicatorWords words)
    {
        var rest = Substance(goal);
        if (rest.Length is 0 or > LongestEmpty) return false;
        while (rest.Length > 0)
        {
            var word = words.EmptyVerbs.Concat(words.EmptyNouns).Where(word => rest.StartsWith(word, StringComparison.Ordinal))
                .MaxBy(word => word.Length);
            if (word is null) return false;
            rest = rest[word.Length..];
        }

        return true;
    }

    /// <summary>The letters and digits of a goal: «——。» says nothing.</summary>
    public static string Substance(string goal)
    {
        var kept = 0;
        foreach (var sign in goal)
        {
            if (char.IsLetterOrDigit(sign)) kept++;
        }

        return kept == goal.Length ? goal : string.Create(kept, goal, static (substance, goal) =>
        {
            var at = 0;
            foreach (var sign in goal)
            {
                if (char.IsLetterOrDigit(sign)) substance[at++] = sign;
            }
        });
    }
}
