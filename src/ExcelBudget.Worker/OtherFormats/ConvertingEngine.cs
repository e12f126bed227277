using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.OtherFormats;

/// <summary>
/// The engine for files that may be .xls, .et or .ods: one of ours is turned back into .xlsx and then checked like any workbook; any other
/// keeps the verdict it has without that.
/// </summary>
internal sealed class ConvertingEngine(IBudgetEngine inner, OfficeConverter converter, PackageLimits? limits = null)
    : IBudgetEngine, IDisposable
{
    // how the identity line begins that every workbook of ours carries
    private static readonly string[] Marks = ["EB1|", "EB2|"];

    /// <inheritdoc />
    public string EngineVersion => inner.EngineVersion;

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        var checkedAsItIs = inner.Check(fileName, content);
        if (checkedAsItIs.Report.Reason is not { } reason || !IsOtherFormat(reason) || !converter.IsThere) return checkedAsItIs;
        if (OtherFormatsOf(content) is not { } extension || converter.Convert(content,
            extension) is not { } converted) return checkedAsItIs;
        var workbook = inner.Check(fileName, converted);
        return workbook.Budget is null ? checkedAsItIs : workbook with { Converted = converted };
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content) =>
        inner.Together(workbooks, at => workbooks[at].Converted ?? content(at)).ToDictionary(
            pair => pair.Key, pair => pair.Value with { Converted = workbooks[pair.Key].Converted });

    /// <inheritdoc />
    public void Done(CheckedWorkbook workbook) => inner.Done(workbook);

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => inner.Check(budget);

    /// <inheritdoc />
    public CheckedBudget ErrorsOf(Budget budget) => inner.ErrorsOf(budget);

    /// <inheritdoc />
    public void Prepare(string pack) => inner.Prepare(pack);

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => inner.Lineage(workbook);

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers) =>
        inner.Answered(workbook, answers) with { Converted = workbook.Converted };

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content) => inner.Annotate(workbook,
        workbook.Converted ?? content);

    /// <inheritdoc />
    public byte[]? Look(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, bool withCells) =>
        inner.Look(workbook, workbook.Converted ?? content, withCells);

    /// <inheritdoc />
    public EnteredWorkbook Enter(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<CellEntry> entries) =>
        inner.Enter(workbook, workbook.Converted ?? content, entries);

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook) => inner.Note(workbook);

    /// <inheritdoc />
    public NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason) => inner.Opening(docx, out reason);

    /// <inheritdoc />
    public CheckedNote CheckNote(string fileName, ReadOnlyMemory<byte> docx, CheckedWorkbook workbook) => inner.CheckNote(fileName, docx,
        workbook);

    /// <inheritdoc />
    public ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx) => inner.Reissue(workbook, docx);

    /// <inheritdoc />
    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static bool IsOtherFormat(UnreadableReason reason) =>
        reason == UnreadableReason.OldBinaryFormat || reason == UnreadableReason.NotAWorkbook;

    private string? OtherFormatsOf(ReadOnlyMemory<byte> content) =>
        ExcelBudget.OfficePackages.Guard.OtherFormats.ExtensionOf(content, Marks, limits);
}
