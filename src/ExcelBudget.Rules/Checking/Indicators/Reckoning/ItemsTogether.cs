using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 几项合计。计103.2万元；…计102.4万元；护栏32.4万元；…计18万元，以上四项合计260万元: as many sums as items are counted, and they do not make the total.
/// </summary>
internal static partial class ItemsTogether
{
    /// <summary>What lies further from the total is no sum of it.</summary>
    private const decimal Near = 0.3m;

    /// <summary>The first such total; null where the sums make it, or their number says that others are meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        var goal = ProjectFigures.Of(project).Goal;
        // 捐赠图书折价2万元，不用财政资金; 不足部分由县级安排
        if (Unpaid().IsMatch(project.PlainGoal)) return null;
        if (OfAmount(project, goal) is { } ofAmount) return ofAmount;
        for (var at = 2; at < goal.Count; at++)
        {
            if (goal[at] is not { IsMoney: true, Per.Count: 0, IsAbout: false, Number: > 0m } total
                || Counted().Match(total.Context) is not { Success: true } match
                || FigureReader.Read(match.Groups["many"].Value) is not { IsFigure: true, Value: var many }) continue;
            var sums = goal.Take(at).Where(told => told is { IsMoney: true, Per.Count: 0, IsDetail: false, IsAbout: false }).ToArray();
            // 课桌椅100套，每套320元: an item whose sum nobody told
            if (goal.Take(at).Where((told, place) => told is { IsMoney: true, Per.Count: > 0 } && !(goal[place
                + 1].IsMoney && goal[place + 1].Sentence == told.Sentence)).Any()) continue;
            if (sums.Length != many || Array.Exists(sums, sum => sum.Number >= total.Number)) continue;
            var made = sums.Sum(sum => sum.Number);
            if (made == total.Number || Math.Abs(made - total.Number) > Near * total.Number) continue;
            return new Miscount(Explained.Said(made, total.Unit), string.Join('＋', sums.Select(sum => sum.Text)), total.Text)
            {
                Also = [.. ProjectFigures.Of(project).Lines.Where(line => line.IsMoney && line.Number == total.Number)
                    .Select(line => line.Line)],
            };
        }

        return null;
    }

    /// <summary>
    /// …全年218.88万元；…全年54.72万元，合计263.6万元 of an amount of 273.6万元: all sums before the total make the amount, and not the total.
    /// </summary>
    private static Miscount? OfAmount(ReviewedProject project, IReadOnlyList<TextQuantity> goal)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
        for (var at = 2; at < goal.Count; at++)
        {
            if (goal[at] is not { IsMoney: true, Per.Count: 0, IsAbout: false } total || total.Before
                is not ("合计" or "共计" or "总计" or "共需" or "共")
                || total.Number == amount.Value) continue;
            var sums = goal.Take(at).Where(told => told is { IsMoney: true, Per.Count: 0, IsDetail: false }).ToArray();
            if (sums.Length < 2 || Array.Exists(sums, sum => sum.IsAbout || sum.Number >= total.Number)) continue;
            var made = sums.Sum(sum => sum.Number);
            if (made != amount.Value || Math.Abs(made - total.Number) > Near * total.Number) continue;
            return new Miscount(Explained.Said(made, total.Unit), string.Join('＋', sums.Select(sum => sum.Text)), total.Text);
        }

        return null;
    }

    [GeneratedRegex("捐赠|不用财政|自筹|不足|结余|结转|折价|已付")]
    private static partial Regex Unpaid();

    [GeneratedRegex("(?:以上|上述)?(?<many>[二两三四五六七八])(?:项|类|部分)(?:费用|资金|支出|经费)?(?:合计|总计|共计|共需|共|计)(?:需|资金|支出|安排|约)?$")]
    private static partial Regex Counted();
}
