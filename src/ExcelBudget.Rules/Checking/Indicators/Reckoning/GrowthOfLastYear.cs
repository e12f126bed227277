using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 上年数与增长率。Last year's figure and by how much it is to grow or to get less (比上年增长10%, 减少三分之二), against this year's target.
/// </summary>
internal static partial class GrowthOfLastYear
{
    private const decimal Percent = 100m;

    /// <summary>What a target misses; null where it agrees, promises more, or nobody knows.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (Change(project.PlainGoal, figures, review) is not { } change) return null;
        // one figure of the year before, in the sentence of the change
        var bases = figures.Goal.Concat(figures.Past).Where(told => told is { Unit: not "%", Per.Count: 0, IsAbout: false, Number: > 0m }
            && (told.IsOfLastYear || told.Years == (review.Year - 1, review.Year - 1))).ToArray();
        if (bases is not [var start] || start.IsMoney || start.Sentence != change.Sentence) return null;
        var made = change.Unit is null ? start.Number * (1m + change.By) : start.Number + change.By;
        if (change.Unit is { } own && own != start.Unit) return null;
        // 2024年底已建成分馆9个，年流通人次较上年增长10%: of something else
        if (change.Of.Count(char.IsLetter) > 1 && Kinship.Of(start.Lead + "|" + start.After, change.Of, []) == 0) return null;
        // the goal tells both: 增长10%，达到55万人次 is compared with itself
        if (figures.Goal.Any(told => told.Unit == start.Unit && !ReferenceEquals(told, start) && Explained.IsAlike(told.Number, made)))
            return null;
        var lines = figures.Lines.Where(line => line.Unit == start.Unit && line.Per.Count == 0
            && Kinship.Of(start.Lead + "|" + start.After, line.Line.Indicator.Name, review.Standards.Words.Generic) > 0).ToArray();
        if (lines is not [var target] || target.Number == start.Number || IsToldAbout(target, figures) || Keeps(target, made,
            change.By > 0m)) return null;
        var scale = target.Line.Number is > 0m and var told ? target.Number / told : 1m;
        return new Miscount(Explained.Said(made / scale, target.Line.Unit),
            change.Unit is null ? $"{start.Text}×(1{(change.By < 0m ? "－" : "＋")}{change.Text})"
                : $"{start.Text}{(change.By < 0m ? "－" : "＋")}{change.Text}", target.Line.Target, target.Line);
    }

    /// <summary>年办件量约2.4万件 beside 上年2.26万件，同比增长8%: the goal tells the target itself, as a round figure.</summary>
    private static bool IsToldAbout(LineQuantity target, ProjectFigures figures) =>
        figures.Goal.Any(told => told.IsAbout && told.Number == target.Number && told.Unit == target.Unit);

    private static bool Keeps(LineQuantity target, decimal made, bool isGrowth) => Explained.IsAlike(target.Number, made, 1m)
        || (isGrowth ? target.Bound is not (TargetOperator.AtMost or TargetOperator.LessThan) && target.Number > made
                && target.Bound != TargetOperator.Equal
            : target.Number < made);

    /// <summary>By which share the goal changes what was; null where it tells none, or several.</summary>
    private static (decimal By, string Text, int Sentence, string? Unit, string Of)? Change(string goal, ProjectFigures figures,
        IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (!WordList.IsIn(goal, words.Comparisons)) return null;
        var told = figures.Goal.Where(one => one.Unit == "%" && WordList.IsIn(one.Lead, words.Comparisons)
            && (Ends(one.Before, words.GrowthWords) || Ends(one.Before, words.DeclineWords))).ToArray();
        var parts = Parts().Matches(goal).ToArray();
        // 2023年办理420件，今年比上年增加60件
        var counts = figures.Goal.Where(one => one is { IsMoney: false, Per.Count: 0, IsAbout: false, Number: > 0m } && one.Unit != "%"
            && WordList.IsIn(one.Lead, words.Comparisons)
            && (Ends(one.Before, words.GrowthWords) || Ends(one.Before, words.DeclineWords))).ToArray();
        if (told.Length == 0 && parts.Length == 0)
        {
            return counts is [{ Bound: TargetOperator.Equal } count]
                ? (count.Number * (Ends(count.Before, words.DeclineWords) ? -1m : 1m), count.Text, count.Sentence, count.Unit,
                    "") : null;
        }

        return (told, parts) switch
        {
            ([{ IsAbout: false } share], []) => (share.Number / Percent * (Ends(share.Before, words.DeclineWords) ? -1m : 1m), share.Text,
                share.Sentence, null, Subject(share.Lead, words)),
            ([], [var part]) => ((part.Groups["down"].Success ? -1m : 1m) * Fraction(part), part.Groups["part"].Value,
                goal.AsSpan(0, part.Index).Count('。') + goal.AsSpan(0, part.Index).Count('；'), null, ""),
            _ => null,
        };
    }

    /// <summary>年流通人次 of «年流通人次较上年增长»: what grows, where the clause names it first.</summary>
    private static string Subject(string lead, Domain.Packs.IndicatorWords words)
    {
        var at = words.Comparisons.Select(word => lead.IndexOf(word, StringComparison.Ordinal)).Where(place => place >= 0)
            .DefaultIfEmpty(-1).Min();
        return at <= 0 ? "" : WordList.Without(lead[..at].TrimEnd('较', '比', '与', '相'), words.ThisYear).Trim('|');
    }

    private static decimal Fraction(Match part) => part.Groups["half"].Success ? 0.5m
        : (decimal)ChineseNumerals.Digit(part.Groups["of"].Value[0]) / ChineseNumerals.Digit(part.Groups["all"].Value[0]);

    private static bool Ends(string words, IReadOnlyList<string> with) =>
        with.Any(word => words.EndsWith(word, StringComparison.Ordinal));

    [GeneratedRegex(@"(?:(?<down>减少|下降|降低|压减|压降)|增长|增加|提高)(?:了)?(?<part>(?<all>[二三四五六七八九])分之(?<of>[一二三四五六七八])|(?<half>一半))")]
    private static partial Regex Parts();
}
