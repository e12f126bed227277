using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Checking.Annotating;
using ExcelBudget.Notes.Checking.Figures;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Checking.Tables;
using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes;

/// <summary>
/// Checks an edited note against its budget, whoever wrote the file: linked figures, figures in sentences, tables, and what a note
/// must say. Compiled once for a pack and shared between threads.
/// </summary>
public sealed class NoteChecker
{
    private readonly RuleBook _book;
    private readonly NoteLanguage _language;

    /// <param name="book">The pack's rule book.</param>
    /// <param name="declaration">How the pack's notes are read; <see cref="NoteCheckDeclaration.None"/> tells nothing.</param>
    public NoteChecker(RuleBook book, NoteCheckDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(declaration);
        _book = book;
        _language = new NoteLanguage(book, declaration);
    }

    /// <summary>The checker of a pack's own declaration.</summary>
    public static NoteChecker Of(RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new NoteChecker(book, book.Pack.NoteCheck);
    }

    /// <summary>Checks a note. Whatever is in it, it answers and does not throw; the file is not changed.</summary>
    /// <param name="note">The note as dropped.</param>
    /// <param name="figures">The figures of its budget; used by this call alone while it runs.</param>
    public NoteCheck Check(GuardedNote note, BudgetFigures figures)
    {
        Demand(figures);
        if (NoteReader.Read(note, out var reason) is not { } document) return new NoteCheck([], [], null, reason);
        var scope = new NoteScope(document, figures, _language);
        LinkedFigures.Check(scope);
        FormTables.Check(scope);
        CheckWords(scope);
        return Told(scope, scope.Marks.Count == 0 ? (ReadOnlyMemory<byte>?)null : NoteAnnotator.Annotate(note, document, scope.Marks));
    }

    /// <summary>
    /// Checks what the note of a budget would say, before it is made: findings as a check of the file would have them, without a copy and
    /// without lists of what holds or could not be compared. Its tables print the forms and are not compared with them.
    /// </summary>
    /// <param name="draft">The note's words.</param>
    /// <param name="figures">The figures of its budget; used by this call alone while it runs.</param>
    public NoteCheck Review(NoteDraft draft, BudgetFigures figures) => Review(draft, figures, isForErrors: false);

    /// <summary>
    /// The same for one who asks whether there is any error: checks whose objection is none are not run. An error may be among them that
    /// <see cref="Review(NoteDraft, BudgetFigures)"/> would not tell, because something lesser is said of the same words; none is missing.
    /// </summary>
    /// <param name="draft">The note's words.</param>
    /// <param name="figures">The figures of its budget; used by this call alone while it runs.</param>
    public NoteCheck ReviewForErrors(NoteDraft draft, BudgetFigures figures) => Review(draft, figures, isForErrors: true);

    private NoteCheck Review(NoteDraft draft, BudgetFigures figures, bool isForErrors)
    {
        ArgumentNullException.ThrowIfNull(draft);
        Demand(figures);
        var scope = new NoteScope(draft.Read(), figures, _language, isReview: true) { IsForErrors = isForErrors };
        LinkedFigures.Check(scope);
        CheckWords(scope);
        return Told(scope, annotated: null);
    }

    private static void CheckWords(NoteScope scope)
    {
        SpokenFigures.Check(scope);
        ReasonChecks.Check(scope);
        WordingChecks.Check(scope);
        SectionChecks.Check(scope);
    }

    private void Demand(BudgetFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Book != _book) throw new ArgumentException("The figures belong to another rule book", nameof(figures));
    }

    private static NoteCheck Told(NoteScope scope, ReadOnlyMemory<byte>? annotated)
    {
        var told = scope.Ordered();
        return new NoteCheck([.. told.Select(mark => mark.Finding)], scope.Unchecked, annotated)
        {
            Agreements = scope.Agreements,
            Origins = [.. told.Select(mark => scope.Origins.Of(mark.Spot))],
        };
    }
}
