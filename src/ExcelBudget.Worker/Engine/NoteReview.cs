using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// A workbook is accepted only if its note would be: what the note lacks, and what a check of the note written from it would say, is
/// told at the text of the workbook that says it.
/// </summary>
/// <param name="template">The pack's note.</param>
/// <param name="checker">What checks notes of the pack.</param>
internal sealed class NoteReview(Lazy<NoteTemplate> template, Lazy<NoteChecker> checker)
{
    /// <summary>Errors and 疑点 of the note; its figures are compared only when those of the workbook have no error.</summary>
    /// <param name="figures">The budget as the note publishes it.</param>
    /// <param name="told">What is said about the workbook already: it is not said twice.</param>
    public IEnumerable<Finding> Find(BudgetFigures figures, IReadOnlyCollection<Finding> told)
    {
        var draft = template.Value.Draft(figures);
        // a rule that asks for the same text with better words (which change is large) speaks alone
        var asked = told.Where(finding => finding.Category == Category.MissingExplanation)
            .Select(finding => finding.Place.Address).ToHashSet();
        foreach (var gap in NoteGaps.Find(figures, draft.Gaps).Where(gap => !asked.Contains(gap.Place.Address))) yield return gap;
        if (told.Any(finding => finding.Severity == Severity.Error && !asked.Contains(finding.Place.Address))) yield break;
        var check = checker.Value.Review(draft, figures);
        foreach (var (finding, origin) in check.Findings.Zip(check.Origins)
            .Where(pair => pair.First.Severity != Severity.Info && !IsGap(pair.First)))
        {
            var place = PlaceOf(figures, finding, origin);
            if (!told.Any(other => other.Category == finding.Category && other.Place.Address == place)) yield return Told(finding, place);
        }
    }

    private static bool IsGap(Finding finding) => finding.Actual is { } said && Notes.NoteWriting.IsGap(said.ToString());

    private static CellAddress PlaceOf(BudgetFigures figures, Finding finding, CellAddress? origin)
    {
        if ((origin ?? finding.Place.Address ?? (finding.Related is [var first, ..] ? first.Address : null)) is { } cell) return cell;
        var texts = figures.Book.Pack.Forms.FirstOrDefault(form => form.Rows.Any(rows => rows is RowGroup.Texts))
            ?? figures.Book.Pack.Forms[0];
        return new CellAddress(texts.Id, default, default);
    }

    private static Finding Told(Finding finding, CellAddress place) => finding with
    {
        Place = new Place(Address: place),
        Message = $"写进情况说明后{(finding.Severity == Severity.Error ? "通不过核对" : "有疑点")}（“{finding.Place.Sentence}”）：{finding.Message}",
    };
}
