using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// productMismatch：算式与金额不符。A product written out in an indicator that is above the project's amount, or not what the text says it is.
/// </summary>
internal sealed class ProductCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "productMismatch";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if ((line.Indicator.Raw.Length > 0 ? Product.In(line.Indicator.Raw) : Product.In(line.Indicator.Value, line.Indicator.Unit))
            is not { } product) return null;
        if (!product.NamesMoney && !review.Meaning.NamesCost(line)) return null;
        if (product.Stated is { } stated && Math.Abs(stated - product.Yuan) > product.HalfDigit)
        {
            return new Objection(
                project, line, Actual: AmountComparison.Said(stated), Expected: AmountComparison.Said(product.Yuan), Match: product.Text);
        }

        return project.Amount is { Value: > 0m } amount && AmountComparison.IsAbove(Measure.Money(product.Yuan), amount)
            && !AmountComparison.IsOfManyYears(project, line, review.Meaning)
            ? new Objection(
                project, line, Actual: AmountComparison.Said(product.Yuan), Expected: AmountComparison.Said(amount.Value),
                Match: product.Text)
            {
                IsDoubtful = review.Meaning.SpeaksOfOtherFunds(ProjectFigures.Of(project).Goal),
            }
            : null;
    }
}
