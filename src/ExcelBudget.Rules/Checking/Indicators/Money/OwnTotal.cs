using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>目标里写的总额。The one sum that a goal tells as its whole, where price and count make the amount and it does not.</summary>
internal static class OwnTotal
{
    /// <summary>本年为第二年，安排: how far before a sum its year may stand.</summary>
    private const int Reach = 14;
    private const decimal Hundred = 100m;

    /// <summary>3000份，每份60元，共需1.8万元 of an amount of 18万元; null where the goal tells no sum, several, or another's.</summary>
    public static Part? In(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
        var figures = ProjectFigures.Of(project);
        if (figures.Goal.Where(told => told is { IsMoney: true, Per.Count: 0 } && !IsPartOfTotal(told, figures)).ToArray()
            is not [{ IsDetail: false, IsAbout: false } sum])
            return null;
        if (review.Meaning.SpeaksOfOtherFunds(figures.Goal.Where(told => told.Sentence == sum.Sentence))
            || figures.IsOfOtherYears(sum, review.Year)) return null;
        var isTotal = QuantityUnits.IsBareTotal(sum.Before) || IndicatorMeaning.ContainsAny(sum.Before, review.Standards.Words.OwnTotals);
        // 每人2剂共600元: what one of them gets
        if (sum.Number * Hundred < amount.Value) return null;
        // 项目资金中36万元用于: a part of it
        if (!isTotal || sum.Before.EndsWith('中') || review.Meaning.SpeaksOfOtherMoney(sum)
            || Math.Abs(sum.Number - amount.Value) <= sum.HalfDigit + amount.HalfWidth) return null;
        var products = Products(project, figures, review).ToArray();
        return Array.Exists(products, yuan => Enumeration.IsAlike(yuan, amount.Value)) || IsSetAsCost(project, amount, review)
            // price and count make the sum of the goal, and the amount has its digits in another order
            || (IsMistyped(sum.Number, amount.Value) && (GoalCostCheck.Loosely(project).Contains(sum.Number)
                || Array.Exists(products, yuan => yuan == sum.Number)))
            ? new Part(sum.Number, sum.HalfDigit, sum.Before + sum.Text) { Told = sum } : null;
    }

    /// <summary>总投资300万元，分三年实施，本年安排120万元 of an amount of 100万元: the goal itself says what this year takes.</summary>
    public static Part? OfThisYear(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
        var figures = ProjectFigures.Of(project);
        if (!review.Meaning.SpeaksOfManyYears(project.PlainGoal) || figures.Goal.Any(told => told.IsMoney
            && told.Number == amount.Value)) return null;
        var told = figures.Goal.Where(sum => sum is { IsMoney: true, Per.Count: 0, IsAbout: false, IsDetail: false }
            && WordList.IsIn(sum.Context.AsSpan(Math.Max(0, sum.Context.Length - Reach)).ToString(), review.Standards.Words.ThisYear)
            && sum.Before.TrimEnd('资', '金').EndsWith("安排", StringComparison.Ordinal)).ToArray();
        return told is [var only] && !review.Meaning.SpeaksOfOtherMoney(only)
            && !review.Meaning.SpeaksOfOtherFunds(figures.Goal.Where(other => other.Sentence == only.Sentence))
            && Math.Abs(only.Number - amount.Value) > only.HalfDigit + amount.HalfWidth
            ? new Part(only.Number, only.HalfDigit, only.Before + only.Text) { Told = only } : null;
    }

    /// <summary>共129.6万元，其中生活补助1000元: behind 其中 of a bare total.</summary>
    private static bool IsPartOfTotal(TextQuantity told, ProjectFigures figures) => told.IsDetail && figures.Goal.Any(total =>
        total is { IsMoney: true, IsDetail: false, Per.Count: 0 } && total.Sentence == told.Sentence && total.Number > told.Number
        && QuantityUnits.IsBareTotal(total.Before));

    /// <summary>135.2万元 and 153.2万元.</summary>
    private static bool IsMistyped(decimal one, decimal other) =>
        Figures.Plain(one).Order().SequenceEqual(Figures.Plain(other).Order());

    /// <summary>The only cost of the whole that the indicators set is the amount: it is the goal that tells another.</summary>
    private static bool IsSetAsCost(ReviewedProject project, Measure amount, IndicatorReview review) =>
        AmountComparison.Costs(project, review.Meaning) is [var only] && only.Money.Meets(amount);

    private static IEnumerable<decimal> Products(ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        var reader = new PriceReader(project, review);
        return figures.Goal.Where(told => told is { IsMoney: true, Per.Count: > 0 }).SelectMany(reader.Of)
            .Concat(figures.Lines.Where(line => line is { IsMoney: true, Per.Count: > 0 }).SelectMany(reader.Of))
            .Select(part => part.Yuan);
    }
}
