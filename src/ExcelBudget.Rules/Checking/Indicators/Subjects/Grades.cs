using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>标准的等级。出水达到一级A标准 in the goal beside 达到一级B标准的比例: one grade is promised, another is measured.</summary>
internal static class Grades
{
    /// <summary>What the indicator and what the goal says; null where they agree, or either names none or several.</summary>
    public static (string Set, string Told)? Against(ReviewedIndicator line, ReviewedProject project, IndicatorWords words)
    {
        // 消除劣Ⅴ类, Ⅲ类以上达标率, 由一级B提标: a threshold or a change, no grade that is promised
        if (WordList.IsIn(line.Indicator.Raw, words.Thresholds)) return null;
        foreach (var grades in WordGroups.Of(words.Grades))
        {
            if (Only(grades, project.Name + "\n" + project.Goal) is { } told && Only(grades, line.Indicator.Raw) is { } set && set != told
                && IsOfOne(project.Goal, told, line.Stem, words))
                return (set, told);
        }

        return null;
    }

    /// <summary>国控断面水质保持Ⅲ类 and 饮用水水源地Ⅱ类水质比例 are of two waters, unless the goal's clause names none.</summary>
    private static bool IsOfOne(string goal, string grade, string name, IndicatorWords words)
    {
        var at = goal.IndexOf(grade, StringComparison.Ordinal);
        if (at < 0) return true;
        var start = goal.AsSpan(0, at).LastIndexOfAny('，', '。', '；') + 1;
        string[] plain = [.. words.Generic, "水质", "达到", "保持", "稳定", "等级", "标准"];
        var clause = WordList.Without(goal[start..at], plain).Replace("|", "", StringComparison.Ordinal);
        return clause.Count(char.IsLetter) < ShortestSubject || Kinship.Of(clause, name, plain) > 0
            || !Array.Exists(Waters, word => clause.Contains(word, StringComparison.Ordinal));
    }

    private const int ShortestSubject = 2;
    private static readonly string[] Waters = ["断面", "河", "湖", "水库", "地下水", "国控", "省控"];

    /// <summary>The one grade that a text names; a shorter word inside a longer one is none.</summary>
    private static string? Only(string[] grades, string text)
    {
        string? found = null;
        foreach (var grade in grades)
        {
            if (!IsNamed(grade, grades, text)) continue;
            if (found is not null) return null;
            found = grade;
        }

        return found;
    }

    private static bool IsNamed(string grade, string[] grades, string text)
    {
        for (var at = text.IndexOf(grade, StringComparison.Ordinal); at >= 0; at = text.IndexOf(grade, at + 1, StringComparison.Ordinal))
        {
            if (!Array.Exists(grades, other => other.Length > grade.Length && other.EndsWith(grade, StringComparison.Ordinal)
                && text.AsSpan(0, at + grade.Length).EndsWith(other))) return true;
        }

        return false;
    }
}
