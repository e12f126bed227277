using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 两年的数与幅度。上年接待120万人次，今年接待150万人次，同比增长20%: two years side by side and by how much they differ; 上年阅读率68%，提高6个百分点 beside
/// 阅读率 ≥71%: last year's rate and what is added to it.
/// </summary>
internal static class GrowthBetween
{
    private const decimal All = 100m;
    private const decimal Rounded = 1m;
    private const string Percent = "%";
    private const string Points = "百分点";
    private const int Kin = 2;

    /// <summary>The first growth that its figures do not bear out; null where they do, or nobody knows which are meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        if (WordList.IsIn(project.PlainGoal, review.Standards.Words.ComparableGrowth)) return null;
        var figures = ProjectFigures.Of(project);
        return Between(figures, review) ?? Added(figures, review);
    }

    private static Miscount? Between(ProjectFigures figures, IndicatorReview review)
    {
        var goal = figures.Goal;
        for (var at = 2; at < goal.Count; at++)
        {
            var (was, now, by) = (goal[at - 2], goal[at - 1], goal[at]);
            // 由48个到55个，增加12个、出库5个
            if (Difference(was, now, by, review) is { } difference && !goal.Skip(at + 1).Any(told => told.Sentence == by.Sentence
                && WordList.IsIn(told.Before + "|" + told.After, review.Standards.Words.TakenAway))) return difference;
            if (by is not { Unit: Percent, IsAbout: false } || Way(by, review) is not { } way || was.Sentence != by.Sentence
                || now.Sentence != by.Sentence || !IsPair(was, now, review) || !IsOf(by, was, now, review)) continue;
            var share = (now.Number - was.Number) / was.Number * All * way;
            if (share <= 0m || Math.Abs(share - by.Number) <= Rounded || (by.Bound == TargetOperator.AtLeast
                && share > by.Number)) continue;
            var (more, less) = way > 0m ? (now, was) : (was, now);
            return new Miscount(Figures.Plain(Figures.Round(share, 1)) + Percent, $"（{more.Text}－{less.Text}）÷{was.Text}", by.Text);
        }

        return null;
    }

    /// <summary>上年培养310人，今年培养400人，增加80人: what lies between the two.</summary>
    private static Miscount? Difference(TextQuantity was, TextQuantity now, TextQuantity by, IndicatorReview review)
    {
        if (by is not { IsAbout: false, Per.Count: 0, Bound: TargetOperator.Equal } || by.Unit != now.Unit || by.Sentence != was.Sentence
            || now.Sentence != was.Sentence || !IsPair(was, now, review) || now.Bound != TargetOperator.Equal
            || Way(by, review) is not { } way || WordList.Without(WordList.Without(by.Before, review.Standards.Words.GrowthWords),
                review.Standards.Words.DeclineWords).Any(char.IsLetter)) return null;
        var change = (now.Number - was.Number) * way;
        return change <= 0m || change == by.Number ? null
            : new Miscount(Figures.Plain(change) + now.Unit, $"{now.Text}－{was.Text}", by.Text);
    }

    private static bool IsPair(TextQuantity was, TextQuantity now, IndicatorReview review) => was.Unit == now.Unit && was.Number > 0m
        && was is { IsAbout: false, Per.Count: 0, IsDetail: false } && now is { IsAbout: false, Per.Count: 0, IsDetail: false }
        && was.Unit != Percent && IsLastYears(was, review) && !IsLastYears(now, review);

    /// <summary>已建成9个、达到14个，流通人次较上年增长10%: what grows is named, and is something else.</summary>
    private static bool IsOf(TextQuantity by, TextQuantity was, TextQuantity now, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var named = WordList.Without(WordList.Without(WordList.Without(by.Before, words.Comparisons), words.GrowthWords),
            words.DeclineWords)
            .Trim('|', '较', '比', '与', '相', '约', '将', '实', '现', '年', '度');
        // 献血人次 is no 献血量, 年均 no year's; of nine months nobody knows the year
        if (!named.Any(char.IsLetter)) return !now.Lead.Contains('月', StringComparison.Ordinal);
        return !named.Contains('均') && (was.Before.EndsWith(named, StringComparison.Ordinal)
            || now.Before.EndsWith(named, StringComparison.Ordinal));
    }

    private static bool IsLastYears(TextQuantity told, IndicatorReview review) =>
        told.IsOfLastYear || told.Years == (review.Year - 1, review.Year - 1);

    /// <summary>1 for 增长, -1 for 下降; null for neither.</summary>
    private static decimal? Way(TextQuantity by, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (words.GrowthWords.Any(word => by.Before.EndsWith(word, StringComparison.Ordinal))) return 1m;
        return words.DeclineWords.Any(word => by.Before.EndsWith(word, StringComparison.Ordinal)) ? -1m : null;
    }

    private static Miscount? Added(ProjectFigures figures, IndicatorReview review)
    {
        foreach (var by in figures.Goal.Where(told => told.Unit.EndsWith(Points, StringComparison.Ordinal) && !told.IsAbout))
        {
            // 力争三年提高6个百分点, 到2025年提高10个百分点
            if (Way(by, review) is not { } way || by.Lead.Any(char.IsAsciiDigit) || review.Meaning.SpeaksOfManyYears(by.Lead)
                || figures.IsOfOtherYears(by, review.Year)) continue;
            var rates = figures.Goal.Concat(figures.Past).Where(told => told.Sentence == by.Sentence && told.Unit == Percent).ToArray();
            if (rates is not [{ IsAbout: false } was] || !IsLastYears(was, review)) continue;
            var made = was.Number + (way * by.Number);
            var lines = figures.Lines.Where(line => line.Unit == Percent
                && Kinship.Of(was, line.Line.Indicator.Name, review.Standards.Words.Generic) >= Kin).ToArray();
            // 城区68%提高2个百分点；农村55%以上 beside 农村居民阅读率 ≥55%: the goal tells it by itself
            if (lines is not [var line] || line.Number == made || line.Number == by.Number || figures.IsTold(line)) continue;
            // ≥75% promises more than 74%
            if (way > 0m ? line.Bound is TargetOperator.AtLeast or TargetOperator.MoreThan && line.Number > made
                : line.Bound is TargetOperator.AtMost or TargetOperator.LessThan && line.Number < made) continue;
            return new Miscount(Figures.Plain(made) + Percent, $"{was.Text}{(way > 0m ? "＋" : "－")}{by.Text}", line.Line.Target,
                line.Line);
        }

        return null;
    }
}
