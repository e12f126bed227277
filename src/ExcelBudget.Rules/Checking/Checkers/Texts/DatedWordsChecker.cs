using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// datedWords：有年份的提法。Phrases that belong to certain years only. Each word is «pattern=years», years as 2021,2026 or 2016-2020.
/// </summary>
internal sealed class DatedWordsChecker : ITextChecker
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, DatedWord[]> Known = [];

    public string Name => "datedWords";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var ofOtherYears = Known.GetValue(scope.Check.Words, static words => [.. words.Select(Read)])
            .Where(word => !word.Years.Contains(scope.Year)).ToArray();
        return from cell in scope.LikelyTexts()
               from word in ofOtherYears
               from match in PatternChecker.Matches(scope, word.Pattern, cell.Text).Distinct()
               select new Hit(cell.Row.Key, cell.Column, match, word.Said, match);
    }

    public IReadOnlyList<string> Patterns(TextCheckDeclaration check) => [.. check.Words.Select(word => Parts(word).Pattern)];

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count == 0) yield return "words 应至少有一条“提法=年度”，如 建党100周年=2021";
        foreach (var word in check.Words)
        {
            var (pattern, years) = Parts(word);
            if (years.Length == 0 || !Years(years).Any()) yield return $"words：“{word}”应写成“提法=年度”，年度如 2021,2026 或 2016-2020";
            else if (PatternChecker.Problem(pattern) is { } problem) yield return problem;
        }
    }

    private static DatedWord Read(string word)
    {
        var (pattern, years) = Parts(word);
        return new DatedWord(pattern, [.. Years(years)], Said(years));
    }

    /// <summary>The last «=» divides: a pattern may hold others.</summary>
    private static (string Pattern, string Years) Parts(string word) =>
        word.LastIndexOf('=') is >= 0 and var at ? (word[..at], word[(at + 1)..]) : (word, "");

    private static IEnumerable<int> Years(string years)
    {
        foreach (var part in years.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-')
                .Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0).ToArray();
            if (ends.Any(year => year is < 2000 or > 2100) || ends.Length > 2) yield break;
            for (var year = ends[0]; year <= ends[^1]; year++) yield return year;
        }
    }

    private static string Said(string years) => years.Replace(",", "、", StringComparison.Ordinal) + " 年";

    /// <summary>A phrase and the years it belongs to, as words and one by one.</summary>
    private sealed record DatedWord(string Pattern, int[] Years, string Said);
}
