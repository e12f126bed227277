using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// A workbook is accepted only if its note would be: what the note lacks, and what a check of the note written from it would say, is
/// told at the text of the workbook that says it, and in the same round as what is wrong with the figures.
/// </summary>
/// <param name="template">The pack's note.</param>
/// <param name="checker">What checks notes of the pack.</param>
internal sealed class NoteReview(Lazy<NoteTemplate> template, Lazy<NoteChecker> checker)
{
    /// <summary>Facts left blank whose choices are tried one by one.</summary>
    private const int MostFacts = 2;

    /// <summary>
    /// Errors and 疑点 of the note. What rests on figures of which nobody knows yet whether they are right is left for later.
    /// </summary>
    /// <param name="figures">The budget as the note publishes it, with every decided cause put right.</param>
    /// <param name="issued">What was issued.</param>
    /// <param name="told">What is said about the workbook already: it is not said twice.</param>
    /// <param name="known">What the note would say, where it was written before; null otherwise.</param>
    public IEnumerable<Finding> Find(
        BudgetFigures figures, IssuedFigures issued, IReadOnlyCollection<Finding> told, NoteDraft? known = null)
    {
        var draft = known ?? template.Value.Draft(figures);
        foreach (var gap in NoteGaps.Find(figures, CertainGaps(figures, draft, told), draft.Places)) yield return gap;
        if (told.Any(KeepsFromReading)) yield break;
        var doubt = new Doubt(figures, issued, told);
        var reviewed = Reviewed(figures, draft).Where(each => !doubt.IsAbout(each.Finding)).ToArray();
        var explained = new ChangedBehindNote(figures, issued)
            .Explained(reviewed, restored => Reviewed(restored, template.Value.Draft(restored)));
        foreach (var (finding, place) in explained)
        {
            if (!told.Any(other => other.Category == finding.Category && (other.Place.Address == place || IsSameNumber(other, finding))))
                yield return finding;
        }
    }

    /// <summary>False when nothing in the note of a budget is an error, provided that nothing else is wrong with it.</summary>
    /// <param name="figures">The budget as the note publishes it.</param>
    /// <param name="draft">What the note would say.</param>
    public bool MayReturn(BudgetFigures figures, out NoteDraft draft)
    {
        draft = template.Value.Draft(figures);
        return NoteGaps.Find(figures, draft.Gaps, draft.Places).Any()
            || checker.Value.ReviewForErrors(draft, figures).Findings
                .Any(finding => finding.Severity == Severity.Error && !IsGap(finding));
    }

    /// <summary>
    /// A text that agrees once a slipped figure is put back is no fault of its own: it is told with the figure.
    /// </summary>
    /// <param name="figures">The budget as the note publishes it.</param>
    /// <param name="issued">What was issued.</param>
    /// <param name="told">What is said about the workbook.</param>
    /// <param name="ofNote">What is said about its note.</param>
    public (Finding[] Told, Finding[] OfNote) WithSlips(BudgetFigures figures, IssuedFigures issued, Finding[] told, Finding[] ofNote)
    {
        Finding[] slips = [.. told.Where(
            finding => finding is { Severity: Severity.Warning, Expected: not null, Place.Address: { } cell }
            && finding.Kind?.Category == Category.ImplausibleAmount && issued.Cells.Contains(cell))];
        if (slips.Length == 0 || ofNote.Length == 0) return (told, ofNote);
        var said = Said(figures);
        foreach (var slip in slips)
        {
            var left = Said(new FigureSources(figures, issued).PutBack([slip.Place.Address!.Value]));
            Finding[] gone = [.. ofNote.Where(finding => finding.Place.Address is { } at
                && said.Contains((finding.Rule, at)) && !left.Contains((finding.Rule, at)))];
            if (gone.Length == 0) continue;
            ofNote = [.. ofNote.Except(gone)];
            told = [.. told.Select(finding => finding != slip ? finding : slip with
            {
                Message = slip.Message + CauseSentences.AlsoInNote.With(
                    ("text", new CellLabels(figures).Row(gone[0].Place.Address!.Value))),
                Related = [.. slip.Related, .. gone.Select(text => text.Place)],
            })];
        }

        return (told, ofNote);
    }

    private HashSet<(string Rule, CellAddress Place)> Said(BudgetFigures figures) =>
        [.. Reviewed(figures, template.Value.Draft(figures)).Select(each => (each.Finding.Rule, each.Place))];

    /// <summary>
    /// Which parts a note has may follow from a fact that nobody filled in (单位性质): then only what every choice leaves open is asked for.
    /// </summary>
    private IReadOnlyList<string> CertainGaps(BudgetFigures figures, NoteDraft draft, IReadOnlyCollection<Finding> told)
    {
        IReadOnlyList<string> certain = draft.Gaps;
        if (certain.Count == 0) return certain;
        foreach (var cell in told.Where(finding => finding.Category == Category.MissingExplanation)
            .Select(finding => finding.Place.Address).OfType<CellAddress>()
            .Where(cell => figures.Book.Pack.Form(cell.Form)?.Column(cell.Column) is { Choices.Count: > 0 }).Take(MostFacts))
        {
            foreach (var choice in figures.Book.Pack[cell.Form].Column(cell.Column)?.Choices ?? [])
                certain = [.. certain.Intersect(template.Value.Draft(Chosen(figures, cell, choice)).Gaps)];
        }

        return certain;
    }

    private static BudgetFigures Chosen(BudgetFigures figures, CellAddress cell, string choice) => new(figures.Book, new Budget(
        figures.Budget.Identity, figures.Budget.Forms.Select(form => form.Form != cell.Form ? form : new FormContent(form.Form,
            [.. form.Rows.Select(row => row.Key != cell.Row ? row : new FormRow(row.Key,
                new Dictionary<ColumnId, CellValue>(row.Cells) { [cell.Column] = new CellValue.Text(choice) }))]))), figures.Unreadable);

    /// <summary>The number that is missing in a text is missing in the note, wherever the note goes on with it.</summary>
    private static bool IsSameNumber(Finding ofText, Finding ofNote) => ofText.Category == Category.NumberingError
        && Equals(ofText.Expected, ofNote.Expected) && Equals(ofText.Actual, ofNote.Actual);

    /// <summary>Without a form, or with that of another unit, the note would compare with nothing.</summary>
    private static bool KeepsFromReading(Finding finding) =>
        finding.Category is Category.MissingSheet or Category.IdentityMismatch || finding.Kind == BudgetFindings.Empty;

    private IReadOnlyList<ReviewedSentence> Reviewed(BudgetFigures figures, NoteDraft draft)
    {
        var check = checker.Value.Review(draft, figures);
        return [.. check.Findings.Zip(check.Origins).Where(pair => pair.First.Severity != Severity.Info && !IsGap(pair.First))
            .Select(pair => new ReviewedSentence(pair.First, PlaceOf(figures, pair.First, pair.Second)))];
    }

    private static bool IsGap(Finding finding) => finding.Actual is { } said && Notes.NoteWriting.IsGap(said.ToString());

    private static CellAddress PlaceOf(BudgetFigures figures, Finding finding, CellAddress? origin)
    {
        if ((origin ?? finding.Place.Address ?? (finding.Related is [var first, ..] ? first.Address : null)) is { } cell) return cell;
        var texts = figures.Book.Pack.Forms.FirstOrDefault(form => form.Rows.Any(rows => rows is RowGroup.Texts))
            ?? figures.Book.Pack.Forms[0];
        return new CellAddress(texts.Id, default, default);
    }
}
