using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// costAboveAmount：成本高于项目金额。A cost of the whole above the project's own amount; prices for one and totals of several years are never
/// compared.
/// </summary>
internal sealed class CostAboveAmountCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "costAboveAmount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return [];
        var costs = AmountComparison.Costs(project, review.Meaning).ToArray();
        var above = from cost in costs
                    where cost.Line.Money is not null && AmountComparison.IsAbove(cost.Money, amount)
                        && !IsWholeOfShares(cost.Money, project, review)
                        && !(NamesPayer(cost.Line, review) && Array.Exists(costs, other => other.Money.Meets(amount)))
                    select Objection(project, cost.Line, cost.Money, amount, NamesPayer(cost.Line, review)
                        || review.Meaning.SpeaksOfOtherFunds(ProjectFigures.Of(project).Goal));
        return WholeInvestment(project, review, amount).Concat(above);
    }

    private static Objection Objection(ReviewedProject project, ReviewedIndicator line, Measure cost, Measure amount, bool isDoubtful) =>
        new(project, line, Actual: AmountComparison.Said(cost.Value), Expected: AmountComparison.Said(amount.Value))
        {
            IsDoubtful = isDoubtful,
        };

    /// <summary>
    /// 工程建设总投资 ≤420万元 of a project of 380万元 whose goal says what one costs and how many there are, and that this is the amount: nobody
    /// else pays, and no other year.
    /// </summary>
    private static IEnumerable<Objection> WholeInvestment(ReviewedProject project, IndicatorReview review, Measure amount)
    {
        if (WordList.IsIn(project.PlainGoal, review.Standards.Words.ManyYears)
            || WordList.IsIn(project.PlainGoal, review.Standards.Words.OtherFunds)) return [];
        var figures = ProjectFigures.Of(project);
        // 每座奖补2万元: who builds pays the rest
        var isPaid = figures.Goal.Any(price => price is { IsMoney: true, Per.Count: > 0 }
            && Array.Exists(Invested, word => price.Before.Contains(word, StringComparison.Ordinal))
            && figures.Goal.Any(count => !count.IsMoney && count.Per.Count == 0 && count.Number * price.Number == amount.Value));
        return from line in project.Indicators
               where isPaid && line.Indicator.Name.EndsWith("总投资", StringComparison.Ordinal) && review.Meaning.IsFiledAsCost(line)
                   && line.Money is { } money && AmountComparison.IsAbove(money, amount)
                   && !figures.Goal.Any(told => told.IsMoney && told.Number == money.Value)
               select Objection(project, line, line.Money!.Value, amount, isDoubtful: true);
    }

    private static readonly string[] Invested = ["投资", "造价", "单价", "建设费"];

    private static bool NamesPayer(ReviewedIndicator line, IndicatorReview review) =>
        IndicatorMeaning.ContainsAny(line.Indicator.Name, review.Standards.Words.Payers);

    /// <summary>总保费5400万元 …县级承担20%即1080万元: the goal tells the amount as a payer's share of the whole, wherever.</summary>
    private static bool IsToldAsShare(Domain.Indicators.Quantities.TextQuantity whole, ReviewedProject project, IndicatorReview review) =>
        whole.Number > project.Amount!.Value.Value && ProjectFigures.Of(project).Goal is var goal
        && goal.Zip(goal.Skip(1)).Any(pair => pair.First.Unit == "%" && pair.Second is { IsMoney: true, Per.Count: 0 }
            && pair.Second.Number == project.Amount.Value.Value && pair.First.Number * whole.Number / 100m == pair.Second.Number
            && WordList.IsIn(pair.First.Before, review.Standards.Words.Payers));

    /// <summary>总投资500万元，其中自筹300万元: the goal tells the very sum as a whole that others pay with, or that several years pay.</summary>
    private static bool IsWholeOfShares(Measure cost, ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var goal = figures.Goal;
        return goal.Where(told => told is { IsMoney: true, Per.Count: 0 } && told.Number == cost.Value)
            .Any(told => IsToldAsShare(told, project, review) || review.Meaning.SpeaksOfManyYears(told.Before)
                || figures.IsOfOtherYears(told, review.Year)
                || review.Meaning.SpeaksOfOtherFunds(goal.Where(other => other.Sentence == told.Sentence)));
    }
}
