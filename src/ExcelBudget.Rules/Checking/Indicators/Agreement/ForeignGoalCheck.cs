using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignGoal：绩效目标与项目不相干。A goal of some length that shares no word with its project's name or any of its indicators was meant for another
/// project. Words that fit every project (工作, 保障) do not count.
/// </summary>
internal sealed class ForeignGoalCheck : ProjectCheck
{
    private const int FewestPairs = 5;

    /// <inheritdoc />
    public override string Name => "foreignGoal";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Indicators.Count < review.Standards.FewestIndicators
            || project.Indicators.Any(review.Meaning.IsClassified)) yield break;
        if (TellsOwnFigures(project) || GoalText.IsEmpty(project.Goal, review.Standards.Words)) yield break;
        var generic = review.Standards.Words.Generic;
        var goal = Pairs(project.Goal, generic);
        if (goal.Count < FewestPairs) yield break;
        goal.ExceptWith(Pairs(project.Name, []));
        var told = goal.Count;
        foreach (var line in project.Indicators) goal.ExceptWith(Pairs(line.Indicator.Name + "|" + line.Indicator.Value, []));
        if (goal.Count == told && told == Pairs(project.Goal, generic).Count)
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: ReviewedIndicator.Shortened(project.Goal),
                Match: project.Name);
    }

    /// <summary>True when a figure of the goal is the amount or an indicator's target: then it was meant for this project.</summary>
    private static bool TellsOwnFigures(ReviewedProject project)
    {
        var figures = ProjectFigures.Of(project);
        return figures.Goal.Any(told => (told.IsMoney && told.Number == project.Amount?.Value)
            || figures.Lines.Any(line => line.Unit == told.Unit && line.Unit != "%" && line.Number == told.Number));
    }

    /// <summary>The pairs of neighbouring Chinese characters of a text, words that say nothing of the subject left out.</summary>
    private static HashSet<(char, char)> Pairs(string text, IReadOnlyList<string> without)
    {
        text = WordList.Without(text, without);
        var pairs = new HashSet<(char, char)>();
        for (var at = 1; at < text.Length; at++)
        {
            if (IsHan(text[at - 1]) && IsHan(text[at])) pairs.Add((text[at - 1], text[at]));
        }

        return pairs;
    }

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
