using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Checking;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
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
/// <param name="limits">Limits of the guard.</param>
internal sealed class NoteReview(Lazy<NoteTemplate> template, Lazy<NoteChecker> checker, PackageLimits limits)
{
    /// <summary>Errors and 疑点 of the note. What rests on figures of which nobody knows yet whether they are right is left for later.</summary>
    /// <param name="figures">The budget as the note publishes it, with every decided cause put right.</param>
    /// <param name="issued">What was issued.</param>
    /// <param name="told">What is said about the workbook already: it is not said twice.</param>
    public IEnumerable<Finding> Find(BudgetFigures figures, IssuedFigures issued, IReadOnlyCollection<Finding> told)
    {
        var note = template.Value.Write(figures);
        // a rule that asks for the same text with better words (which change is large) speaks alone
        var asked = told.Where(finding => finding.Category == Category.MissingExplanation).Select(finding => finding.Place.Address).ToHashSet();
        foreach (var gap in NoteGaps.Find(figures, note.Gaps).Where(gap => !asked.Contains(gap.Place.Address))) yield return gap;
        if (told.Any(finding => finding.Category is Category.MissingSheet or Category.IdentityMismatch || finding.Kind == BudgetFindings.Empty)) yield break;
        var doubt = new Doubt(figures, issued, told);
        var reviewed = Reviewed(figures, note).Where(each => !doubt.IsAbout(each.Finding)).ToArray();
        foreach (var (finding, place) in new ChangedBehindNote(figures, issued).Explained(reviewed, restored => Reviewed(restored, template.Value.Write(restored))))
        {
            if (!told.Any(other => other.Category == finding.Category && other.Place.Address == place)) yield return finding;
        }
    }

    private IReadOnlyList<ReviewedSentence> Reviewed(BudgetFigures figures, Notes.NoteWriting note)
    {
        var opened = NoteGuard.Open(note.Docx, limits);
        if (!opened.IsReadable) throw new InvalidOperationException($"The program's own note cannot be read: {opened.Reason}");
        var check = checker.Value.Check(opened.Package, figures);
        return [.. check.Findings.Zip(check.Origins).Where(pair => pair.First.Severity != Severity.Info && !IsGap(pair.First))
            .Select(pair => new ReviewedSentence(pair.First, PlaceOf(figures, pair.First, pair.Second)))];
    }

    private static bool IsGap(Finding finding) => finding.Actual is { } said && Notes.NoteWriting.IsGap(said.ToString());

    private static CellAddress PlaceOf(BudgetFigures figures, Finding finding, CellAddress? origin)
    {
        if ((origin ?? finding.Place.Address ?? (finding.Related is [var first, ..] ? first.Address : null)) is { } cell) return cell;
        var texts = figures.Book.Pack.Forms.FirstOrDefault(form => form.Rows.Any(rows => rows is RowGroup.Texts)) ?? figures.Book.Pack.Forms[0];
        return new CellAddress(texts.Id, default, default);
    }
}

/// <summary>What a check of the note says of a sentence, and the cell whose text it is.</summary>
/// <param name="Finding">The finding, at its sentence.</param>
/// <param name="Place">The cell of the workbook.</param>
internal sealed record ReviewedSentence(Finding Finding, CellAddress Place)
{
    /// <summary>The fields whose figures the sentence was compared with.</summary>
    public IEnumerable<CellAddress> Fields => FieldsOf(Finding);

    /// <summary>The same finding told at the cell.</summary>
    public Finding Told => Finding with
    {
        Place = new Place(Address: Place),
        Message = $"写进情况说明后{(Finding.Severity == Severity.Error ? "通不过核对" : "有疑点")}（“{Finding.Place.Sentence}”）：{Finding.Message}",
    };

    /// <summary>The fields a finding speaks of.</summary>
    public static IEnumerable<CellAddress> FieldsOf(Finding finding) =>
        finding.Related.Prepend(finding.Place).Select(place => place.Address).OfType<CellAddress>();
}

/// <summary>Which figures are in doubt while errors of a workbook are open.</summary>
internal sealed class Doubt
{
    private readonly FigureSources _sources;
    private readonly HashSet<CellAddress> _cells;
    private readonly HashSet<FormId> _forms;

    public Doubt(BudgetFigures figures, IssuedFigures issued, IReadOnlyCollection<Finding> told)
    {
        _sources = new FigureSources(figures, issued);
        var errors = told.Where(finding => finding is { Severity: Severity.Error, Kind: not null }).ToArray();
        _cells = errors.Length == 0 && told.All(finding => finding.Severity != Severity.Error) ? [] : [.. _sources.Doubtful(), .. figures.Unreadable.Keys];
        _forms = errors.Where(finding => finding.Category == Category.StructureChanged).Select(finding => finding.Place.Address?.Form)
            .OfType<FormId>().ToHashSet();
    }

    /// <summary>True when a finding compares words with a figure in doubt.</summary>
    public bool IsAbout(Finding finding) => (_cells.Count > 0 || _forms.Count > 0) && ReviewedSentence.FieldsOf(finding)
        .SelectMany(field => _sources.Behind(field).Append(field)).Any(cell => _cells.Contains(cell) || _forms.Contains(cell.Form));
}

/// <summary>A figure that was changed since the workbook was issued is the first suspect when a text no longer agrees with it.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
internal sealed class ChangedBehindNote(BudgetFigures figures, IssuedFigures issued)
{
    private readonly CellLabels _labels = new(figures);

    /// <summary>The sentences as findings: at the changed figure where the sentence holds with the issued one, else at the text.</summary>
    public IEnumerable<(Finding Finding, CellAddress Place)> Explained(
        IReadOnlyList<ReviewedSentence> sentences, Func<BudgetFigures, IReadOnlyList<ReviewedSentence>> review)
    {
        var sources = new FigureSources(figures, issued);
        var changed = issued.Cells.Count == 0 ? [] : sentences.SelectMany(each => each.Fields).SelectMany(sources.ChangedBehind).Distinct().ToArray();
        if (changed.Length == 0) return sentences.Select(each => (each.Told, each.Place));
        var left = review(sources.PutBack(changed)).Select(each => (each.Place, each.Finding.Rule)).ToHashSet();
        return sentences.Select(each => left.Contains((each.Place, each.Finding.Rule))
            || each.Fields.SelectMany(sources.ChangedBehind).Distinct().ToArray() is not [var cell] ? (each.Told, each.Place) : (At(cell, each), cell))
            .DistinctBy(told => (told.Item1.Rule, told.Item2)).ToArray();
    }

    private Finding At(CellAddress cell, ReviewedSentence sentence)
    {
        var (before, unit) = (issued[cell]!.Before, _labels.Unit(cell));
        var now = figures.Budget[cell]?.AsMeasure() is { } measure ? Figures.Plain(figures.Book.Pack[cell.Form].Number(measure)) : "空";
        return sentence.Finding with
        {
            Place = new Place(Address: cell),
            Message = $"“{_labels.Row(cell)}”行“{_labels.Column(cell)}”栏在工作簿下发后由 {(before.Length == 0 ? "空" : before)} 改成了 {now}{unit}，"
                + $"和情况说明里的话不符（“{sentence.Finding.Place.Sentence}”）。恢复下发时的数，就一致了；确需调整的，请把这句话改过来。",
            Expected = null,
            Actual = null,
            Difference = null,
            Related = [new Place(Address: sentence.Place)],
        };
    }
}
