using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Classified;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine.Round;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// 检查。The one check: whatever comes in, a workbook that was read or a budget from a dataset, meets the same set of checks. Only what a
/// workbook alone can show (results not recalculated, figures typed over formulas) needs a workbook.
/// </summary>
/// <param name="book">The pack's rule book.</param>
/// <param name="note">What the pack's note would be returned for; null for a pack without a note.</param>
internal sealed class BudgetCheck(RuleBook book, NoteReview? note)
{
    private readonly TwoSides? _sides = TwoSides.Of(book.Pack);

    /// <summary>Checks a budget that stands in no workbook yet.</summary>
    public CheckedBudget Of(Budget budget)
    {
        var classified = ClassifiedProjects.Of(book.Pack, budget);
        var figures = new BudgetFigures(book, classified?.Public() ?? budget);
        return Of(new BudgetChecker(figures), figures, classified);
    }

    /// <summary>
    /// The errors of a budget that stands in no workbook yet, as <see cref="Of(Budget)"/> finds them. Where there are none, which is
    /// certain when neither a relation nor a check of that gravity objects, what only asks or advises is not worked out.
    /// </summary>
    public CheckedBudget ErrorsOf(Budget budget)
    {
        var classified = ClassifiedProjects.Of(book.Pack, budget);
        var figures = new BudgetFigures(book, classified?.Public() ?? budget);
        var checker = new BudgetChecker(figures);
        NoteDraft? draft = null;
        // none of them can be found: neither by the rule book, nor elsewhere in the budget, nor in its note
        var isSound = checker.IsSound()
            && !Breaches(classified, figures, []).Concat(EmptyBudget.Find(book.Pack, figures.Budget)).Concat(ErrorTexts.Find(figures))
                .Any(finding => finding.Severity == Severity.Error)
            && note?.MayReturn(figures, out draft) != true;
        return isSound ? new CheckedBudget(figures.Budget, [], []) { Figures = figures } : Of(checker, figures, classified, draft);
    }

    private CheckedBudget Of(BudgetChecker checker, BudgetFigures figures, ClassifiedProjects? classified, NoteDraft? draft = null)
    {
        var outcome = checker.Check();
        var findings = Breaches(classified, figures, []).Concat(EmptyBudget.Find(book.Pack, figures.Budget))
            .Concat(ErrorTexts.Find(figures)).Concat(outcome.Findings).ToArray();
        var known = ReferenceEquals(outcome.Mended, figures) ? draft : null;
        var told = NoteGapFindings.Joined(findings, InNote(outcome.Mended, IssuedFigures.None, findings, known));
        return new CheckedBudget(figures.Budget, Ordered(told, classified), outcome.Unchecked)
        {
            Trial = Tried(figures.Budget, figures.Unreadable, classified),
            Figures = figures,
        };
    }

    /// <summary>Checks a budget as a workbook holds it, and the workbook around it.</summary>
    /// <param name="read">The workbook.</param>
    /// <param name="elsewhere">Projects of other workbooks of the run whose goals stand in this one again.</param>
    public CheckedBudget Of(ReadWorkbook read, IReadOnlyList<ReviewedProject> elsewhere)
    {
        var (changed, settling) = (read.Changes.Keys.ToHashSet(), new List<Finding>());
        var classified = ClassifiedProjects.Of(book.Pack, read.Budget);
        var open = classified?.Public() ?? read.Budget;
        var budget = _sides?.Settle(open, changed, settling) ?? open;
        // what reading has computed of these very figures is not computed again
        var isAsRead = ReferenceEquals(budget, read.Figures?.Budget) && ReferenceEquals(book, read.Figures?.Book)
            && read.Unreadable.Count == 0 && elsewhere.Count == 0;
        var figures = isAsRead ? read.Figures!
            : new BudgetFigures(book, budget, classified is null ? read.Unreadable : Open(read.Unreadable, classified));
        if (elsewhere.Count > 0) ReviewReader.PutBeside(figures, elsewhere);
        var issued = new IssuedFigures(read.Changes);
        var outcome = new BudgetChecker(figures, issued).Check();
        // what could not be read may be all the amounts there are
        var empty = read.Unreadable.Count == 0 ? EmptyBudget.Find(book.Pack, budget) : [];
        var breaches = Breaches(classified, figures, read.Unreadable.Keys).ToArray();
        // what a total shows, less what it should without the classified amount, would tell that amount
        var recalculated = RecalculationCheck.Compare(figures, read, outcome.Findings, outcome.Mended)
            .Where(finding => breaches.Length == 0 || finding.Kind != FormulaFindings.Stale);
        var findings = breaches.Concat(read.Findings).Concat(settling).Concat(empty)
            .Concat(recalculated).Concat(ErrorTexts.Find(figures)).Concat(outcome.Findings)
            .Concat(SignOffCheck.Of(book.Pack, read)).ToArray();
        var deleted = new DeletedProjects(book.Pack, budget,
            [.. read.Changes.Values.Select(change => classified is null ? change : ClassifiedFindings.Veiled(change, classified))]);
        var told = new OneRound(figures, outcome, issued, read.Places).Told([.. findings.Select(deleted.Told)]).ToArray();
        var place = new Locating(read.Places);
        var ofNote = InNote(outcome.Mended, issued, told).ToArray();
        if (note is not null) (told, ofNote) = note.WithSlips(outcome.Mended, issued, told, ofNote);
        (told, ofNote) = NoteGapFindings.OneEach(told, ofNote);
        return new CheckedBudget(
            budget, [.. Ordered(told.Where(finding => !IsSaid(finding, ofNote, issued)).Concat(ofNote), classified).Select(place.Locate)],
            outcome.Unchecked)
        {
            Trial = Located(Tried(budget, figures.Unreadable, classified), place),
            Figures = figures,
            SignOff = read.SignOff.Names,
            Changes = [.. read.Changes.Values.Select(
                change => classified is null ? change : ClassifiedFindings.Veiled(change, classified))],
        };
    }

    /// <summary>A changed cell that is why a sentence no longer holds is told with the sentence, and not once more as changed.</summary>
    private static bool IsSaid(Finding finding, Finding[] ofNote, IssuedFigures issued) =>
        finding is { Kind: null, Severity: < Severity.Error, StandsAlone: true, Place.Address: { } cell }
        && finding.Category == Category.CrossTableMismatch && issued.Cells.Contains(cell)
        && Array.Exists(ofNote, other => other.Place.Address == cell);

    private static IEnumerable<Finding> Breaches(ClassifiedProjects? classified, BudgetFigures figures, IEnumerable<CellAddress> unread) =>
        classified is null ? [] : ClassifiedFindings.Of(classified, figures, unread);

    /// <summary>
    /// Cells that could not be read, without those whose reason quotes what is withheld: a withheld cell counts as blank.
    /// </summary>
    private static Dictionary<CellAddress, string> Open(
        IReadOnlyDictionary<CellAddress, string> unreadable, ClassifiedProjects classified) =>
        unreadable.Where(cell => !classified.Withholds(cell.Key)).ToDictionary();

    /// <summary>What the rules on trial say; they see the budget as it stands and nothing of the others.</summary>
    private TrialOutcome Tried(Budget budget, IReadOnlyDictionary<CellAddress, string> unreadable, ClassifiedProjects? classified)
    {
        if (book.Trial is not { } trial) return TrialOutcome.None;
        string[] rules = [.. trial.Pack.Relations.Cast<RuleDeclaration>().Concat(trial.Pack.TextChecks).Select(rule => rule.Id)];
        var found = new BudgetChecker(new BudgetFigures(trial, budget, unreadable)).Check().Findings.SelectMany(Parts)
            .Where(finding => rules.Contains(finding.Rule));
        return new TrialOutcome(rules, Ordered(found, classified));
    }

    // a cause found for several broken relations is told relation by relation: it is the rules that are on trial
    private static IEnumerable<Finding> Parts(Finding finding) => finding.Ties.Count == 0 ? [finding] : finding.Ties;

    private static TrialOutcome Located(TrialOutcome trial, Locating place) =>
        trial with { Findings = [.. trial.Findings.Select(place.Locate)] };

    private IEnumerable<Finding> InNote(
        BudgetFigures mended, IssuedFigures issued, IReadOnlyCollection<Finding> told, NoteDraft? known = null) =>
        note?.Find(mended, issued, told, known) ?? [];

    /// <summary>Errors first; nothing about a withheld cell but that it must not be there.</summary>
    private static Finding[] Ordered(IEnumerable<Finding> findings, ClassifiedProjects? classified) =>
    [
        .. findings.Where(finding => classified is null || ClassifiedFindings.MayBeTold(finding, classified))
            .OrderByDescending(finding => finding.Severity),
    ];
}
