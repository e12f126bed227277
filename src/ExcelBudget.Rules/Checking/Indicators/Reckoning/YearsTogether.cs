using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>两年之和。2023年已修复5200页, this year 6500页, 两年累计12700页: last year's figure and one of this year's make the total.</summary>
internal static class YearsTogether
{
    private const decimal Near = 0.2m;

    /// <summary>The total of two years that last year and no figure of this year make; null where one does.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var words = review.Standards.Words.TwoYears;
        if (!WordList.IsIn(project.PlainGoal, words)) return null;
        foreach (var total in figures.Goal.Where(told => told is { IsMoney: false, Per.Count: 0, IsAbout: false } && told.Unit != "%"
            && WordList.IsIn(told.Before, words)))
        {
            var alike = figures.Goal.Where(told => told.Unit == total.Unit && told.Per.Count == 0 && !ReferenceEquals(told,
                total)).ToArray();
            if (alike.Where(told => told.IsOfOtherYears(review.Year) && told.Sentence == total.Sentence).ToArray()
                is not [var past]) continue;
            var own = Array.FindAll(alike, told => !told.IsOfOtherYears(review.Year));
            if (own.Length == 0 || Array.Exists(own, told => told.Number + past.Number == total.Number)) continue;
            var nearest = own.MinBy(told => Math.Abs(told.Number + past.Number - total.Number))!;
            var made = nearest.Number + past.Number;
            if (Math.Abs(made - total.Number) <= Near * total.Number)
                return new Miscount(Figures.Plain(made) + total.Unit, $"{past.Text}＋{nearest.Text}", total.Text);
        }

        return null;
    }
}
