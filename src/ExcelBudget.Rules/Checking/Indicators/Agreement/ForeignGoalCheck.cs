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
        var goal = Pairs(WordList.Without(project.Goal, review.Standards.Words.Generic));
        if (goal.Count >= FewestPairs && !HoldsOne(goal, project.Name)
            && !project.Indicators.Any(line => HoldsOne(goal, line.Indicator.Name) || HoldsOne(goal, line.Indicator.Value)))
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

    /// <summary>The pairs of neighbouring Chinese characters of a text.</summary>
    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var at = 1; at < text.Length; at++)
        {
            if (IsPair(text, at)) pairs.Add(Pair(text, at));
        }

        return pairs;
    }

    private static bool HoldsOne(HashSet<int> pairs, string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (IsPair(text, at) && pairs.Contains(Pair(text, at))) return true;
        }

        return false;
    }

    private static bool IsPair(string text, int at) => IsHan(text[at - 1]) && IsHan(text[at]);

    private static int Pair(string text, int at) => (text[at - 1] << 16) | text[at];

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
