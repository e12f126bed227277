using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>零发生。不发生一起燃气事故 beside 燃气事故 ≤3起: what the goal says never happens, in the very words, is allowed.</summary>
internal static partial class NothingHappens
{
    private const int ShortestName = 3;

    /// <summary>The words by which the goal allows none; null for none.</summary>
    public static string? Denied(ReviewedIndicator line, string goal, IndicatorWords words)
    {
        if (line.Number is not > 0m || line.IsPercent
            || line.Indicator.Operator is not (TargetOperator.AtMost or TargetOperator.LessThan or TargetOperator.Equal)
            || !words.Counted.Contains(line.Unit)) return null;
        if (line is { Indicator.Operator: TargetOperator.LessThan, Number: 1m }
            || !WordList.IsIn(line.Stem, words.LessIsBetter)) return null;
        var what = Measures().Replace(line.Stem, "");
        if (what.Length < ShortestName) return null;
        if (goal.Contains(what + "零发生", StringComparison.Ordinal)) return what + "零发生";
        foreach (Match match in Never().Matches(goal))
        {
            // 不发生较大燃气事故 allows small ones
            // 杜绝燃气事故亡人 denies that anyone dies
            if (string.CompareOrdinal(goal, match.Index + match.Length, what, 0, what.Length) == 0
                && !Deaths().IsMatch(goal.AsSpan(match.Index + match.Length + what.Length))) return match.Value + what;
        }

        return null;
    }

    [GeneratedRegex("发生(?:次数|起数|件数|数量|数)?$|(?:次数|起数|件数|数量|数)$|^(?:全年|年度)")]
    private static partial Regex Measures();

    [GeneratedRegex("^(?:中的)?(?:亡人|死亡|伤亡|致人|致死|升级|扩大)")]
    private static partial Regex Deaths();

    [GeneratedRegex("(?:不|未|无|杜绝|避免)(?:再)?(?:发生|出现)?(?:任何)?(?:[一1](?:起|次|例|件))?(?:任何)?")]
    private static partial Regex Never();
}
