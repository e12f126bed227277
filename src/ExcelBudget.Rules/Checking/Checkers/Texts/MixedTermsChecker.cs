using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// mixedTerms：称谓混用。Texts of one form that use words of more than one of the declared patterns; found at the first word that differs from
/// what came before.
/// </summary>
internal sealed class MixedTermsChecker : ITextChecker
{
    public string Name => "mixedTerms";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        (string Pattern, string Word)? first = null;
        foreach (var (row, column, text) in scope.Texts())
        {
            foreach (var pattern in scope.Check.Words)
            {
                if (PatternChecker.Matches(scope, pattern, text).FirstOrDefault() is not { } word) continue;
                first ??= (pattern, word);
                if (first.Value.Pattern == pattern) continue;
                yield return new Hit(row.Key, column, word, first.Value.Word, word);
                yield break;
            }
        }
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack)
    {
        if (check.Words.Count < 2) yield return "words 应至少有两种称谓";
        foreach (var problem in check.Words.Select(PatternChecker.Problem).OfType<string>()) yield return problem;
    }
}
