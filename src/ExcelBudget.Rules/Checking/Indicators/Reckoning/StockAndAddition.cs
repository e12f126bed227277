using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 存量加新增。What was there at the end of last year and what is added, against what is there at the end of this one. Only where the goal
/// tells these three of their unit and no other, and nothing is taken away.
/// </summary>
internal static class StockAndAddition
{
    private const int Told = 3;
    private static readonly char[] Denials = ['没', '有', '无', '未', '不'];

    /// <summary>What goal or indicator tell instead of the sum.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var (figures, words) = (ProjectFigures.Of(project), review.Standards.Words);
        if (!WordList.IsIn(project.Goal, words.Additions) || !WordList.IsIn(project.Goal, words.HeldBefore)
            || TakesAway(project.Goal, words.TakenAway)) return null;
        foreach (var added in figures.Goal.Where(told => IsPlain(told) && words.Additions.Any(word =>
            told.Before.Contains(word, StringComparison.Ordinal))))
        {
            var all = figures.Goal.Where(told => told.Unit == added.Unit && told.Per.Count == 0).ToArray();
            var stocks = all.Where(told => !ReferenceEquals(told, added) && IsPlain(told) && IsStock(told, review)).ToArray();
            if (stocks is not [var stock] || stock.Sentence != added.Sentence || all.Length > Told) continue;
            var made = stock.Number + added.Number;
            var ends = all.Where(told => !ReferenceEquals(told, added) && !ReferenceEquals(told, stock)).ToArray();
            var said = $"{stock.Text}＋{added.Text}";
            if (ends is [var end])
            {
                if (end.Number == made || !IsPlain(end) || !WordList.IsIn(end.Before, words.HeldThen) || end.IsDetail) continue;
                return new Miscount(Figures.Plain(made) + added.Unit, said, end.Text)
                {
                    Also = [.. figures.Lines.Where(line => line.Number == end.Number && line.Unit == end.Unit).Select(line => line.Line)],
                };
            }

            if (ends.Length == 0 && figures.Lines.Where(line => line.Unit == added.Unit && line.Per.Count == 0
                && WordList.IsIn(line.Line.Indicator.Name, words.HeldThen)
                && Kinship.Of(stock.Lead + "|" + stock.After, line.Line.Indicator.Name, words.Generic) > 0).ToArray() is [var line]
                && line.Number != made && line.Number != added.Number && line.Bound == TargetOperator.Equal)
                return new Miscount(Figures.Plain(made) + line.Line.Unit, said, line.Line.Target, line.Line);
        }

        return null;
    }

    private static bool IsPlain(TextQuantity told) => told.Unit != "%" && told.Bound is TargetOperator.Equal or TargetOperator.AtLeast
        && told is { IsAbout: false, IsDetail: false, IsMoney: false, Per.Count: 0, Number: > 0m };

    private static bool IsStock(TextQuantity told, IndicatorReview review) => (told.IsOfLastYear || told.Years?.To < review.Year)
        && WordList.IsIn(told.Lead, review.Standards.Words.HeldBefore);

    /// <summary>拆除5台; 没有拆除 takes nothing away.</summary>
    private static bool TakesAway(string goal, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var at = goal.IndexOf(word, StringComparison.Ordinal); at >= 0; at = goal.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || !Denials.Contains(goal[at - 1])) return true;
            }
        }

        return false;
    }
}
