using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Engine;

/// <summary>The engine: guard, read, check, annotate, note.</summary>
internal sealed class BudgetEngine : IBudgetEngine
{
    private readonly WorkbookReader _reader;
    private readonly Dictionary<string, RuleBook> _books;
    private readonly Dictionary<string, BudgetCheck> _checks;
    private readonly Dictionary<string, Lazy<NoteTemplate>> _notes;
    private readonly Dictionary<string, Lazy<NoteChecker>> _noteCheckers;
    private readonly HashSet<string> _withNote;
    private readonly PackageLimits _limits;

    public BudgetEngine(PackStore store, PackageLimits? limits = null)
    {
        _limits = limits ?? PackageLimits.Default;
        var packs = store.Packs;
        _books = packs.ToDictionary(pack => pack.RuleBook.Pack.Id, pack => pack.RuleBook);
        _reader = new WorkbookReader([.. _books.Values]);
        _notes = packs.ToDictionary(pack => pack.RuleBook.Pack.Id, pack => new Lazy<NoteTemplate>(pack.Note));
        _noteCheckers =
            packs.ToDictionary(pack => pack.RuleBook.Pack.Id, pack => new Lazy<NoteChecker>(() => NoteChecker.Of(pack.RuleBook)));
        _withNote = [.. packs.Where(pack => File.Exists(pack.NoteFile)).Select(pack => pack.RuleBook.Pack.Id)];
        _checks = _books.ToDictionary(
            book => book.Key,
            book => new BudgetCheck(book.Value,
                _withNote.Contains(book.Key) ? new NoteReview(_notes[book.Key], _noteCheckers[book.Key]) : null));
        EngineVersion = Version(packs);
    }

    /// <inheritdoc />
    public string EngineVersion { get; }

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        var opened = WorkbookGuard.Open(content, _limits, WorkbookReader.Unread);
        return opened.IsReadable ? Check(fileName, opened.Package.Content) : Unreadable(fileName, opened.Reason);
    }

    /// <summary>Checks a workbook that the guard has passed.</summary>
    internal CheckedWorkbook Check(string fileName, FlatWorkbook flat) => Check(fileName, flat, []);

    private CheckedWorkbook Check(string fileName, FlatWorkbook flat, IReadOnlyList<ReviewedProject> elsewhere)
    {
        if (_reader.Read(AnswerSheet.Without(flat), out var reason) is not { } read) return Unreadable(fileName, reason!);
        var check = _checks[read.RuleBook.Pack.Id].Of(read, elsewhere);
        var answers = AnswerSheet.Answers(flat);
        var report = new CheckReport
        {
            File = fileName,
            Identity = read.Budget.Identity,
            Verdict = Verdict.Accepted,
            Findings = [.. check.Findings, .. Answering.Remarks(check.Findings, answers)],
            Changes = check.Changes,
            Unchecked = check.Unchecked,
        };
        var workbook =
            new CheckedWorkbook(
            report, check.Budget)
            { Pack = read.RuleBook.Pack, Issue = read.Identity, Answers = answers, EarlierReport = AnswerSheet.NameIn(flat) };
        return Answered(workbook, answers);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content)
    {
        var again = new Dictionary<int, CheckedWorkbook>();
        foreach (var (at, elsewhere) in RunGoals.Copied(workbooks, _books))
        {
            var opened = WorkbookGuard.Open(content(at), _limits);
            if (opened.IsReadable) again[at] = Check(workbooks[at].Report.File, opened.Package.Content, elsewhere);
        }

        return again;
    }

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => workbook.Budget is null ? null : WorkbookLineage.Of(workbook);

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => _checks[budget.Identity.Pack].Of(budget);

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers) => workbook.Budget is null
        ? workbook
        : workbook with { Report = Answering.Put(workbook.Report, answers, workbook.Pack is { UnansweredWarningsReturn: true }) };

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content) =>
        workbook.Budget is null || WorkbookGuard.Open(content, _limits).Package is not { } opened
            ? null
            : WorkbookAnnotator.Annotate(opened, new ReturnNotes(workbook).All(), new ReturnReport(workbook).Sheet());

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook)
    {
        if (workbook.Budget is not { } budget || !_withNote.Contains(budget.Identity.Pack)
            || !_books.TryGetValue(budget.Identity.Pack, out var book)) return null;
        return _notes[book.Pack.Id].Value.Write(new BudgetFigures(book, budget)).Docx;
    }

    /// <inheritdoc />
    public NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason)
    {
        var opened = NoteGuard.Open(docx, _limits);
        reason = opened.Reason;
        return opened.IsReadable ? NoteOpening.Read(opened.Package, out reason) : null;
    }

    /// <inheritdoc />
    public CheckedNote CheckNote(string fileName, ReadOnlyMemory<byte> docx, CheckedWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook.Budget);
        var book = _books[workbook.Budget.Identity.Pack];
        var opened = NoteGuard.Open(docx, _limits);
        var check = opened.IsReadable
            ? _noteCheckers[book.Pack.Id].Value.Check(opened.Package, new BudgetFigures(book, workbook.Budget))
            : new NoteCheck([], [], null, opened.Reason);
        var other = OtherUnitsNote.Of(check.Findings, workbook.Budget.Identity);
        if (other is not null)
            check = check with { Findings = [other], Unchecked = [new Unchecked(other.Rule, "不是同一份预算的情况说明，没有逐项核对")] };
        var isWrong = check.Findings.Any(finding => finding.Severity == Severity.Error);
        var report = new CheckReport
        {
            File = fileName,
            Identity = workbook.Budget.Identity,
            Workbook = workbook.Report.File,
            Verdict = check.Reason is not null ? Verdict.Unreadable : isWrong ? Verdict.Returned : Verdict.Accepted,
            Reason = check.Reason,
            Findings = check.Findings,
            Agreed = check.Reason is null && other is null ? check.Agreements.Count : null,
            Unchecked = check.Unchecked,
        };
        return new CheckedNote(report, check.Annotated?.ToArray()) { Pack = book.Pack };
    }

    /// <inheritdoc />
    public ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx)
    {
        ArgumentNullException.ThrowIfNull(workbook.Budget);
        var opened = NoteGuard.Open(docx, _limits);
        if (!opened.IsReadable) return new(null, opened.Reason.Sentence, []);
        var book = _books[workbook.Budget.Identity.Pack];
        if (!_withNote.Contains(book.Pack.Id)) return new(null, $"表样包 {book.Pack.Id} 没有情况说明模板（{PackFiles.Note}）。", []);
        var reissued = _notes[book.Pack.Id].Value.Reissue(opened.Package, new BudgetFigures(book, workbook.Budget), out var faults);
        return reissued is null ? new(null, string.Join('；', faults), [])
            : new(reissued.Docx, null, [.. reissued.Remarks.Select(remark => remark.ToString())]);
    }

    private static CheckedWorkbook Unreadable(string fileName, UnreadableReason reason) =>
        new(new CheckReport { File = fileName, Verdict = Verdict.Unreadable, Reason = reason }, null);

    /// <summary>Everything that decides a result: the packs' meaning, their note templates, and the program's own version.</summary>
    private static string Version(IEnumerable<LoadedPack> packs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(typeof(BudgetEngine).Assembly.ManifestModule.ModuleVersionId.ToString()));
        foreach (var pack in packs)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(pack.RuleBook.Pack.Id + pack.RuleBook.Pack.Fingerprint));
            if (File.Exists(pack.NoteFile)) hash.AppendData(File.ReadAllBytes(pack.NoteFile));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
