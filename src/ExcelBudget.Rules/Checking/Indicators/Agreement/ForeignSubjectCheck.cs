namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignSubject：指标与项目不相干。An indicator with a figure that names another project's subject (专委会工作成本 in 常委会工作经费), which
/// neither its own project's name nor goal mentions.
/// </summary>
internal sealed class ForeignSubjectCheck : IIndicatorCheck
{
    private const int ShortestSubject = 3;

    /// <inheritdoc />
    public string Name => "foreignSubject";

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var subjects = review.Projects.Select(project => (Project: project, Subject: review.Meaning.Subject(project.Name)))
            .Where(pair => pair.Subject.Length >= ShortestSubject).ToArray();
        var byStart = subjects.ToLookup(pair => pair.Subject[..ShortestSubject], StringComparer.Ordinal);
        var starts = new WordSet([.. byStart.Select(group => group.Key)]);
        return from project in review.Projects
               from line in project.Indicators
               where line.Number is not null && starts.IsIn(line.Indicator.Name)
               let other = Named(line.Indicator.Name, byStart).FirstOrDefault(pair => !Mentions(project, pair.Subject))
               where other.Project is not null
               select new Objection(project, line, Actual: line.Target, Expected: other.Project.Name, Match: other.Subject);
    }

    /// <summary>Subjects that a name holds, found by their first signs.</summary>
    private static IEnumerable<(ReviewedProject Project, string Subject)> Named(
        string name, ILookup<string, (ReviewedProject Project, string Subject)> byStart) =>
        from at in Enumerable.Range(0, Math.Max(0, name.Length - ShortestSubject + 1))
        from pair in byStart[name.Substring(at, ShortestSubject)]
        where string.CompareOrdinal(name, at, pair.Subject, 0, pair.Subject.Length) == 0
        select pair;

    private static bool Mentions(ReviewedProject project, string subject) =>
        project.Name.Contains(subject, StringComparison.Ordinal) || project.Goal.Contains(subject, StringComparison.Ordinal);
}
