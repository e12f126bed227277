using System.Diagnostics;
using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.TestHost;

/// <summary>An engine whose verdict stands in the workbook itself.</summary>
public sealed class FakeEngine : IBudgetEngine
{
    /// <inheritdoc />
    public string EngineVersion { get; init; } = Environment.GetEnvironmentVariable("FAKE_ENGINE_VERSION") ?? "规则一";

    /// <inheritdoc />
    public CheckedWorkbook Check(string fileName, ReadOnlyMemory<byte> content)
    {
        if (FakeWorkbook.Read(content) is not [var order, var unit, _]) return Unreadable(fileName, UnreadableReason.NotAWorkbook);
        var identity = new BudgetIdentity("hebei", unit, $"单位{unit}", 2023);
        return order switch
        {
            "accepted" => new(new CheckReport { File = fileName, Identity = identity, Verdict = Verdict.Accepted }, new Budget(identity, [])),
            "returned" => new(Returned(fileName, identity), new Budget(identity, [])),
            "encrypted" => Unreadable(fileName, UnreadableReason.Encrypted),
            "kill" => Kill(),
            _ => throw new InvalidOperationException("poison"),
        };
    }

    /// <inheritdoc />
    public CheckedWorkbook Answered(CheckedWorkbook workbook, IReadOnlyList<GivenAnswer> answers) => workbook;

    /// <inheritdoc />
    public byte[]? Annotate(CheckedWorkbook workbook, ReadOnlyMemory<byte> content) =>
        workbook.Budget is null ? null : [.. content.Span, .. "annotated"u8];

    /// <inheritdoc />
    public byte[]? Note(CheckedWorkbook workbook) =>
        workbook.Budget is null ? null : Encoding.UTF8.GetBytes("note of " + workbook.Report.Identity!.UnitCode);

    private static CheckedWorkbook Kill()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
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
                Expected = "1683.10",
                Actual = "1693.10",
                Difference = "10.00",
            },
        ],
    };
}
