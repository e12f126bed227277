using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>What checks the workbooks and notes of one version of a pack; made once, shared between threads.</summary>
internal sealed class PackTools
{
    public PackTools(LoadedPack pack)
    {
        Book = pack.RuleBook;
        HasNote = File.Exists(pack.NoteFile);
        Note = new Lazy<NoteTemplate>(pack.Note);
        Checker = new Lazy<NoteChecker>(() => NoteChecker.Of(pack.RuleBook));
        Check = new BudgetCheck(Book, HasNote ? new NoteReview(Note, Checker) : null);
    }

    public RuleBook Book { get; }

    /// <summary>The pack in that version.</summary>
    public Pack Pack => Book.Pack;

    /// <summary>True when it has a note.</summary>
    public bool HasNote { get; }

    public Lazy<NoteTemplate> Note { get; }

    /// <summary>What checks notes of it.</summary>
    public Lazy<NoteChecker> Checker { get; }

    /// <summary>What checks budgets of it.</summary>
    public BudgetCheck Check { get; }
}
