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
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Looking;

namespace ExcelBudget.Worker.Engine;

/// <summary>The engine: guard, read, check, annotate, note.</summary>
internal sealed class BudgetEngine : IBudgetEngine
{
    private readonly WorkbookReader _reader;
    private readonly PackShelf _packs;
    private readonly Lazy<string> _version;
    private readonly PackageLimits _limits;
    private readonly int _mostFindings;

    /// <param name="store">The packs.</param>
    /// <param name="limits">How large a file may be; null for the usual limits.</param>
    /// <param name="mostFindings">How many findings one workbook may bring, at least 1.</param>
    public BudgetEngine(PackStore store, PackageLimits? limits = null, int mostFindings = FindingsLimit.Default)
    {
        _mostFindings = mostFindings;
        _limits = limits ?? PackageLimits.Default;
        _packs = new PackShelf(store);
        _reader = new WorkbookReader(_packs);
        _version = new(() => Version(store.All));
    }

    /// <inheritdoc />
    public string EngineVersion => _version.Value;

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        LastFigures.Forget();
        var opened = WorkbookGuard.Open(content, _limits, WorkbookReader.Unread);
        return opened.IsReadable ? Check(fileName, opened.Package.Content) : Unreadable(fileName, opened.Reason);
    }

    /// <summary>Checks a workbook that the guard has passed.</summary>
    internal CheckedWorkbook Check(string fileName, FlatWorkbook flat) => Check(fileName, flat, []);

    private CheckedWorkbook Check(string fileName, FlatWorkbook flat, IReadOnlyList<ReviewedProject> elsewhere)
    {
        var reports = AnswerSheet.Of(flat);
        if (_reader.Read(AnswerSheet.Without(flat, reports), out var reason) is not { } read) return Unreadable(fileName, reason!);
        if (Checked(read, elsewhere, out var broken) is not { } check) return Unreadable(fileName, broken!);
        LastFigures.Keep(check.Figures);
        var answers = AnswerSheet.Answers(reports);
        var findings = FindingsLimit.Put(check.Findings, _mostFindings);
        var report = new CheckReport
        {
            File = fileName,
            Identity = read.Budget.Identity,
            Verdict = Verdict.Accepted,
            Findings = [.. findings, .. Answering.Remarks(findings, answers)],
            Changes = check.Changes,
            Unchecked = check.Unchecked,
            Trial = check.Trial,
            SignOff = check.SignOff,
        };
        var workbook =
            new CheckedWorkbook(
            report, check.Budget)
            {
                Pack = read.RuleBook.Pack,
                Issue = read.Identity,
                Answers = answers,
                EarlierReport = reports.Count == 0 ? null : reports[0].Name,
                Mark = read.Mark,
                Goals = GoalsOf(check),
            };
        var answered = Answered(workbook, answers);
        return answered with { Report = CleanReport.Of(answered.Report) };
    }

    /// <summary>Checks what was read; null when the note template of its pack cannot be used, which no department can mend.</summary>
    private CheckedBudget? Checked(ReadWorkbook read, IReadOnlyList<ReviewedProject> elsewhere, out UnreadableReason? broken)
    {
        var pack = read.RuleBook.Pack;
        broken = null;
        try
        {
            return _packs.Tools(pack)!.Check.Of(read, elsewhere);
        }
        catch (TemplateException fault)
        {
            broken = UnreadableReason.InternalError.As(
                $"表样包 {pack.Id} 有误，现在不能检查：{fault.Message}", $"这不是报送单位的问题。请管理员运行 packs verify {pack.Id}，修好表样包后再检查。");
            return null;
        }
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content)
    {
        var again = new Dictionary<int, CheckedWorkbook>();
        foreach (var (at, elsewhere) in RunGoals.Copied(workbooks, id => _packs.Newest(id)!.Book, at => Again(at, [])?.Budget))
        {
            if (Again(at, elsewhere) is { } workbook && elsewhere.Count > 0) again[at] = workbook;
        }

        return again;

        CheckedWorkbook? Again(int at, IReadOnlyList<ReviewedProject> elsewhere)
        {
            var opened = WorkbookGuard.Open(content(at), _limits, WorkbookReader.Unread);
            return opened.IsReadable ? Check(workbooks[at].Report.File, opened.Package.Content, elsewhere) : null;
        }
    }

    private static ProjectGoal[] GoalsOf(CheckedBudget check) => check.Figures is { Book.Pack.Indicators: not null } figures
        ? [.. ReviewReader.Of(figures).Projects.Select(project => new ProjectGoal(project.Key, project.Name, project.Goal))] : [];

    /// <inheritdoc />
    public IReadOnlyList<ProjectPrint> Prints(CheckedWorkbook workbook) => ReviewOf(workbook) is { } review ? ProjectPrint.Of(review) : [];

    /// <inheritdoc />
    public CheckedWorkbook Beside(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<KnownProject> known)
    {
        if (ReviewOf(workbook) is not { } review) return workbook;
        ReviewedProject[] elsewhere = [.. known.Select(project => project.Beside(review)).OfType<ReviewedProject>()];
        var opened = WorkbookGuard.Open(content, _limits, WorkbookReader.Unread);
        return elsewhere.Length > 0 && opened.IsReadable ? Check(workbook.Report.File, opened.Package.Content, elsewhere) : workbook;
    }

    private IndicatorReview? ReviewOf(CheckedWorkbook workbook) =>
        workbook.Budget is { } budget && ToolsOf(workbook) is { Book: var book } && book.Pack.Indicators is not null
            ? ReviewReader.Of(new BudgetFigures(book, budget))
            : null;

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => workbook.Budget is null ? null : WorkbookLineage.Of(workbook);

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => Newest(budget.Identity.Pack).Check.Of(budget);

    /// <inheritdoc />
    public CheckedBudget ErrorsOf(Budget budget) => Newest(budget.Identity.Pack).Check.ErrorsOf(budget);

    /// <inheritdoc />
    public void Prepare(string pack) => _packs.Newest(pack)?.Prepare();

    private PackTools Newest(string id) => _packs.Newest(id) ?? throw new ArgumentException($"no pack «{id}»", nameof(id));

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
    public byte[]? Look(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, bool withCells)
    {
        if (workbook.Budget is null || WorkbookGuard.Open(content, _limits).Package is not { } opened) return null;
        return _reader.Read(AnswerSheet.Without(opened.Content), out _) is { } read
            ? PaneLook.Write(read, workbook.Report, opened, withCells) : null;
    }

    /// <inheritdoc />
    public EnteredWorkbook Enter(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<CellEntry> entries)
    {
        if (workbook.Budget is null || WorkbookGuard.Open(content, _limits).Package is not { } opened) return new(null, []);
        return new(CellEntering.Enter(opened, entries, out var refusals), refusals);
    }

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook)
    {
        if (workbook.Budget is not { } budget || ToolsOf(workbook) is not { HasNote: true } tools) return null;
        return tools.Note.Value.Write(LastFigures.Of(tools.Book, budget)).Docx;
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
        var tools = ToolsOf(workbook)!;
        var book = tools.Book;
        var opened = NoteGuard.Open(docx, _limits);
        var check = opened.IsReadable
            ? tools.Checker.Value.Check(opened.Package, new BudgetFigures(book, workbook.Budget))
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
        return new CheckedNote(CleanReport.Of(report), check.Annotated?.ToArray()) { Pack = book.Pack };
    }

    /// <inheritdoc />
    public ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx)
    {
        ArgumentNullException.ThrowIfNull(workbook.Budget);
        var opened = NoteGuard.Open(docx, _limits);
        if (!opened.IsReadable) return new(null, opened.Reason.Sentence, []);
        var tools = ToolsOf(workbook)!;
        var book = tools.Book;
        if (!tools.HasNote) return new(null, $"表样包 {book.Pack.Id} 没有情况说明模板（{PackFiles.Note}）。", []);
        var reissued = tools.Note.Value.Reissue(opened.Package, new BudgetFigures(book, workbook.Budget), out var faults);
        return reissued is null ? new(null, string.Join('；', faults), [])
            : new(reissued.Docx, null, [.. reissued.Remarks.Select(remark => remark.ToString())]);
    }

    /// <summary>What a workbook's pack needs, of the version it was issued under.</summary>
    private PackTools? ToolsOf(CheckedWorkbook workbook) =>
        workbook.Pack is { } pack && _packs.Tools(pack) is { } tools ? tools
        : workbook.Budget is { } budget ? _packs.Newest(budget.Identity.Pack) : null;

    private static CheckedWorkbook Unreadable(string fileName, UnreadableReason reason) =>
        new(new CheckReport { File = fileName, Verdict = Verdict.Unreadable, Reason = reason }, null);

    /// <summary>Everything that decides a result: the packs' meaning, their note templates, and the program's own version.</summary>
    private static string Version(IEnumerable<StoredPack> packs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(typeof(BudgetEngine).Assembly.ManifestModule.ModuleVersionId.ToString()));
        foreach (var (id, folder) in packs.SelectMany(pack => pack.Folders.Select(folder => (pack.Id, folder))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(id + PackFingerprint.Of(folder)));
            var note = Path.Combine(folder, PackFiles.Note);
            if (File.Exists(note)) hash.AppendData(File.ReadAllBytes(note));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
