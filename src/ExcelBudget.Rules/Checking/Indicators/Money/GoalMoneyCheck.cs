using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// goalMoney：目标中的金额高于项目金额。Money in a goal above the project's amount. Prices for one, totals of several years, income and what
/// is brought about are not compared; neither is money that adds up to less.
/// </summary>
public sealed partial class GoalMoneyCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "goalMoney";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || review.Meaning.SpeaksOfManyYears(project.Name)) yield break;
        foreach (var clause in Clauses().Split(project.Goal))
        {
            if (review.Meaning.IsMoneyOfAnotherKind(clause)) continue;
            foreach (Match match in Amounts().Matches(clause))
            {
                var number = FigureReader.Read(match.Groups["number"].Value).Number;
                if (ReviewedIndicator.MoneyOf(number, match.Groups["unit"].Value) is { } money && AmountComparison.IsAbove(money, amount))
                {
                    yield return new Objection(project, Part: ProjectPart.Goal, Actual: match.Value, Expected: AmountComparison.Said(amount.Value), Match: match.Value);
                }
            }
        }
    }

    [GeneratedRegex(@"[，。；！？,;\n]")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"(?<![\d.])(?<number>\d{1,12}(\.\d{1,6})?)\s*(?<unit>[百千万亿]{0,2}元)(?!\s*[/／每·*×])")]
    private static partial Regex Amounts();
}
