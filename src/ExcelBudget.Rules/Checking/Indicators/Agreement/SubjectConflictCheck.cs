using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Subjects;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// subjectConflict：数同而所指不同。An indicator carries the goal's very figure, but of another age, class, named place or thing than the goal
/// tells it of; or it sets a price for what the goal gives for nothing.
/// </summary>
internal sealed class SubjectConflictCheck : ProjectCheck
{
    /// <summary>良种覆盖率: a rate and what it is of.</summary>
    private const int Rate = 4;

    /// <inheritdoc />
    public override string Name => "subjectConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        foreach (var line in project.Indicators)
        {
            if ((Ages.AsFigure(line, project) ?? Ages.Outside(line, project) ?? Ages.OfOtherSpan(line, project) ?? Ages.BelowName(line,
                project) ?? Grades.Against(line,
                project,
                review.Standards.Words)) is { } beyond)
                yield return new Objection(project, line, Actual: beyond.Set, Expected: beyond.Told);
        }

        foreach (var line in figures.Lines)
        {
            if (NameSlips.In(line, figures, review.Standards.Words) is { } slip)
            {
                yield return new Objection(project, line.Line, Actual: slip.Set, Expected: slip.Told);
                continue;
            }

            if (FreeOfCharge.Against(line, project, review.Standards.Words) is { } free)
            {
                yield return new Objection(project, line.Line, Actual: line.Line.Title, Expected: free);
                continue;
            }

            var same = figures.Goal.Where(told => IsSame(told, line)).ToArray();
            if (same is not [var only]) continue;
            if ((Ages.Against(line, only, project) ?? RivalThings.Against(line, only, project, review.Standards.Words)
                ?? NamedThings.Against(line, project, review.Standards.Words)) is { } other)
            {
                yield return new Objection(project, line.Line, Actual: other.Set, Expected: other.Told);
            }
        }
    }

    /// <summary>良种覆盖率由68%提高到74% beside 生猪良种覆盖率 ≥74%: many rates are 95 %, so the words are to be the same.</summary>
    private static bool EndsAlike(TextQuantity told, LineQuantity line) => line.Line.Stem.Length > Rate
        && told.Lead.Contains(line.Line.Stem[^Rate..], StringComparison.Ordinal);

    /// <summary>The figure that the goal tells, of whatever it tells it.</summary>
    private static bool IsSame(TextQuantity told, LineQuantity line) => told.Unit == line.Unit && told.Number == line.Number
        && (told.Unit != "%" || EndsAlike(told, line)) && told.Per.Count == line.Per.Count && told.Per.All(line.Per.Contains);
}
