using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.TestHost;

/// <summary>An engine whose verdict stands in the workbook itself.</summary>
public sealed class FakeEngine : IBudgetEngine
{
    private readonly ConcurrentDictionary<string, WorkbookLineage> _lineages = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string EngineVersion { get; init; } = Environment.GetEnvironmentVariable("FAKE_ENGINE_VERSION") ?? "规则一";

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        if (FakeWorkbook.Read(content) is not [var order, var unit, _]) return Unreadable(fileName, UnreadableReason.NotAWorkbook);
        var identity = IdentityOf(unit, FakeWorkbook.Issue(content));
        return order switch
        {
            "accepted" =>
                Known(new(new CheckReport { File = fileName, Identity = identity, Verdict = Verdict.Accepted }, new Budget(identity, [])),
                    content),
            "returned" => Known(new(Returned(fileName, identity), new Budget(identity, [])), content),
            "encrypted" => Unreadable(fileName, UnreadableReason.Encrypted),
            "crash" => Crash(),
            "sleep" => Sleep(),
            "eat" => Eat(),
            _ => throw new InvalidOperationException("poison"),
        };
    }

    /// <inheritdoc />
    public WorkbookLineage? Lineage(CheckedWorkbook workbook) => workbook.Budget is null ? null
        : _lineages.GetValueOrDefault(workbook.Report.File) ?? new();

    /// <inheritdoc />
    public CheckedBudget Check(Budget budget) => new(budget, [], []);

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers) => workbook;

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content) =>
        workbook.Budget is null ? null : [.. content.Span, .. "annotated"u8];

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook) =>
        workbook.Budget is null ? null : Encoding.UTF8.GetBytes("note of " + workbook.Report.Identity!.UnitCode);

    /// <inheritdoc />
    public NoteOpening? Opening(ReadOnlyMemory<byte> docx, out UnreadableReason? reason)
    {
        reason = FakeWorkbook.Read(docx) switch
        {
            [_, _, _] and not ["encrypted", ..] => null,
            null => UnreadableNote.NotANote,
            _ => UnreadableNote.Encrypted,
        };
        return reason is null ? new NoteOpening([$"单位{FakeWorkbook.Read(docx)![1]}2023年部门预算公开情况说明"], "") : null;
    }

    /// <inheritdoc />
    public CheckedNote CheckNote(string fileName, ReadOnlyMemory<byte> docx, CheckedWorkbook workbook)
    {
        var about = new CheckReport
        {
            File = fileName,
            Identity = workbook.Budget!.Identity,
            Verdict = Verdict.Accepted,
            Workbook =
            workbook.Report.File
        };
        return FakeWorkbook.Read(docx) switch
        {
            ["accepted", ..] => new(about with { Agreed = 3 }, null),
            ["returned", ..] =>
                new(about with { Verdict = Verdict.Returned, Agreed = 2, Findings = [Wrong()] }, [.. docx.Span, .. "commented"u8]),
            ["lacking", ..] => new(about with { Verdict = Verdict.Returned, Findings = [Wrong() with { Place = new Place() }] }, null),
            ["crash", ..] => CrashNote(),
            null => new(new CheckReport { File = fileName, Verdict = Verdict.Unreadable, Reason = UnreadableNote.NotANote }, null),
            ["encrypted", ..] =>
                new(new CheckReport { File = fileName, Verdict = Verdict.Unreadable, Reason = UnreadableNote.Encrypted }, null),
            _ => throw new InvalidOperationException("poison"),
        };
    }

    /// <inheritdoc />
    public ReissuedNote Reissue(CheckedWorkbook workbook, ReadOnlyMemory<byte> docx) =>
        FakeWorkbook.Read(docx) is [_, _, var version] && !version.Contains("poison", StringComparison.Ordinal)
            ? new(Encoding.UTF8.GetBytes("reissued " + version), null, []) : throw new InvalidOperationException("poison");

    private static BudgetIdentity IdentityOf(string unit, FakeIssue issue) => new(issue.Pack, unit, issue.UnitName ?? $"单位{unit}",
        issue.Year);

    private CheckedWorkbook Known(CheckedWorkbook workbook, ReadOnlyMemory<byte> content)
    {
        _lineages[workbook.Report.File] = FakeWorkbook.Issue(content).Lineage;
        return workbook;
    }

    private static CheckedNote CrashNote()
    {
        Crash();
        throw new UnreachableException();
    }

    private static Finding Wrong() => new()
    {
        Rule = "NOTE-FIGURE",
        Category = Category.NarrativeMismatch,
        Severity = Severity.Error,
        Message = "这里写的是 2041.41 万元，工作簿中为 2041.42 万元。",
        Place = new Place { Paragraph = 12, Sentence = "2023年收入预算总计2041.41万元。" },
        Expected = new FindingValue.Amount(2041.42m),
        Actual = new FindingValue.Amount(2041.41m),
    };

    // what a stack that is too deep does
    private static CheckedWorkbook Crash()
    {
        Environment.FailFast("crash");
        throw new UnreachableException();
    }

    private static CheckedWorkbook Sleep()
    {
        Thread.Sleep(TimeSpan.FromMinutes(2));
        throw new UnreachableException();
    }

    private static CheckedWorkbook Eat()
    {
        var eaten = new List<byte[]>();
        while (eaten.Count < 10_000)
        {
            eaten.Add(GC.AllocateUninitializedArray<byte>(1 << 20));
            Array.Fill(eaten[^1], (byte)1);
            Thread.Sleep(1);
        }

        throw new UnreachableException();
    }

    private static CheckedWorkbook Unreadable(string fileName, UnreadableReason reason) =>
        new(new CheckReport { File = fileName, Verdict = Verdict.Unreadable, Reason = reason }, null);

    private static CheckReport Returned(string fileName, BudgetIdentity identity) => new()
    {
        File = fileName,
        Identity = identity,
        Verdict = Verdict.Returned,
        Findings =
        [
            new Finding
            {
                Rule = "T3-ROLLUP",
                Category = Category.TotalMismatch,
                Severity = Severity.Error,
                Message = "类合计与款合计不一致，请核对。",
                Place = new Place("支出预算表", "D9", new CellAddress("T3", "20131", "3")),
                Expected = new FindingValue.Amount(1683.10m),
                Actual = new FindingValue.Amount(1693.10m),
                Difference = new FindingValue.Amount(10m),
            },
        ],
    };
}
