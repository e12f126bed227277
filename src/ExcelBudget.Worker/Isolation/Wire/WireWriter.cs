using System.Buffers;
using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Isolation.Wire;

/// <summary>
/// Writes what crosses the pipe between the program and the process that opens files; <see cref="WireReader"/> reads it back. The content
/// of a large file is not copied: it goes from where it lies into the pipe, and must stay as it is until then.
/// </summary>
internal sealed class WireWriter : IDisposable
{
    // from here on a copy costs more than one more write
    private const int Large = 16 << 10;

    private readonly MemoryStream _memory = new();
    private readonly List<(int At, ReadOnlyMemory<byte> Content)> _beside = [];
    private readonly BinaryWriter _writer;

    public WireWriter() => _writer = new BinaryWriter(_memory, Encoding.UTF8);

    /// <summary>What was written so far, in one.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            var whole = new ArrayBufferWriter<byte>();
            foreach (var piece in Pieces) whole.Write(piece.Span);
            return whole.WrittenMemory;
        }
    }

    /// <summary>What was written so far, piece by piece; the first is never the content of a file.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces
    {
        get
        {
            var own = _memory.GetBuffer().AsMemory(0, (int)_memory.Length);
            var from = 0;
            foreach (var (at, content) in _beside)
            {
                yield return own[from..at];
                yield return content;
                from = at;
            }

            if (from < own.Length || from == 0) yield return own[from..];
        }
    }

    /// <summary>Bytes written so far.</summary>
    public long Length => _memory.Length + _beside.Sum(piece => (long)piece.Content.Length);

    /// <inheritdoc />
    public void Dispose() => _writer.Dispose();

    public WireWriter Number(int number)
    {
        _writer.Write(number);
        return this;
    }

    /// <summary>A size in bytes.</summary>
    public WireWriter Size(long bytes)
    {
        _writer.Write(bytes);
        return this;
    }

    public WireWriter Flag(bool flag)
    {
        _writer.Write(flag);
        return this;
    }

    public WireWriter Text(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null) _writer.Write(text);
        return this;
    }

    /// <summary>The content of a file.</summary>
    public WireWriter Content(ReadOnlyMemory<byte> content)
    {
        _writer.Write(content.Length);
        if (content.Length < Large) _writer.Write(content.Span);
        else _beside.Add(((int)_memory.Length, content));
        return this;
    }

    /// <summary>The content of a file, or that there is none: an array that is null would turn into a file without a byte.</summary>
    public WireWriter Content(byte[]? content)
    {
        if (content is not null) return Content(content.AsMemory());
        _writer.Write(-1);
        return this;
    }

    public WireWriter List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        _writer.Write(items.Count);
        foreach (var item in items) write(item);
        return this;
    }

    public WireWriter Report(CheckReport report)
    {
        Text(report.File).Number((int)report.Verdict).Optional(report.Identity, Identity).Optional(report.Reason, Reason);
        Text(report.ReturnedBecause).Text(report.Workbook).Flag(report.Agreed is not null).Number(report.Agreed ?? 0);
        List(report.Findings, Finding).List(report.Changes, Change);
        List(report.Trial.Rules, rule => Text(rule)).List(report.Trial.Findings, Finding);
        Text(report.SignOff.Preparer).Text(report.SignOff.Reviewer).Text(report.SignOff.Head);
        return List(report.Unchecked, rule => Text(rule.Rule).Text(rule.Reason).Flag(rule.IsForWantOfForms));
    }

    public WireWriter Answers(IReadOnlyList<GivenAnswer> answers) => List(answers, answer =>
        Text(answer.Key).Text(answer.Text).Text(answer.Figures.Expected).Text(answer.Figures.Actual)
            .Flag(answer.IsCarried).Flag(answer.WasCut).Flag(answer.WasNoText));

    public WireWriter Entries(IReadOnlyList<CellEntry> entries) => List(entries, entry =>
        Text(entry.Sheet).Text(entry.Cell).Flag(entry.Number is not null).Figure(entry.Number ?? 0m).Text(entry.Text));

    public WireWriter Lineage(WorkbookLineage? lineage) => Optional(lineage, it =>
        Text(it.WorkbookId).Text(it.Step).Text(it.IssuedAt).Text(it.After).Flag(it.IsIntact).Text(it.Content).Text(it.Changes)
            .Text(it.SelfCheck));

    public WireWriter Opening(NoteOpening? opening) => Optional(opening, it => List(it.Lines, line => Text(line)).Text(it.Title));

    public WireWriter Reason(UnreadableReason? reason) => Optional(reason, Reason);

    public WireWriter Texts(IReadOnlyList<string> texts) => List(texts, text => Text(text));

    private void Identity(BudgetIdentity it) => Text(it.Pack).Text(it.UnitCode).Text(it.UnitName).Number(it.Year)
        .Text(it.Called);

    private void Reason(UnreadableReason it, bool isThere = true) => Text(it.Code).Text(it.Problem).Text(it.Remedy).Text(it.Detail);

    private void Finding(Finding it)
    {
        Text(it.Kind?.Id).Text(it.Rule).Text(it.Category).Number((int)it.Severity).Text(it.Message);
        Text(it.Project).Text(it.Basis).Text(it.Answer);
        Place(it.Place);
        Value(it.Expected);
        Value(it.Actual);
        Value(it.Difference);
        List(it.Related, Place).List(it.Ties, Finding).Flag(it.AnswerWasFor is not null);
        if (it.AnswerWasFor is { } was) Text(was.Expected).Text(was.Actual);
    }

    private void Change(Change it)
    {
        Place(it.Place);
        Text(it.Before).Text(it.After);
    }

    private void Place(Place it)
    {
        Text(it.Sheet).Text(it.Cell).Text(it.Sentence).Number(it.Paragraph ?? -1).Flag(it.Address is not null);
        if (it.Address is { } at) Text(at.Form.Value).Text(at.Row.Value).Number(at.Row.Repeat).Text(at.Column.Value);
    }

    private void Value(FindingValue? value)
    {
        switch (value)
        {
            case null:
                Number(0);
                break;
            case FindingValue.Amount amount:
                Number(1).Figure(amount.Number).Number(amount.Decimals).Text(amount.Unit);
                break;
            case FindingValue.Count count:
                Number(2).Figure(count.Number);
                break;
            default:
                Number(3).Text(value.ToString());
                break;
        }
    }

    private WireWriter Figure(decimal figure)
    {
        _writer.Write(figure);
        return this;
    }

    private WireWriter Optional<T>(T? item, Action<T> write)
        where T : class
    {
        Flag(item is not null);
        if (item is not null) write(item);
        return this;
    }

    private WireWriter Optional(UnreadableReason? item, Action<UnreadableReason, bool> write)
    {
        Flag(item is not null);
        if (item is not null) write(item, true);
        return this;
    }
}
