using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// All the worker needs to know of packs, workbooks and notes: one workbook in, findings and documents out. Thread-safe.
/// </summary>
public interface IBudgetEngine
{
    /// <summary>
    /// Fingerprint of the rule books and templates in use. The same content under the same version always gives the same result;
    /// a file dropped again under another version is checked again.
    /// </summary>
    string EngineVersion { get; }

    /// <summary>Reads and checks a workbook, with the answers that stand in it. Never throws for bad input: that is a verdict.</summary>
    /// <param name="fileName">Name shown in the report; it does not decide how the content is read.</param>
    /// <param name="content">The file as it stands.</param>
    CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content);

    /// <summary>
    /// Nothing more will be asked of a workbook but what it has in common with others: what is kept of it may go. If something is asked
    /// all the same, it is read again.
    /// </summary>
    void Done(CheckedWorkbook workbook)
    {
    }

    /// <summary>The workbooks of one run seen together: what one copied from another unit's is told at the later one.</summary>
    /// <param name="workbooks">The workbooks as checked one by one, in order.</param>
    /// <param name="content">The bytes of a workbook, by its place.</param>
    /// <returns>The workbooks with something more to say, by their place.</returns>
    IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content) => new Dictionary<int, CheckedWorkbook>();

    /// <summary>指纹 of the goals and indicators of a workbook, by which they are known again; empty when it is unreadable.</summary>
    IReadOnlyList<ProjectPrint> Prints(CheckedWorkbook workbook) => [];

    /// <summary>The workbook checked beside what was accepted before: goals of other units, indicators of last year.</summary>
    /// <param name="workbook">As checked by itself.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="known">Projects known from before whose texts stand in it.</param>
    CheckedWorkbook Beside(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<KnownProject> known) => workbook;

    /// <summary>Checks a budget that stands in no workbook yet with the checks a workbook would meet.</summary>
    /// <param name="budget">The budget; its pack must be one of the engine's.</param>
    CheckedBudget Check(Budget budget);

    /// <summary>
    /// The errors of a budget that stands in no workbook yet, those that <see cref="Check(Budget)"/> finds: quicker where there are none,
    /// because what only asks or advises is not worked out then and is not among the findings.
    /// </summary>
    /// <param name="budget">The budget; its pack must be one of the engine's.</param>
    CheckedBudget ErrorsOf(Budget budget) => Check(budget);

    /// <summary>Makes ready what checks budgets of a pack, which the first check would do otherwise.</summary>
    /// <param name="pack">Id of the pack; nothing happens for one that there is not.</param>
    void Prepare(string pack)
    {
    }

    /// <summary>来历。What tells a newer workbook of a unit from an older one; null when it is unreadable.</summary>
    WorkbookLineage? Lineage(CheckedWorkbook workbook);

    /// <summary>The workbook with these answers in place of its own: those of earlier files count too. May change the verdict.</summary>
    CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers);

    /// <summary>批注后的工作簿。The accountant's own file with every finding at its cell; null when it is unreadable.</summary>
    byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content);

    /// <summary>
    /// 看一看。What a task pane needs to know of a workbook besides its findings: where its data, its answers and its choices are, and how it
    /// looks. JSON; null when it is unreadable.
    /// </summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="content">The file as it stands.</param>
    /// <param name="withCells">True for every cell of it, for a grid.</param>
    byte[]? Look(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, bool withCells) => null;

    /// <summary>录入。The workbook with something typed into it: all of it, or nothing.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="content">The file as it stands.</param>
    /// <param name="entries">What is typed.</param>
    /// <returns>The changed file; null when one entry was refused.</returns>
    EnteredWorkbook Enter(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<CellEntry> entries) => new(null, []);

    /// <summary>情况说明。The Word note (docx) of a workbook; null when it is unreadable.</summary>
    byte[]? Note(CheckedWorkbook workbook);

    /// <summary>The words with which a note says whose it is. Never throws for bad input.</summary>
    /// <param name="docx">The note as it stands.</param>
    /// <param name="reason">Why it cannot be read; null otherwise.</param>
    NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason);

    /// <summary>核对情况说明。Checks a note against a workbook that could be read. Never throws for bad input: that is a verdict.</summary>
    /// <param name="fileName">Name shown in the report.</param>
    /// <param name="docx">The note as it stands.</param>
    /// <param name="workbook">The workbook; its budget must be there.</param>
    CheckedNote CheckNote(string fileName, ReadOnlyMemory<byte> docx, CheckedWorkbook workbook);

    /// <summary>更新情况说明。An edited note with the figures and tables of a workbook and its own words.</summary>
    /// <param name="workbook">The workbook; its budget must be there.</param>
    /// <param name="docx">The edited note.</param>
    ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx);
}
