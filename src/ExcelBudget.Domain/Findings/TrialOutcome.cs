namespace ExcelBudget.Domain.Findings;

/// <summary>
/// 试行规则。What the rules on trial would have said: reported apart, counted, and without any weight on the verdict.
/// </summary>
/// <param name="Rules">Ids of the rules on trial that ran.</param>
/// <param name="Findings">What they found.</param>
public sealed record TrialOutcome(IReadOnlyList<string> Rules, IReadOnlyList<Finding> Findings)
{
    /// <summary>No rule is on trial.</summary>
    public static readonly TrialOutcome None = new([], []);

    /// <summary>How often each rule that ran has fired, rules in their order; 0 for one that found nothing.</summary>
    public IReadOnlyList<(string Rule, int Count)> Counts() =>
        [.. Rules.Select(rule => (rule, Findings.Count(finding => finding.Rule == rule)))];
}
