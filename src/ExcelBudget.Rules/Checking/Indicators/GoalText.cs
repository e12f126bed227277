using System.Text.RegularExpressions;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What a goal really says.</summary>
internal static partial class GoalText
{
    private const int LongestEmpty = 80;
    private const int LongestWishes = 60;
    private const int FewestWishes = 3;

    /// <summary>True for a goal of nothing but words that fit every project: 加强管理，提高服务水平。</summary>
    public static bool IsEmpty(string goal, IndicatorWords words)
    {
        if (OnlyWishes(goal, words)) return true;
        // 完成医保局年度各项工作任务: whose work it is says nothing of it
        var rest = Substance(Whose().Replace(goal, "")).AsSpan();
        if (rest.Length is 0 or > LongestEmpty) return false;
        while (rest.Length > 0)
        {
            var longest = Math.Max(Longest(rest, words.EmptyVerbs), Longest(rest, words.EmptyNouns));
            if (longest == 0) return false;
            rest = rest[longest..];
        }

        return true;
    }

    /// <summary>加强监管，切实规范秩序，不断提高水平，为发展提供有力保障: several clauses, each a wish, none with a figure or a deed.</summary>
    private static bool OnlyWishes(string goal, IndicatorWords words)
    {
        if (goal.Length > LongestWishes || goal.Any(char.IsDigit)) return false;
        var clauses = goal.Split(['，', '。', '；', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return clauses.Length >= FewestWishes && clauses.All(clause => Longest(clause, words.Wishes) > 0
            || (clause.StartsWith('为') && clause.EndsWith("保障", StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?<=完成|做好|抓好|落实)[\u4E00-\u9FFF]{1,6}(?:局|委员会|办公室|中心|部门|单位)(?=年度|全年|本年|各项|日常)")]
    private static partial Regex Whose();

    /// <summary>Length of the longest of some words that a text begins with; 0 for none.</summary>
    private static int Longest(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        var longest = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Length > longest && text.StartsWith(words[at])) longest = words[at].Length;
        }

        return longest;
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
