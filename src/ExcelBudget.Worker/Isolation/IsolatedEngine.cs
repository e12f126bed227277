using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Isolation.Wire;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// The engine for files of strangers: they are opened in a process of their own, which is reused and ends alone when a file ends it.
/// Such a file gets its verdict; the others never notice. Budgets of our own making are checked here.
/// </summary>
internal sealed class IsolatedEngine(
    Lazy<IBudgetEngine> own, PackStore packs, InspectionLimits limits, string? settingsFile, ILogger<IsolatedEngine> log,
    CancellationToken stop) : IBudgetEngine, IDisposable
{
    // who kills the process from outside twice in a row means it
    private const int MostKills = 3;

    private readonly Lock _gate = new();
    private InspectionProcess? _process;

    /// <inheritdoc />
    public string EngineVersion
    {
        get
        {
            lock (_gate) return Ready().EngineVersion;
        }
    }

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        lock (_gate)
        {
            try
            {
                return Read(Ask(new WireWriter().Number((int)Request.Check).Text(fileName).Content(content), isFresh: true)!, content,
                    null);
            }
            catch (InspectionEndedException ended) when (ended.Reason is { } reason)
            {
                return new CheckedWorkbook(Unreadable(fileName, reason), null);
            }
        }
    }

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => own.Value.Check(budget);

    /// <inheritdoc />
    public IReadOnlyDictionary<int, CheckedWorkbook> Together(
        IReadOnlyList<CheckedWorkbook> workbooks, Func<int, ReadOnlyMemory<byte>> content)
    {
        var places = Enumerable.Range(0, workbooks.Count).Where(at => workbooks[at] is IsolatedWorkbook { Budget: not null }).ToArray();
        if (places.Select(at => workbooks[at].Report.Identity!.UnitCode).Distinct().Take(2).Count() < 2)
            return new Dictionary<int, CheckedWorkbook>();
        lock (_gate)
        {
            var numbers = Array.ConvertAll(places, at => NumberNow((IsolatedWorkbook)workbooks[at]));
            var wanted = Together(numbers, [], _ => default, out var again);
            if (wanted.Count > 0) Together(numbers, wanted, index => content(places[index]), out again);
            return again.ToDictionary(pair => places[pair.At], pair => pair.Workbook);
        }
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

        var wanted = answer.List(answer.Number);
        again = answer.List(() =>
        {
            var at = answer.Number();
            return (at, (CheckedWorkbook)Read(answer, content(at), null));
        });
        return wanted;
    }

    // in a long run the process was replaced meanwhile: what it knew is read again
    private int NumberNow(IsolatedWorkbook workbook)
    {
        if (workbook.Keeper == _process) return workbook.Number;
        var question = new WireWriter().Number((int)Request.Check).Text(workbook.Report.File).Content(workbook.Content);
        return Ask(question) is { } answer ? Read(answer, workbook.Content, null).Number : 0;
    }

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers)
    {
        if (workbook is not IsolatedWorkbook { Budget: not null } isolated) return workbook;
        lock (_gate)
        {
            return Read(OfKept(isolated, Request.Answer, question => question.Answers(answers)), isolated.Content, answers);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<ProjectPrint> Prints(CheckedWorkbook workbook) =>
        Of(workbook, Request.Prints, answer => answer.List(() => ProjectWire.Print(answer))) ?? [];

    /// <inheritdoc />
    public CheckedWorkbook Beside(CheckedWorkbook workbook, ReadOnlyMemory<byte> content, IReadOnlyList<KnownProject> known)
    {
        if (workbook is not IsolatedWorkbook { Budget: not null } isolated || known.Count == 0) return workbook;
        lock (_gate)
        {
            var answer = OfKept(isolated, Request.Beside, question =>
                question.List(known, project => ProjectWire.Write(question, project)));
            return Read(answer, isolated.Content, null);
        }
    }

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => Of(workbook, Request.Lineage, answer => answer.Lineage());

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content) =>
        Of(workbook, Request.Annotate, question => question.Report(workbook.Report), answer => answer.Content());

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook) => Of(workbook, Request.Note, answer => answer.Content());

    /// <inheritdoc />
    public NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason)
    {
        lock (_gate)
        {
            try
            {
                var answer = Ask(new WireWriter().Number((int)Request.Opening).Content(docx), isFresh: true)!;
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
            lock (_gate) Ready();
        }
        catch (Exception e) when (e is InspectionEndedException or OperationCanceledException)
        {
            log.LogDebug(e, "打开文件的进程没有启动");
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate) _process?.Dispose();
    }

    private static CheckReport Unreadable(string fileName, UnreadableReason reason) =>
        new() { File = fileName, Verdict = Verdict.Unreadable, Reason = reason };

    private T? Of<T>(CheckedWorkbook workbook, Request request, Func<WireReader, T?> read)
        where T : class => Of(workbook, request, question => question, read);

    private T? Of<T>(CheckedWorkbook workbook, Request request, Func<WireWriter, WireWriter> ask, Func<WireReader, T?> read)
        where T : class
    {
        if (workbook is not IsolatedWorkbook { Budget: not null } isolated) return null;
        lock (_gate) return read(OfKept(isolated, request, ask));
    }

    /// <summary>Asks about a workbook that is kept; one that is no longer kept is checked again first.</summary>
    private WireReader OfKept(IsolatedWorkbook workbook, Request request, Func<WireWriter, WireWriter> ask)
    {
        if (workbook.Keeper == _process && Ask(ask(new WireWriter().Number((int)request)
            .Number(workbook.Number))) is { } answer) return answer;
        var again = Read(
            Ask(new WireWriter().Number((int)Request.Check).Text(workbook.Report.File).Content(workbook.Content), isFresh: true)!,
                workbook.Content, null);
        if (workbook.Put is { } put)
            again = Read(Ask(new WireWriter().Number((int)Request.Answer).Number(again.Number).Answers(put))!,
                workbook.Content, put);
        return Ask(ask(new WireWriter().Number((int)request).Number(again.Number)), isLast: true)
            ?? throw new InspectionEndedException(null, "the workbook was forgotten at once");
    }

    private IsolatedWorkbook Read(WireReader answer, ReadOnlyMemory<byte> content, IReadOnlyList<GivenAnswer>? put)
    {
        var number = answer.Number();
        var report = answer.Report();
        var budget = answer.Flag() ? new Budget(report.Identity!, []) : null;
        var pack = answer.Text() is { } id ? packs.Find(id)?.RuleBook.Pack : null;
        return new IsolatedWorkbook(report, budget)
        {
            Pack = pack,
            Answers = answer.Answers(),
            Keeper = _process!,
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
    private WireReader? Ask(WireWriter question, bool isFresh = false, bool isLast = false)
    {
        if (isFresh && _process is { IsWorn: true }) Replace();
        for (var (crashes, kills) = (0, 0); ;)
        {
            try
            {
                return Take(new WireReader(Ready().Ask(question.Bytes, stop)));
            }
            catch (InspectionEndedException ended)
            {
                Replace();
                log.LogWarning("打开文件的进程已终止（{Detail}）", ended.Message);
                var isCrash = ended.Reason?.Code == UnreadableReason.InternalError.Code;
                if (isLast) throw;
                if (!isFresh && (isCrash || ended.Reason is null)) return null;
                if (ended.Reason is not null && (!isCrash || ++crashes > 1)) throw;
                if (ended.Reason is null && ++kills > MostKills) throw;
            }
            catch (OperationCanceledException)
            {
                Replace();
                throw;
            }
        }
    }

    private WireReader? Take(WireReader answer)
    {
        switch ((Reply)answer.Number())
        {
            case Reply.Done:
                return answer;
            case Reply.Forgotten:
                return null;
            case Reply.OutOfMemory:
                throw new InspectionEndedException(
                    UnreadableReason.TooLarge.As("检查这份文件超出了允许的内存，已停止", UnreadableReason.TooLarge.Remedy)
                        .With($"上限 {limits.Bytes >> 20} MB"), "out of memory");
            default:
                throw new InvalidOperationException(answer.Text());
        }
    }

    private InspectionProcess Ready() => _process ??= InspectionProcess.Start(limits, settingsFile, stop);

    private void Replace()
    {
        _process?.Dispose();
        _process = null;
    }
}
