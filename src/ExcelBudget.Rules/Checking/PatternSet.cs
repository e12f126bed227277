using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// The regular expressions of one rule, joined into one that tells in a single pass whether any of them can be found in a text: most texts
/// hold none. Thread-safe.
/// </summary>
public sealed partial class PatternSet
{
    // far beyond what a sound pattern needs on the longest text; a runaway one must not hold up a workbook
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, PatternSet> Known = [];

    private readonly Regex? _joined;
    private readonly Regex[] _apart;

    private PatternSet(IReadOnlyList<string> patterns)
    {
        var joined = patterns.Where(pattern => !NeedsItsGroups().IsMatch(pattern)).ToArray();
        _joined = joined.Length == 0 ? null : new Regex(
            string.Join('|', joined.Select(pattern => $"(?:{pattern})")),
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
        _apart = [.. patterns.Where(pattern => NeedsItsGroups().IsMatch(pattern))
            .Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant, Patience))];
    }

    /// <summary>The set of a rule's patterns, made once for as long as the rule is there.</summary>
    /// <param name="patterns">Sound regular expressions.</param>
    /// <exception cref="RegexParseException">One is not sound.</exception>
    public static PatternSet Of(IReadOnlyList<string> patterns) => Known.GetValue(patterns, static list => new PatternSet(list));

    /// <summary>False when none of the patterns is found in a text; true also where a pattern that runs away left it open.</summary>
    public bool MayHold(string text)
    {
        try
        {
            return _joined?.IsMatch(text) == true || Array.Exists(_apart, pattern => pattern.IsMatch(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>
    /// A pattern with a group it refers to, a named group, a condition, an option or a comment means something else when joined.
    /// </summary>
    [GeneratedRegex(@"\\[1-9k]|\(\?(?:<[^=!]|[('imnsx#-])", RegexOptions.CultureInvariant)]
    private static partial Regex NeedsItsGroups();
}
