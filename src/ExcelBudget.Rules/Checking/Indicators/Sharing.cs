namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What most projects of a workbook share comes from the form they were copied from, and is told once.</summary>
internal static class Sharing
{
    private const int Fewest = 3;

    /// <summary>
    /// The objections, those that at least half of the projects (and three) share in one: at the first project, with the others named.
    /// </summary>
    /// <param name="objections">Of one check, in order.</param>
    /// <param name="review">What was checked.</param>
    /// <param name="kind">What makes two objections the same; null for one that stands for itself.</param>
    public static IEnumerable<Objection> Told(IEnumerable<Objection> objections, IndicatorReview review, Func<Objection, string?> kind)
    {
        var all = objections.ToArray();
        if (all.Length == 0) yield break;
        var shared = all.Where(objection => kind(objection) is not null).GroupBy(kind)
            .Where(group => group.Select(objection => objection.Project.Key).Distinct().Count() is var count && count >= Fewest
                && count * 2 >= review.Projects.Count)
            .ToDictionary(group => group.Key!, group => group.ToArray(), StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var objection in all)
        {
            if (kind(objection) is not { } key || !shared.TryGetValue(key, out var group)) yield return objection;
            else if (told.Add(key)) yield return One(objection, group);
        }
    }

    private static Objection One(Objection first, Objection[] group) => first with
    {
        Others = [.. group.Select(objection => objection.Project).Where(project => project.Key != first.Project.Key)
            .DistinctBy(project => project.Key)],
        Also = [.. group.Select(objection => objection.At).OfType<ReviewedIndicator>()],
    };
}
