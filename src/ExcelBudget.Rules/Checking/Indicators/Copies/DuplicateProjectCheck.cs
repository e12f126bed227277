using ExcelBudget.Rules.Checking.Indicators.Completeness;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// duplicateProject：项目重复列示。Two projects with the same amount whose names differ in width, brackets or a sign or two, or whose goals are
/// the same.
/// </summary>
internal sealed class DuplicateProjectCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public string Name => "duplicateProject";

    /// <inheritdoc />
    public bool NeedsIndicators => false;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var explained = TotalWithoutDuplicatesCheck.Explaining(review).Select(pair => pair.Project).ToHashSet();
        foreach (var (project, first) in DuplicateProjects.Of(review).Where(pair => !explained.Contains(pair.Project)))
        {
            // the same name and amount, sign for sign, is the rule of the form itself
            if (project.Name != first.Name)
                yield return new Objection(
                project, Part: ProjectPart.Name, Actual: project.Name, Expected: AmountSaid(project), Match: first.Name);
        }
    }

    private static string AmountSaid(ReviewedProject project) => Money.AmountComparison.Said(project.Amount!.Value.Value);
}

/// <summary>Which projects are an earlier one again.</summary>
internal static class DuplicateProjects
{
    private const int ShortestName = 6;
    private const int ShortestGoal = 8;
    private const int MostSigns = 2;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IndicatorReview,
        IReadOnlyList<(ReviewedProject Project, ReviewedProject First)>> Known = [];

    /// <summary>Each such project with the one it repeats.</summary>
    public static IReadOnlyList<(ReviewedProject Project, ReviewedProject First)> Of(IndicatorReview review) =>
        Known.GetValue(review, Find);

    /// <summary>True when one of two projects is the other again.</summary>
    public static bool IsPair(IndicatorReview review, ReviewedProject project, ReviewedProject other) =>
        Of(review).Any(
            pair => ReferenceEquals(pair.Project, project) && (ReferenceEquals(pair.First, other) || pair.First.Name == other.Name));

    private static List<(ReviewedProject, ReviewedProject)> Find(IndicatorReview review)
    {
        var found = new List<(ReviewedProject, ReviewedProject)>();
        foreach (var alike in review.Projects.Where(project => project.Amount is { Value: > 0m })
            .GroupBy(project => project.Amount!.Value.Value).Where(group => group.Skip(1).Any()))
        {
            var seen = new List<ReviewedProject>();
            foreach (var project in alike)
            {
                if (seen.Find(other => IsSame(project, other)) is { } first) found.Add((project, first));
                else seen.Add(project);
            }
        }

        return found;
    }

    private static bool IsSame(ReviewedProject project, ReviewedProject other)
    {
        var (one, two) =
            (GoalText.Substance(project.Name.Normalize(System.Text.NormalizationForm.FormKC)),
            GoalText.Substance(other.Name.Normalize(System.Text.NormalizationForm.FormKC)));
        if (one == two) return true;
        var (goal, goalOfOther) = (GoalText.Substance(project.Goal), GoalText.Substance(other.Goal));
        if (goal.Length >= ShortestGoal && goal == goalOfOther) return true;
        // 一期 and 二期, 2023 and 2024 differ by one sign that matters
        return Math.Min(one.Length, two.Length) >= ShortestName && IsWithin(one, two)
            && (goal.Length == 0 || goalOfOther.Length == 0 || new Shingles(goal).Copies(new Shingles(goalOfOther)));
    }

    /// <summary>True when one text becomes the other by adding or leaving out at most two signs in one place.</summary>
    private static bool IsWithin(string one, string two)
    {
        if (Math.Abs(one.Length - two.Length) is 0 or > MostSigns) return false;
        var start = 0;
        while (start < Math.Min(one.Length, two.Length) && one[start] == two[start]) start++;
        var end = 0;
        while (end < Math.Min(one.Length, two.Length) - start && one[^(end + 1)] == two[^(end + 1)]) end++;
        return start + end >= Math.Min(one.Length, two.Length);
    }
}
