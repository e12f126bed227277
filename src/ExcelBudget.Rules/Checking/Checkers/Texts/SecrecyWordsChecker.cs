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
        var classified = ClassifiedProjects.Of(scope.Figures.Book.Pack, scope.Figures.Budget);
        return _pattern.Check(scope)
            // a cell that says nothing but 涉密 is the matter of classifiedUnmarked
            .Where(hit => classified is null
                || !(classified.IsWord(hit.Actual?.ToString() ?? "")
                || classified.Covers(new CellAddress(scope.Form.Id, hit.Row, hit.Column))))
            // the text of a project quotes 涉密 for the indicators that are marked for themselves
            .Where(hit => classified is null || !(classified.IsWord(hit.Match ?? "") && classified.HasMarkedRows(hit.Row)))
            .DistinctBy(hit => hit.Row);
    }

    public IEnumerable<string> Problems(TextCheckDeclaration check, Pack pack) => _pattern.Problems(check, pack);
}
