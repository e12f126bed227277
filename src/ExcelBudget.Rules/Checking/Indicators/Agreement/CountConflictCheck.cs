using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countConflict：人数、次数前后不一致。A count in the goal or the name that contradicts the indicator which counts the same thing in the same
/// unit. Only when that indicator is the only one it can mean.
/// </summary>
public sealed class CountConflictCheck : ProjectCheck
{
    private const int Kin = 2;

    /// <inheritdoc />
    public override string Name => "countConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var told = Quantity.In(project.Name, words).Concat(Quantity.In(project.Goal, words)).ToArray();
        foreach (var line in project.Indicators.Where(review.Meaning.IsCount))
        {
            var same = told.Where(quantity => IsAbout(quantity, line) && !project.Indicators.Any(other => !ReferenceEquals(other, line) && IsAbout(quantity, other))).ToArray();
            if (same.Length > 0 && !Array.Exists(same, quantity => Agrees(quantity.Number, line)))
            {
                yield return new Objection(project, line, Actual: line.Target, Expected: same[0].Text, Match: same[0].Text);
            }
        }
    }

    private static bool IsAbout(Quantity quantity, ReviewedIndicator line) =>
        line.Number is not null && Same(quantity.Unit) == Same(line.Unit) && quantity.Kinship(line.Indicator.Name) >= Kin;

    private static bool Agrees(decimal number, ReviewedIndicator line) => line.Indicator.Operator switch
    {
        TargetOperator.AtLeast or TargetOperator.MoreThan => number >= line.Number,
        TargetOperator.AtMost or TargetOperator.LessThan => number <= line.Number,
        _ => number == line.Number,
    };

    private static string Same(string unit) => unit == "名" ? "人" : unit;
}
