using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// The engine for files of strangers: they are opened in a process of their own, which is reused and ends alone when a file ends it.
/// Such a file gets its verdict; the others never notice. As many are open at once as the machine has cores; when one of them ends the
/// process, each is opened again alone, and only then is one to blame. Budgets of our own making are checked here. Thread-safe.
/// </summary>
internal sealed class IsolatedEngine(
    Lazy<IBudgetEngine> own, PackStore packs, WorkerSettings settings, ILogger<IsolatedEngine> log,
    CancellationToken stop) : IBudgetEngine, IDisposable
{
    // who kills the process from outside twice in a row means it
    private const int MostKills = 3;

    // read: one of several files; write: one alone
    private readonly ReaderWriterLockSlim _gate = new(LockRecursionPolicy.NoRecursion);
    private readonly SemaphoreSlim _slots = new(Workers.Count);
    private readonly Lock _replacing = new();
    private InspectionProcess? _process;
    private bool _isOver;

    /// <inheritdoc />
    public string EngineVersion => Anyhow(() => Ready().EngineVersion ?? Version());

    // whoever only checks files need not know it
    private string Version()
    {
        var answer = Ask(new WireWriter().Number((int)Request.Version), isFresh: true)!.Value;
        return answer.From.EngineVersion = answer.Words.Words();
    }

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        try
        {
            return Anyhow(() => Checked(fileName, content));
        }
        catch (InspectionEndedException ended) when (ended.Reason is { } reason)
        {
            return new CheckedWorkbook(Unreadable(fileName, reason), null);
        }
    }

    private IsolatedWorkbook Checked(string fileName, ReadOnlyMemory<byte> content) =>
        Read(Ask(new WireWriter().Number((int)Request.Check).Text(fileName).Content(content), isFresh: true)!.Value, content, null);

    /// <inheritdoc />
    public void Done(CheckedWorkbook workbook)
    {
        if (workbook is IsolatedWorkbook { Budget: not null } isolated) isolated.Keeper.Forget(isolated.Number);
    }

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => own.Value.Check(budget);

    /// <inheritdoc />
    public CheckedBudget ErrorsOf(Budget budget) => own.Value.ErrorsOf(budget);

    /// <inheritdoc />
    public void Prepare(string pack) => own.Value.Prepare(pack);

    /// <inheritdoc />
    public IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content)
    {
        var places = Enumerable.Range(0, workbooks.Count).Where(at => workbooks[at] is IsolatedWorkbook { Budget: not null }).ToArray();
        if (places.Select(at => workbooks[at].Report.Identity!.UnitCode).Distinct().Take(2).Count() < 2)
            return new Dictionary<int, CheckedWorkbook>();
        return Alone(() =>
        {
            var numbers = Array.ConvertAll(places, at => NumberNow((IsolatedWorkbook)workbooks[at], () => content(at)));
            var wanted = Together(numbers, [], _ => default, out var again);
            if (wanted.Count > 0) Together(numbers, wanted, index => content(places[index]), out again);
            return again.ToDictionary(pair => places[pair.At], pair => pair.Workbook);
        });
    }

    /// <summary>Asks about a run; the places in its answer, and the workbooks with something more to say.</summary>
    private IReadOnlyList<int> Together(
        int[] numbers, IReadOnlyList<int> sent, Func<int, ReadOnlyMemory<byte>> content,
        out IReadOnlyList<(int At, CheckedWorkbook Workbook)> again)
    {
        var question = new WireWriter().Number((int)Request.Together);
        question.List(numbers, number => question.Number(number)).List(sent, at => question.Number(at).Content(content(at)));
        if (Ask(question) is not { } answer)
        {
            again = [];
            return [];
        }

        var words = answer.Words;
        var wanted = words.List(words.Number);
        again = words.List(() =>
        {
            var at = words.Number();
            return (at, (CheckedWorkbook)Read(answer, content(at), null));
        });
        return wanted;
    }

    // in a long run the process was replaced meanwhile: what it knew is read again
    private int NumberNow(IsolatedWorkbook workbook, Func<ReadOnlyMemory<byte>> content)
    {
        if (workbook.Keeper == _process) return workbook.Number;
        var question = new WireWriter().Number((int)Request.Check).Text(workbook.Report.File).Content(content());
        return Ask(question) is { } answer ? Read(answer, default, null).Number : 0;
    }

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers)
    {
        if (workbook is not IsolatedWorkbook { Budget: not null } isolated) return workbook;
        return OfKept(isolated, Request.Answer, question => question.Answers(answers), answer => Read(answer, isolated.Content, answers));
    }

    /// <inheritdoc />
    public IReadOnlyList<ProjectPrint> Prints(CheckedWorkbook workbook) =>
        Of(workbook, Request.Prints, answer => answer.List(() => ProjectWire.Print(answer))) ?? [];

    /// <inheritdoc />
    public CheckedWorkbook Beside(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<KnownProject> known)
    {
        if (workbook is not IsolatedWorkbook { Budget: not null } isolated || known.Count == 0) return workbook;
        var whole = isolated.Content.IsEmpty ? isolated with { Content = content } : isolated;
        return OfKept(whole, Request.Beside, question => question.List(known, project => ProjectWire.Write(question, project)),
            answer => Read(answer, whole.Content, null));
    }

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => Of(workbook, Request.Lineage, answer => answer.Lineage());

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content)
    {
        var whole = workbook is IsolatedWorkbook { Content.IsEmpty: true } light ? light with { Content = content } : workbook;
        return Of(whole, Request.Annotate, question => question.Report(workbook.Report), answer => answer.Content());
    }

    /// <inheritdoc />
    public byte[]? Look(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, bool withCells) =>
        Of(workbook, Request.Look, question => question.Flag(withCells), answer => answer.Content());

    /// <inheritdoc />
    public EnteredWorkbook Enter(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<CellEntry> entries) =>
        Of(workbook, Request.Enter, question => question.Entries(entries), answer =>
            new EnteredWorkbook(answer.Content(), answer.List(() => (EntryRefusal)answer.Number()))) ?? new(null, []);

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook) => Of(workbook, Request.Note, answer => answer.Content());

    /// <inheritdoc />
    public NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason)
    {
        try
        {
            var answer = Anyhow(() => Ask(new WireWriter().Number((int)Request.Opening).Content(docx), isFresh: true)!.Value).Words;
            var opening = answer.Opening();
            reason = answer.Reason();
            return opening;
        }
        catch (InspectionEndedException ended) when (ended.Reason is not null)
        {
            reason = ended.Reason;
            return null;
        }
    }

    /// <inheritdoc />
    public CheckedNote CheckNote(string fileName, ReadOnlyMemory<byte> docx, CheckedWorkbook workbook)
    {
        try
        {
            return Of(workbook, Request.CheckNote, question => question.Text(fileName).Content(docx), answer =>
                new CheckedNote(answer.Report(), answer.Content()) { Pack = workbook.Pack })!;
        }
        catch (InspectionEndedException ended) when (ended.Reason is { } reason)
        {
            return new CheckedNote(Unreadable(fileName, reason), null);
        }
    }

    /// <inheritdoc />
    public ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx) =>
        Of(workbook, Request.Reissue, question => question.Content(docx), answer => new ReissuedNote(answer.Content(), answer.Text(),
            answer.Texts()))!;

    /// <summary>Starts the process before it is needed; when that fails, the first file says so.</summary>
    public void Warm()
    {
        try
        {
            Beside(Ready);
        }
        catch (Exception e) when (e is InspectionEndedException or OperationCanceledException)
        {
            log.LogDebug(e, "打开文件的进程没有启动");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_replacing)
        {
            _isOver = true;
            _process?.Dispose();
        }
    }

    /// <summary>Does something beside what others do; when its end is somebody's fault and nobody knows whose, once more alone.</summary>
    private T Anyhow<T>(Func<T> work)
    {
        try
        {
            return Beside(work);
        }
        catch (InspectionEndedException ended) when (ended.WasAccompanied)
        {
            return Alone(work);
        }
    }

    private T Beside<T>(Func<T> work)
    {
        _slots.Wait(stop);
        _gate.EnterReadLock();
        try
        {
            return work();
        }
        finally
        {
            _gate.ExitReadLock();
            _slots.Release();
        }
    }

    private T Alone<T>(Func<T> work)
    {
        _gate.EnterWriteLock();
        try
        {
            return work();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private static CheckReport Unreadable(string fileName, UnreadableReason reason) =>
        new() { File = fileName, Verdict = Verdict.Unreadable, Reason = reason };

    private T? Of<T>(CheckedWorkbook workbook, Request request, Func<WireReader, T?> read)
        where T : class => Of(workbook, request, question => question, read);

    private T? Of<T>(CheckedWorkbook workbook, Request request, Func<WireWriter, WireWriter> ask, Func<WireReader, T?> read)
        where T : class
    {
        return workbook is IsolatedWorkbook { Budget: not null } isolated
            ? OfKept(isolated, request, ask, answer => read(answer.Words)) : null;
    }

    /// <summary>Asks about a workbook that is kept; one that is no longer kept is checked again first, with no other beside it.</summary>
    private T OfKept<T>(IsolatedWorkbook workbook, Request request, Func<WireWriter, WireWriter> ask, Func<PipeAnswer, T> read)
    {
        WireWriter Question(int number) => ask(new WireWriter().Number((int)request).Number(number));
        PipeAnswer? answer;
        try
        {
            answer = Beside(() => workbook.Keeper == _process ? Ask(Question(workbook.Number)) : null);
        }
        catch (InspectionEndedException ended) when (ended.WasAccompanied)
        {
            answer = null;
        }

        if (answer is { } known) return read(known);
        return read(Alone(() =>
        {
            var again = Checked(workbook.Report.File, workbook.Content);
            if (workbook.Put is { } put)
            {
                var question = new WireWriter().Number((int)Request.Answer).Number(again.Number).Answers(put);
                again = Read(Ask(question)!.Value, workbook.Content, put);
            }

            return Ask(Question(again.Number), isLast: true)
                ?? throw new InspectionEndedException(null, "the workbook was forgotten at once");
        }));
    }

    private IsolatedWorkbook Read(PipeAnswer answer, ReadOnlyMemory<byte> content, IReadOnlyList<GivenAnswer>? put)
    {
        var words = answer.Words;
        var number = words.Number();
        var report = words.Report();
        var budget = words.Flag() ? new Budget(report.Identity!, []) : null;
        var id = words.Text();
        return new IsolatedWorkbook(report, budget)
        {
            // needed for the names in a report only, which one without a finding does without
            PackWhenNeeded = new(() => id is null ? null : packs.Find(id)?.RuleBook.Pack),
            Answers = words.Answers(),
            Keeper = answer.From,
            Number = number,
            Content = content,
            Put = put,
        };
    }

    /// <summary>Asks; a process that was ended from outside is replaced, one that the file has ended is tried once more.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isFresh">True for a question that needs nothing the process keeps: a worn process is replaced before it.</param>
    /// <param name="isLast">True for a question that was asked before: whatever ends the process now is the end.</param>
    /// <returns>The answer; null when the process no longer keeps the workbook.</returns>
    private PipeAnswer? Ask(WireWriter question, bool isFresh = false, bool isLast = false)
    {
        for (var (crashes, kills) = (0, 0); ;)
        {
            var process = Ready();
            if (isFresh && process.IsWorn) Retire(process);
            if (process.Take() is not { } ticket) continue;
            try
            {
                return Take(new WireReader(process.Ask(ticket, question, stop)), process, ticket);
            }
            catch (InspectionEndedException ended)
            {
                Replace(process);
                log.LogWarning("打开文件的进程已终止（{Detail}）", ended.Message);
                var isCrash = ended.Reason?.Code == UnreadableReason.InternalError.Code;
                if (isLast || ended.WasAccompanied) throw;
                if (!isFresh && (isCrash || ended.Reason is null)) return null;
                if (ended.Reason is not null && (!isCrash || ++crashes > 1)) throw;
                if (ended.Reason is null && ++kills > MostKills) throw;
            }
            catch (OperationCanceledException)
            {
                Replace(process);
                throw;
            }
        }
    }

    private PipeAnswer? Take(WireReader answer, InspectionProcess process, Ticket ticket)
    {
        switch ((Reply)answer.Number())
        {
            case Reply.Done:
                return new PipeAnswer(answer, process);
            case Reply.Forgotten:
                return null;
            case Reply.OutOfMemory:
                throw new InspectionEndedException(
                    UnreadableReason.TooLarge.As("检查这份文件超出了允许的内存，已停止", UnreadableReason.TooLarge.Remedy)
                        .With($"上限 {settings.Inspection.Bytes >> 20} MB"), "out of memory", ticket.WasAccompanied);
            default:
                throw new InvalidOperationException(answer.Text());
        }
    }

    private InspectionProcess Ready()
    {
        lock (_replacing)
        {
            if (_isOver) throw new InspectionEndedException(null, "nobody asks any more");
            return _process ??= InspectionProcess.Start(settings, stop);
        }
    }

    private void Replace(InspectionProcess process)
    {
        Forget(process);
        process.Dispose();
    }

    /// <summary>The next question goes to a fresh process; what this one is asked now it still answers.</summary>
    private void Retire(InspectionProcess process)
    {
        Forget(process);
        process.Retire();
    }

    private void Forget(InspectionProcess process)
    {
        lock (_replacing)
        {
            if (_process == process) _process = null;
        }
    }

    /// <summary>An answer and who gave it.</summary>
    private readonly record struct PipeAnswer(WireReader Words, InspectionProcess From);
}
