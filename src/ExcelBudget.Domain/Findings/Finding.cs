namespace ExcelBudget.Domain.Findings;

/// <summary>One thing the program has to say about a budget. Rule, place, figures and sentence are kept apart.</summary>
public sealed record Finding
{
    /// <summary>Id of the rule, for example «T3-ROLLUP»: one that the pack declares, or one of the catalogue.</summary>
    public required string Rule { get; init; }

    /// <summary>Its record in the catalogue; null for the finding of a rule that the pack declares.</summary>
    public FindingKind? Kind { get; init; }

    /// <summary>One of <see cref="Findings.Category"/>.</summary>
    public required string Category { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>A sentence in Chinese that says what is wrong and what to do.</summary>
    public required string Message { get; init; }

    /// <summary>The cell, sheet, paragraph or file it speaks of; empty for the submission as a whole.</summary>
    public Place Place { get; init; } = new();

    /// <summary>项目编码 of the project concerned.</summary>
    public string? Project { get; init; }

    /// <summary>What should stand there, in the form's unit as shown.</summary>
    public FindingValue? Expected { get; init; }

    /// <summary>What stands there, in the form's unit as shown.</summary>
    public FindingValue? Actual { get; init; }

    /// <summary>Actual − expected, in the form's unit.</summary>
    public FindingValue? Difference { get; init; }

    /// <summary>Contributing cells, the likeliest cause first.</summary>
    public IReadOnlyList<Place> Related { get; init; } = [];

    /// <summary>
    /// The broken relations one cause explains, this finding's own among them, each with its own place and figures; empty for a finding
    /// that stands alone. They are not findings of their own.
    /// </summary>
    public IReadOnlyList<Finding> Ties { get; init; } = [];

    /// <summary>True when nothing is listed under it but relations that say the same of the same cells.</summary>
    public bool StandsAlone => Ties.Count == 0
        || (Ties[0].Rule == Rule && Ties.All(tie => tie.Place == Place && Equals(tie.Difference, Difference)));

    /// <summary>依据。The regulation, form or catalogue row behind the rule.</summary>
    public string? Basis { get; init; }

    /// <summary>The accountant's answer to a 疑点, read from the annotated workbook.</summary>
    public string? Answer { get; init; }

    /// <summary>情况已变化。The figures the answer was given for, where they are others now; null while the answer fits.</summary>
    public AnsweredFigures? AnswerWasFor { get; init; }

    /// <summary>Is this a 疑点 without an answer that fits its present figures?</summary>
    public bool IsOpenQuestion => Severity == Severity.Warning && (Answer is null || AnswerWasFor is not null);
}

/// <summary>A prefilled cell that was changed since the workbook was issued.</summary>
/// <param name="Place">Where.</param>
/// <param name="Before">As issued, in the form's unit; empty when the cell was blank.</param>
/// <param name="After">As returned; empty when it was cleared.</param>
public sealed record Change(Place Place, string Before, string After);

/// <summary>未检查。A rule that could not run, and why. Never counted as passed.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record Unchecked(string Rule, string Reason)
{
    /// <summary>True where nothing but forms that the workbook lacks kept the rule from running: all such rules have one cause.</summary>
    public bool IsForWantOfForms { get; init; }
}

/// <summary>未检查的一类。Rules that could not run for one cause.</summary>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="Rules">Their ids, in the rule book's order.</param>
public sealed record UncheckedGroup(string Reason, IReadOnlyList<string> Rules);
