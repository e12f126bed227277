using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// pattern：文字模式。Texts in which one of the declared regular expressions is found; one finding for each different match in a cell.
/// </summary>
internal sealed class PatternChecker : ITextChecker
{
    // far beyond what a sound pattern needs on the longest text; a runaway one must not hold up a workbook
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private static readonly ConcurrentDictionary<string, (NeededWords? Words, Lazy<Regex> Regex)> Compiled = new(StringComparer.Ordinal);

    public string Name => "pattern";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope) => Check(scope, scope.LikelyTexts());

    /// <summary>What it finds in some texts of a form.</summary>
    internal static IEnumerable<Hit> Check(CheckScope scope, IEnumerable<(RowView Row, ColumnId Column, string Text)> texts)
    {
        var (own, patterns) = (new OwnName(scope.Figures.Budget.Identity), PatternSet.Of(scope.Check.Words));
        foreach (var (row, column, text) in texts)
        {
            var beside = own.Masked(text);
            // most texts hold none
            if (!patterns.MayHold(beside)) continue;
            List<string>? found = null;
            foreach (var word in scope.Check.Words)
            {
                foreach (var match in Matches(scope, word, beside))
                {
                    if (found?.Contains(match) != true) (found ??= []).Add(match);
                }
            }

            if (found is null) continue;
            // «120%» says nothing that «≥120%» has not said
            foreach (var match in found.Where(
                match => !found.Any(other => other.Length > match.Length && other.Contains(match, StringComparison.Ordinal))))
            {
                yield return new Hit(row.Key, column, text, Match: match);
            }
        }
    }

    public IReadOnlyList<string> Patterns(TextCheckDeclaration check) => check.Words;

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count == 0) yield return "words 应至少有一个正则表达式";
        foreach (var word in check.Words)
        {
            if (Problem(word) is { } problem) yield return problem;
        }
    }

    /// <summary>What is wrong with a pattern, in Chinese; null for a sound one.</summary>
    internal static string? Problem(string word)
    {
        try
        {
            _ = Pattern(word);
            return null;
        }
        catch (RegexParseException broken)
        {
            return $"words 中的正则表达式“{word}”在第 {broken.Offset} 个字符处有误：{broken.Error}";
        }
    }

    /// <summary>Where a pattern is found in a text; a pattern that runs away leaves the check unfinished and says so.</summary>
    internal static string[] Matches(CheckScope scope, string word, string text)
    {
        try
        {
            var (words, lazy) = Known(word);
            // most texts have no match, and a collection of matches is dear
            if (words?.AreIn(text) == false) return [];
            var pattern = lazy.Value;
            return pattern.IsMatch(text) ? [.. pattern.Matches(text).Select(match => match.Value)] : [];
        }
        catch (RegexMatchTimeoutException)
        {
            scope.NotChecked($"文字过长，正则表达式“{word}”未能及时查完");
            return [];
        }
    }

    private static Regex Pattern(string word) => Known(word).Regex.Value;

    private static (NeededWords? Words, Lazy<Regex> Regex) Known(string word) => Compiled.GetOrAdd(word, static pattern =>
        (NeededWords.Of(pattern), new Lazy<Regex>(() => new Regex(pattern, RegexOptions.CultureInvariant, Patience))));
}
