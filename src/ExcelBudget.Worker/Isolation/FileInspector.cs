using System.Runtime.InteropServices;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Isolation.Wire;

namespace ExcelBudget.Worker.Isolation;

/// <summary>
/// The process that opens files: asked over its standard input, it answers on its standard output until nobody asks any more. It keeps the
/// last few workbooks, so that a note or an annotated copy can be asked for; it logs nothing and writes no file.
/// </summary>
/// <param name="engine">What reads and checks.</param>
internal sealed class FileInspector(IBudgetEngine engine)
{
    private const int MostKept = 4;

    private readonly Dictionary<int, (CheckedWorkbook Workbook, byte[] Content)> _kept = [];
    private int _number;

    /// <summary>Answers until the asker is gone.</summary>
    public void Run(Stream questions, Stream answers)
    {
        // the asker decides when a file is given up; a signal meant for both must not end one file early
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var asked = new System.Collections.Concurrent.BlockingCollection<byte[]>();
        var reading = new Thread(() => Listen(questions, asked)) { IsBackground = true };
        reading.Start();
        Frames.Write(answers, new WireWriter().Text(engine.EngineVersion).Bytes.Span);
        foreach (var question in asked.GetConsumingEnumerable()) Frames.Write(answers, Answer(question).Bytes.Span);
    }

    // the asker may be killed in the middle of a file: then nobody needs the answer
    private static void Listen(Stream questions, System.Collections.Concurrent.BlockingCollection<byte[]> asked)
    {
        try
        {
            while (Frames.Read(questions) is { } question) asked.Add(question);
        }
        catch (IOException)
        {
            // the pipe broke: the same
        }

        Environment.Exit(0);
    }

    private WireWriter Answer(byte[] question)
    {
        try
        {
            var answer = new WireWriter().Number((int)Reply.Done);
            return Answer(new WireReader(question), answer) ? answer : new WireWriter().Number((int)Reply.Forgotten);
        }
        catch (OutOfMemoryException)
        {
            _kept.Clear();
            return new WireWriter().Number((int)Reply.OutOfMemory);
        }
        catch (Exception fault)
        {
            // the edge of one file
            return new WireWriter().Number((int)Reply.Failed).Text(fault.ToString());
        }
    }

    private bool Answer(WireReader question, WireWriter answer)
    {
        switch ((Request)question.Number())
        {
            case Request.Check:
                var (name, content) = (question.Words(), question.Content() ?? []);
                Keep(engine.Check(name, content), content, answer);
                return true;
            case Request.Opening:
                answer.Opening(engine.Opening(question.Content() ?? [], out var reason)).Reason(reason);
                return true;
            case var request:
                return _kept.TryGetValue(question.Number(), out var kept) && OfKept(request, kept, question, answer);
        }
    }

    private bool OfKept(Request request, (CheckedWorkbook Workbook, byte[] Content) kept, WireReader question, WireWriter answer)
    {
        switch (request)
        {
            case Request.Answer:
                Keep(engine.Answered(kept.Workbook, question.Answers()), kept.Content, answer);
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
            case Request.CheckNote:
                var note = engine.CheckNote(question.Words(), question.Content() ?? [], kept.Workbook);
                answer.Report(note.Report).Content(note.Annotated);
                break;
            default:
                var reissued = engine.Reissue(kept.Workbook, question.Content() ?? []);
                answer.Content(reissued.Note).Text(reissued.Problem).Texts(reissued.Remarks);
                break;
        }

        return true;
    }

    private void Keep(CheckedWorkbook workbook, byte[] content, WireWriter answer)
    {
        _kept[++_number] = (workbook, content);
        _kept.Remove(_number - MostKept);
        answer.Number(_number).Report(workbook.Report).Flag(workbook.Budget is not null).Text(workbook.Pack?.Id).Answers(workbook.Answers);
    }
}
