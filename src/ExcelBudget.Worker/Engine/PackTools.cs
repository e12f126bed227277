using System.Collections.Concurrent;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;

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

    /// <summary>Reads the note's template and what checks notes, before somebody waits for them.</summary>
    /// <exception cref="TemplateException">The template cannot be used; whoever needs it is told so again.</exception>
    public void Prepare()
    {
        if (HasNote) _ = (Note.Value, Checker.Value);
    }

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

/// <summary>
/// What checks the workbooks of each pack, made when the first workbook names it: a run of one county's workbooks reads one pack.
/// Thread-safe.
/// </summary>
/// <param name="store">The packs.</param>
internal sealed class PackShelf(PackStore store) : IKnownBooks
{
    private readonly ConcurrentDictionary<string, Lazy<PackTools[]>> _tools = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public IEnumerable<string> Ids => store.All.Select(pack => pack.Id);

    /// <inheritdoc />
    public IReadOnlyList<RuleBook> Of(string id) => Array.ConvertAll(Versions(id), tools => tools.Book);

    /// <summary>What checks workbooks of a pack in its version; null when it is not kept.</summary>
    public PackTools? Tools(Pack pack) => Array.Find(Versions(pack.Id), tools => tools.Pack.Version == pack.Version);

    /// <summary>What checks workbooks of the newest version of a pack; null when there is none that can be used.</summary>
    public PackTools? Newest(string id) => Versions(id).MaxBy(tools => tools.Pack.Version);

    // a stranger's workbook may claim any id: only those of folders are kept
    private PackTools[] Versions(string id) => store.All.FirstOrDefault(pack => pack.Id == id) is not { } stored ? []
        : _tools.GetOrAdd(id, _ => new(() => [.. stored.Versioned.Select(pack => new PackTools(pack))])).Value;
}
