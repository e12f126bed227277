using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Classified;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// secrecyWords：密级用语。Words of secrecy in what will be published, outside projects and indicators marked 涉密; one finding a row.
/// </summary>
internal sealed class SecrecyWordsChecker : ITextChecker
{
    private readonly PatternChecker _pattern = new();

    public string Name => "secrecyWords";

    public bool LooksAt(FormDefinition form) => _pattern.LooksAt(form);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var classified = new Lazy<ClassifiedProjects?>(() => ClassifiedProjects.Of(scope.Figures.Book.Pack, scope.Figures.Budget));
        // a cell that says nothing but 涉密 is the matter of classifiedUnmarked
        var texts = scope.LikelyTexts().Where(cell => classified.Value is not { } projects
            || !(projects.IsWord(cell.Text) || projects.Covers(new CellAddress(scope.Form.Id, cell.Row.Key, cell.Column))));
        return PatternChecker.Check(scope, texts)
            // the text of a project quotes 涉密 for the indicators that are marked for themselves
            .Where(hit => classified.Value is not { } projects || !(projects.IsWord(hit.Match ?? "") && projects.HasMarkedRows(hit.Row)))
            .DistinctBy(hit => hit.Row);
    }

    public IReadOnlyList<string> Patterns(TextCheckDeclaration check) => _pattern.Patterns(check);

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack) => _pattern.Problems(check, pack);
}
