namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>
/// One reason to object to goals and indicators. A check knows no form and no word of a province: those are the pack's. Severity,
/// category and sentence stand in rules.yaml.
/// </summary>
internal interface IIndicatorCheck
{
    /// <summary>Its name in rules.yaml.</summary>
    string Name { get; }

    /// <summary>True when it cannot run without the indicators.</summary>
    bool NeedsIndicators => true;

    /// <summary>What it objects to.</summary>
    IEnumerable<Objection> Check(IndicatorReview review);
}

/// <summary>A check that looks at one project after the other.</summary>
internal abstract class ProjectCheck : IIndicatorCheck
{
    /// <inheritdoc />
    public abstract string Name { get; }

    /// <inheritdoc />
    public virtual bool NeedsIndicators => true;

    /// <inheritdoc />
    public IEnumerable<Objection> Check(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        var all = new List<Objection>();
        foreach (var project in review.Projects)
        {
            var told = all.Count;
            try
            {
                Add(project, review, all);
            }
            catch (ArithmeticException)
            {
                // figures beyond all measure make nothing that could be told, and stop no other project
                all.RemoveRange(told, all.Count - told);
            }
        }

        return all.Count == 0 ? all : Sharing.Told(all, review, Shared);
    }

    /// <summary>Adds what it objects to in one project.</summary>
    private protected virtual void Add(ReviewedProject project, IndicatorReview review, List<Objection> all)
    {
        // mostly nothing: adding a range asks first what kind of collection it is, which takes longer
        foreach (var objection in Check(project, review)) all.Add(objection);
    }

    /// <summary>
    /// What makes an objection the same as other projects', when a form they were copied from is its cause; null for one that stands for
    /// itself.
    /// </summary>
    protected virtual string? Shared(Objection objection) => null;

    /// <summary>What it objects to in one project.</summary>
    protected abstract IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review);
}

/// <summary>A check that looks at one indicator after the other. Indicators whose content is not published say nothing.</summary>
internal abstract class LineCheck : ProjectCheck
{
    /// <inheritdoc />
    protected sealed override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var all = new List<Objection>();
        Add(project, review, all);
        return all;
    }

    private protected sealed override void Add(ReviewedProject project, IndicatorReview review, List<Objection> all)
    {
        foreach (var line in project.Memory.OpenOf(project, review.Meaning))
        {
            if (Objects(project, line, review) is { } objection) all.Add(objection);
        }
    }

    /// <summary>What it objects to in one indicator; null for nothing.</summary>
    protected abstract Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review);
}
