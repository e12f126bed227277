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
        if ((ToldSpans.In(project.PlainGoal, review.Year) ?? BirthYears.In(project.PlainGoal, review.Year)
            ?? Conversions.In(project.PlainGoal, words)
            ?? Changes.In(project.PlainGoal) ?? Households.In(project) ?? StakeNumbers.In(project.PlainGoal)
                ?? AverageAboveMost.In(project) ?? StepOrder.InGoal(project, review) ?? TwiceDated.In(project.PlainGoal)
                    ?? Stages.In(project.PlainGoal) ?? QuarterMonths.In(project.PlainGoal) ?? ContraryBounds.In(project.PlainGoal))
            is { } told)
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: told.Text, Match: told.Reason);
        }

        foreach (var (line, reason) in StepLimits.In(project, words).Concat(SeasonTerms.In(project, review)).Concat(OwnNote.In(project))
            .Concat(StepOrder.In(project, review)).Concat(Extremes.In(project)).Concat(PaidMonths.In(project))
            .Concat(AverageAboveMost.OfLines(project)).Concat(BeforeStart.In(project, review)))
            yield return new Objection(project, line, Actual: line.Title + line.Target, Match: reason);
    }
}
