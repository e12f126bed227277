using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote, in the same order.</summary>
internal sealed class WireReader : IDisposable
{
    private readonly ArraySegment<byte> _frame;
    private readonly MemoryStream _memory;
    private readonly BinaryReader _reader;

    /// <param name="frame">The message; what is read of it may go on lying in it.</param>
    public WireReader(ArraySegment<byte> frame)
    {
        (_frame, _memory) = (frame, new MemoryStream(frame.Array!, frame.Offset, frame.Count, writable: false));
        _reader = new BinaryReader(_memory, Encoding.UTF8);
    }

    /// <inheritdoc />
    public void Dispose() => _reader.Dispose();

    public int Number() => _reader.ReadInt32();

    public long Size() => _reader.ReadInt64();

    public bool Flag() => _reader.ReadBoolean();

    public string? Text() => _reader.ReadBoolean() ? _reader.ReadString() : null;

    /// <summary>A text that is never left out.</summary>
    public string Words() => Text() ?? "";

    public byte[]? Content() => _reader.ReadInt32() is >= 0 and var length ? _reader.ReadBytes(length) : null;

    /// <summary>The content of a file where it lies in the message, which it keeps; nothing where there is none.</summary>
    /// <exception cref="EndOfStreamException">The message ends before it.</exception>
    public ReadOnlyMemory<byte> ContentInPlace()
    {
        var length = Math.Max(0, _reader.ReadInt32());
        var at = (int)_memory.Position;
        if (length > _frame.Count - at) throw new EndOfStreamException();
        _memory.Position += length;
        return _frame.AsMemory(at, length);
    }

    public IReadOnlyList<T> List<T>(Func<T> read)
    {
        var items = new T[_reader.ReadInt32()];
        for (var at = 0; at < items.Length; at++) items[at] = read();
        return items;
    }

    public CheckReport Report()
    {
        var report = new CheckReport { File = Words(), Verdict = (Verdict)Number(), Identity = Optional(Identity), Reason = Reason() };
        report = report with { ReturnedBecause = Text(), Workbook = Text() };
        var (isAgreed, agreed) = (Flag(), Number());
        return report with
        {
            Agreed = isAgreed ? agreed : null,
            Findings = List(Finding),
            Changes = List(Change),
            Trial = new TrialOutcome(List(Words), List(Finding)),
            SignOff = new SignOff(Words(), Words(), Words()),
            Unchecked = List(() => new Unchecked(Words(), Words()) { IsForWantOfForms = Flag() }),
        };
    }

    public IReadOnlyList<GivenAnswer> Answers() => List(() => new GivenAnswer(Words(), Words(), new AnsweredFigures(Words(), Words()))
    {
        IsCarried = Flag(),
        WasCut = Flag(),
        WasNoText = Flag(),
    });

    public IReadOnlyList<CellEntry> Entries() => List(() =>
    {
        var (sheet, cell, isNumber, number, text) = (Words(), Words(), Flag(), _reader.ReadDecimal(), Text());
        return new CellEntry(sheet, cell, isNumber ? number : null, text);
    });

    public WorkbookLineage? Lineage() => Optional(() => new WorkbookLineage
    {
        WorkbookId = Words(),
        Step = Words(),
        IssuedAt = Words(),
        After = Words(),
        IsIntact = Flag(),
        Content = Words(),
        Changes = Words(),
        SelfCheck = Words(),
    });

    public NoteOpening? Opening() => Optional(() => new NoteOpening(List(Words), Words()));

    public UnreadableReason? Reason() => Optional(() => Known(Words()).As(Words(), Words()).With(Words()));

    public IReadOnlyList<string> Texts() => List(Words);

    private static UnreadableReason Known(string code) =>
        FindingCatalogue.Refusals.SelectMany(part => part.Reasons).First(reason => reason.Code == code);

    private BudgetIdentity Identity() => new(Words(), Words(), Words(), Number()) { Called = Words() };

    private Finding Finding()
    {
        var kind = Text() is { } id ? FindingCatalogue.Find(id) : null;
        var finding = new Finding { Rule = Words(), Category = Words(), Severity = (Severity)Number(), Message = Words() };
        return finding with
        {
            Kind = kind,
            Project = Text(),
            Basis = Text(),
            Answer = Text(),
            Place = Place(),
            Expected = Value(),
            Actual = Value(),
            Difference = Value(),
            Related = List(Place),
            Ties = List(Finding),
            AnswerWasFor = Flag() ? new AnsweredFigures(Words(), Words()) : null,
        };
    }

    private Change Change() => new(Place(), Words(), Words());

    private Place Place()
    {
        var (sheet, cell, sentence, paragraph, isPlaced) = (Text(), Text(), Text(), Number(), Flag());
        CellAddress? address = isPlaced
            ? new CellAddress(new FormId(Text()!), new RowKey(Text()!) { Repeat = Number() }, new ColumnId(Text()!)) : null;
        return new Place(sheet, cell, address) { Sentence = sentence, Paragraph = paragraph < 0 ? null : paragraph };
    }

    private FindingValue? Value() => Number() switch
    {
        1 => new FindingValue.Amount(_reader.ReadDecimal(), Number(), Words()),
        2 => new FindingValue.Count(_reader.ReadDecimal()),
        3 => new FindingValue.Text(Words()),
        _ => null,
    };

    private T? Optional<T>(Func<T> read)
        where T : class => Flag() ? read() : null;
}
