using System.Runtime.InteropServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Isolation.Wire;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// The process that opens files: asked over its standard input, it answers on its standard output until nobody asks any more. It keeps the
/// last few workbooks, so that a note or an annotated copy can be asked for; it logs nothing and writes no file. It answers as many at
/// once as it has workers, each answer when it is ready.
/// </summary>
/// <param name="engine">What reads and checks; thread-safe.</param>
/// <param name="workers">How many questions are answered at once, at least 1.</param>
internal sealed class FileInspector(IBudgetEngine engine, int workers)
{
    // a workbook's note is asked for at once, beside what the other workers bring meanwhile
    private readonly int _mostKept = 4 * workers;

    // of the others only the goals are kept, for the end of a run
    private const int MostGoals = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Kept> _kept = [];
    private readonly Dictionary<int, KeptGoals> _goals = [];
    private int _number;

    /// <summary>Answers until the asker is gone.</summary>
    public void Run(Stream questions, Stream answers)
    {
        // the asker decides when a file is given up; a signal meant for both must not end one file early
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var asked = new CalmQueue<(int Ticket, ArraySegment<byte> Question)>();
        var reading = new Thread(() => Listen(questions, asked)) { IsBackground = true };
        reading.Start();
        var pipe = new Lock();
        Send(0, new WireWriter());
        Thread[] others = [.. Enumerable.Range(1, workers - 1).Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (var other in others) other.Start();
        Work();

        void Work()
        {
            while (true)
            {
                var (ticket, question) = asked.Take();
                Send(ticket, Answer(question));
            }
        }

        void Send(int ticket, WireWriter answer)
        {
            lock (pipe) Frames.Write(answers, ticket, answer);
        }
    }

    // the asker may be killed in the middle of a file: then nobody needs the answer
    private void Listen(Stream questions, CalmQueue<(int Ticket, ArraySegment<byte> Question)> asked)
    {
        try
        {
            while (Frames.ReadRented(questions) is var (ticket, question))
            {
                if (ticket == Frames.NoTicket) Forget(new WireReader(question).Number());
                else asked.Add((ticket, question));
            }
        }
        catch (IOException)
        {
            // the pipe broke: the same
        }

        Environment.Exit(0);
    }

    private WireWriter Answer(ArraySegment<byte> question)
    {
        try
        {
            var answer = new WireWriter().Number((int)Reply.Done);
            return Answer(question, new WireReader(question), answer) ? answer : new WireWriter().Number((int)Reply.Forgotten);
        }
        catch (OutOfMemoryException)
        {
            lock (_gate)
            {
                _kept.Clear();
                _goals.Clear();
            }

            return new WireWriter().Number((int)Reply.OutOfMemory);
        }
        catch (Exception fault)
        {
            // the edge of one file
            return new WireWriter().Number((int)Reply.Failed).Text(fault.ToString());
        }
    }

    private bool Answer(ArraySegment<byte> frame, WireReader question, WireWriter answer)
    {
        switch ((Request)question.Number())
        {
            case Request.Check:
                var (name, content) = (question.Words(), question.ContentInPlace());
                Keep(new Kept(engine.Check(name, content), content) { Rented = frame }, answer);
                return true;
            case Request.Version:
                answer.Text(engine.EngineVersion);
                return true;
            case Request.Opening:
                answer.Opening(engine.Opening(question.ContentInPlace(), out var reason)).Reason(reason);
                return true;
            case Request.Together:
                Together(question.List(question.Number), question, answer);
                return true;
            case var request:
                return Find(question.Number()) is { } kept && OfKept(request, kept, question, answer);
        }
    }

    private bool OfKept(Request request, Kept kept, WireReader question, WireWriter answer)
    {
        switch (request)
        {
            case Request.Answer:
                Keep(kept.As(engine.Answered(kept.Workbook, question.Answers())), answer);
                break;
            case Request.Prints:
                answer.List(engine.Prints(kept.Workbook), print => ProjectWire.Write(answer, print));
                break;
            case Request.Beside:
                Keep(kept.As(engine.Beside(kept.Workbook, kept.Content, question.List(() => ProjectWire.Known(question)))), answer);
                break;
            case Request.Lineage:
                answer.Lineage(engine.Lineage(kept.Workbook));
                break;
            case Request.Annotate:
                // as the asker has it: errors that were waived are told as such
                answer.Content(engine.Annotate(kept.Workbook with { Report = question.Report() }, kept.Content));
                break;
            case Request.Note:
                answer.Content(engine.Note(kept.Workbook));
                break;
            case Request.Look:
                answer.Content(engine.Look(kept.Workbook, kept.Content, question.Flag()));
                break;
            case Request.Enter:
                var entered = engine.Enter(kept.Workbook, kept.Content, question.Entries());
                answer.Content(entered.Content).List(entered.Refusals, refusal => answer.Number((int)refusal));
                break;
            case Request.CheckNote:
                var note = engine.CheckNote(question.Words(), question.ContentInPlace(), kept.Workbook);
                answer.Report(note.Report).Content(note.Annotated);
                break;
            default:
                var reissued = engine.Reissue(kept.Workbook, question.ContentInPlace());
                answer.Content(reissued.Note).Text(reissued.Problem).Texts(reissued.Remarks);
                break;
        }

        return true;
    }

    /// <summary>The workbooks of a run seen together: contents are sent for those only that are checked again.</summary>
    private void Together(IReadOnlyList<int> numbers, WireReader question, WireWriter answer)
    {
        var contents = question.List(() => (At: question.Number(), Content: question.Content() ?? []))
            .ToDictionary(pair => pair.At, pair => pair.Content);
        var wanted = new SortedSet<int>();
        var none = new CheckedWorkbook(new CheckReport { File = "", Verdict = Verdict.Unreadable }, null);
        KeptGoals?[] goals;
        lock (_gate) goals = [.. numbers.Select(number => _goals.GetValueOrDefault(number))];
        var again = engine.Together([.. goals.Select(kept => kept?.Unpacked() ?? none)], at =>
        {
            if (contents.TryGetValue(at, out var content)) return content;
            wanted.Add(at);
            return ReadOnlyMemory<byte>.Empty;
        });
        answer.List([.. wanted], at => answer.Number(at));
        answer.List([.. again.Keys.Order()], at =>
        {
            answer.Number(at);
            Keep(new Kept(again[at], contents[at]), answer);
        });
    }

    // the asker says so when it has every answer about it: nobody looks at its content any more
    private void Forget(int number)
    {
        lock (_gate)
        {
            if (!_kept.Remove(number, out var kept) || kept.Rented is not { } rented) return;
            kept.Rented = null;
            FileBuffers.Return(rented);
        }
    }

    private Kept? Find(int number)
    {
        lock (_gate) return _kept.GetValueOrDefault(number);
    }

    private void Keep(Kept kept, WireWriter answer)
    {
        var workbook = kept.Workbook;
        answer.Number(Number(kept)).Report(workbook.Report).Flag(workbook.Budget is not null).Text(workbook.Pack?.Id)
            .Answers(workbook.Answers);
    }

    private int Number(Kept kept)
    {
        var goals = KeptGoals.Of(kept.Workbook);
        lock (_gate)
        {
            var number = ++_number;
            _kept[number] = kept;
            _kept.Remove(number - _mostKept);
            if (goals is not null) _goals[number] = goals;
            _goals.Remove(number - MostGoals);
            return number;
        }
    }

    /// <summary>A workbook that may be asked about.</summary>
    /// <param name="workbook">What became of it.</param>
    /// <param name="content">Its bytes.</param>
    private sealed class Kept(CheckedWorkbook workbook, ReadOnlyMemory<byte> content)
    {
        public CheckedWorkbook Workbook => workbook;

        public ReadOnlyMemory<byte> Content => content;

        /// <summary>The memory that its bytes lie in, where nothing else does and it can be used again.</summary>
        public ArraySegment<byte>? Rented { get; set; }

        /// <summary>Something else that became of the same bytes, which then belong to both.</summary>
        public Kept As(CheckedWorkbook other)
        {
            Rented = null;
            return new Kept(other, content);
        }
    }
}
