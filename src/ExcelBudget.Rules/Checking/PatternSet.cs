using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// The regular expressions of one rule, asked together whether any of them can be found in a text: most texts hold none. Those that need
/// certain words are tried where the words are, the others are joined into one. Thread-safe.
/// </summary>
public sealed partial class PatternSet
{
    // far beyond what a sound pattern needs on the longest text; a runaway one must not hold up a workbook
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly ConditionalWeakTable<IReadOnlyList<string>, PatternSet> Known = [];

    private readonly Regex? _joined;
    private readonly Regex[] _apart;
    private readonly (NeededWords Words, Lazy<Regex> Pattern)[] _worded;
    private readonly WordSet _needed;
    private readonly WordSet? _neededInPart;

    private PatternSet(IReadOnlyList<string> patterns)
    {
        _worded = [.. patterns.Select(pattern => (Words: NeededWords.Of(pattern), pattern)).Where(pair => pair.Words is not null)
            .Select(pair => (pair.Words!, new Lazy<Regex>(() => new Regex(pair.pattern, RegexOptions.CultureInvariant, Patience))))];
        _needed = new WordSet([.. _worded.SelectMany(pattern => pattern.Words.Leading).Distinct()]);
        _neededInPart = NeededWords.OneOf(patterns) is { } needed ? new WordSet(needed) : null;
        var others = patterns.Where(pattern => NeededWords.Of(pattern) is null).ToArray();
        var joined = others.Where(pattern => !NeedsItsGroups().IsMatch(pattern)).ToArray();
        _joined = joined.Length == 0 ? null : new Regex(
            string.Join('|', joined.Select(pattern => $"(?:{pattern})")),
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience);
        _apart = [.. others.Where(pattern => NeedsItsGroups().IsMatch(pattern))
            .Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant, Patience))];
    }

    /// <summary>The set of a rule's patterns, made once for as long as the rule is there.</summary>
    /// <param name="patterns">Sound regular expressions.</param>
    /// <exception cref="RegexParseException">One is not sound.</exception>
    public static PatternSet Of(IReadOnlyList<string> patterns) => Known.GetValue(patterns, static list => new PatternSet(list));

    /// <summary>
    /// False when none of the patterns is found in a text, nor in one of which a part is put out of sight (<see cref="OwnName.Masked"/>).
    /// No pattern is tried.
    /// </summary>
    public bool MayHoldInPart(string text) => _neededInPart?.IsIn(text) ?? true;

    /// <summary>False when none of the patterns is found in a text; true also where a pattern that runs away left it open.</summary>
    public bool MayHold(string text)
    {
        try
        {
            if (_needed.IsIn(text))
            {
                foreach (var (words, pattern) in _worded)
                {
                    if (words.AreIn(text) && pattern.Value.IsMatch(text)) return true;
                }
            }

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
