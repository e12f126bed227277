using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 总额×比例。A share of what its sentence told before (总投资200万元，县级承担30%，计80万元), also of the interest on a loan
/// (2000万元，年利率4%，按利息的50%贴息，共需40万元), against the sum told right behind it. The project's amount and what sentences before
/// tell may be the whole as well.
/// </summary>
internal static class ShareOfWhole
{
    private const decimal Percent = 100m;
    private const int MostBefore = 8;

    /// <summary>The first such sum that no whole of its sentence explains.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var goal = ProjectFigures.Of(project).Goal;
        for (var at = 1; at + 1 < goal.Count; at++)
        {
            var (share, sum) = (goal[at], goal[at + 1]);
            if (share is not { Unit: "%", IsAbout: false, Number: > 0m and < Percent, Bound: TargetOperator.Equal }
                || (share.HalfDigit > 0m && !share.Before.EndsWith("利率", StringComparison.Ordinal))) continue;
            if (sum.Sentence != share.Sentence || sum is not { Per.Count: 0, IsAbout: false, Bound: TargetOperator.Equal }
                || sum.Unit == "%" || !(sum.IsTotal || IsBare(sum.Before, review))) continue;
            if (WordList.IsIn(share.Lead, review.Standards.Words.GrowthWords)
                || WordList.IsIn(share.Lead, review.Standards.Words.DeclineWords)) continue;
            var told = goal.Take(at).Where(other => other.Sentence == share.Sentence).TakeLast(MostBefore).ToArray();
            var before = goal.Take(at).Where(other => other.Unit == sum.Unit && other.Per.Count == 0).Select(other => other.Number);
            if (sum.IsMoney && project.Amount is { } amount) before = before.Append(amount.Value);
            if (Of(share, sum, told, [.. before], review) is { } found) return found;
        }

        return null;
    }

    private static Miscount? Of(TextQuantity share, TextQuantity sum, TextQuantity[] told, decimal[] before, IndicatorReview review)
    {
        var wholes = told.Where(other => other.Unit == sum.Unit && other.Per.Count == 0).ToArray();
        if (wholes.Any(whole => whole.IsAbout) || !IsShare(share, review)) return null;
        // a share of the last that is more than it
        if (Array.FindLast(wholes, whole => whole.Number > sum.Number) is not { } last) return null;
        // the interest is a share of the loan, and the subsidy one of the interest
        var rates = told.Where(other => other.Unit == "%" && other.Before.EndsWith("利率", StringComparison.Ordinal)).ToArray();
        if (rates.Length > 1 || told.Any(other => other.Unit == "%" && other.IsAbout)) return null;
        // 贴息期6个月: a part of the year's interest; a share of an income is no cost
        if (sum.Lead.Contains("半年", StringComparison.Ordinal) || share.After.Contains("半年", StringComparison.Ordinal)) return null;
        if (rates.Length > 0 ? told.Any(other => QuantityUnits.Kind(other.Unit) == "时间" && !(other.Unit == "年" && other.Number == 1m))
            : WordList.IsIn(last.About, review.Standards.Words.Incomes) || WordList.IsIn(share.About, review.Standards.Words.Incomes))
            return null;
        var rate = rates is [var only] ? only.Number / Percent : 1m;
        var factor = share.Number / Percent * rate;
        var sums = before.ToList();
        // what is left when the others' parts are taken, and what several parts make
        foreach (var one in wholes)
        {
            sums.AddRange(wholes.Where(other => other != one)
                .SelectMany(other => new[] { Math.Abs(one.Number - other.Number), one.Number + other.Number }));
        }

        sums.Add(wholes.Sum(whole => whole.Number));
        var others = told.Where(other => other.Unit != "%" && !other.IsMoney && !wholes.Contains(other)).ToArray();
        var prices = told.Where(other => other.Unit == sum.Unit && other.Per.Count > 0).Select(other => other.Number);
        if (sums.Concat(prices).Any(whole => Explained.Is(whole * factor, sum.Number, sum.HalfDigit, others))) return null;
        // 县级承担其中的30%: a share of a share
        var shares = told.Where(other => other.Unit == "%" && !rates.Contains(other)).Select(other => other.Number / Percent).ToArray();
        if (sums.Any(whole => shares.Any(part => Explained.IsAlike(whole * factor * part, sum.Number, sum.HalfDigit)
            || Explained.IsAlike(whole * factor * (1m - part), sum.Number, sum.HalfDigit)))) return null;
        var of = rates is [var loan] ? $"×{loan.Text}" : "";
        return new Miscount(Explained.Said(last.Number * factor, sum.Unit), $"{last.Text}{of}×{share.Text}", sum.Text);
    }

    private static bool IsShare(TextQuantity share, IndicatorReview review) =>
        WordList.IsIn(share.Before, review.Standards.Words.ShareVerbs) || WordList.IsIn(share.After, review.Standards.Words.ShareVerbs);

    private static bool IsBare(string words, IndicatorReview review) => WordList.Without(
        WordList.Without(words, review.Standards.Words.Sums), review.Standards.Words.Makes).Trim('|', '为').Length == 0;
}
