using System.Globalization;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Ledger;

/// <summary>试行规则 in the returns: in how many the rule ran, in how many it fired, and how often.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Ran">In how many returns it ran.</param>
/// <param name="Fired">In how many of them it found something.</param>
/// <param name="Places">How many places it found in all.</param>
internal sealed record TrialCount(string Rule, int Ran, int Fired, int Places);

/// <summary>How often rules on trial fired, as a row of the ledger keeps it: «ID=3 ID=0», in the rules' order.</summary>
internal static class TrialCounts
{
    /// <summary>The counts of one return.</summary>
    public static string Text(TrialOutcome trial) => string.Join(' ', trial.Counts()
        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Rule.Replace(' ', '_')}={pair.Count}")));

    /// <summary>The counts of many returns, rules in the order they were first met.</summary>
    public static IReadOnlyList<TrialCount> Sum(IEnumerable<string> texts) =>
    [
        .. texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Pair).GroupBy(pair => pair.Rule)
            .Select(rule => new TrialCount(rule.Key, rule.Count(), rule.Count(pair => pair.Count > 0), rule.Sum(pair => pair.Count))),
    ];

    private static (string Rule, int Count) Pair(string text)
    {
        var at = text.LastIndexOf('=');
        return (text[..at], int.Parse(text.AsSpan(at + 1), CultureInfo.InvariantCulture));
    }
}
