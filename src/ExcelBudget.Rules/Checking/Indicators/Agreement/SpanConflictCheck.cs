using ExcelBudget.Rules.Checking.Indicators.Spans;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// spanConflict：起止、年限、时限与所写的数不符。A span of time against the months, days or years told of it, birth years against ages, a measure in two
/// units, a limit that ends before an earlier step's, a day behind the season it must precede, a target against its own note.
/// </summary>
internal sealed class SpanConflictCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "spanConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if ((ToldSpans.In(project.Goal, review.Year) ?? BirthYears.In(project.Goal, review.Year) ?? Conversions.In(project.Goal, words)
            ?? Changes.In(Plain(project.Goal)) ?? Households.In(project) ?? StepOrder.InGoal(project, review))
            is { } told)
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Text, Match: told.Reason);
        }

        foreach (var (line, reason) in StepLimits.In(project, words).Concat(SeasonTerms.In(project, review)).Concat(OwnNote.In(project))
            .Concat(StepOrder.In(project, review)).Concat(Extremes.In(project)).Concat(PaidMonths.In(project)))
            yield return new Objection(project, line, Actual: line.Target, Match: reason);
    }

    /// <summary>２０２５年 is a year too.</summary>
    private static string Plain(string goal) => goal.AsSpan().IndexOfAnyInRange('０', '９') >= 0
        ? goal.Normalize(System.Text.NormalizationForm.FormKC) : goal;
}
