using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Engine;

/// <summary>来历。What tells a newer workbook of a unit from an older one, whatever its file is called and whenever it was saved.</summary>
public sealed record WorkbookLineage
{
    private const int MarkLength = 8;

    /// <summary>编号 of the workbook; empty when it carries none.</summary>
    public string WorkbookId { get; init; } = "";

    /// <summary>日历环节; empty when it names none.</summary>
    public string Step { get; init; } = "";

    /// <summary>When it was issued; later sorts after earlier; empty when it does not say.</summary>
    public string IssuedAt { get; init; } = "";

    /// <summary>编号 of the workbook it was issued after; empty when it was the first or does not say.</summary>
    public string After { get; init; } = "";

    /// <summary>False when somebody has relabelled it: its identity no longer fits the check sum it was issued with.</summary>
    public bool IsIntact { get; init; } = true;

    /// <summary>Fingerprint of all that was read from it: two files with the same one say the same.</summary>
    public string Content { get; init; } = "";

    /// <summary>One mark of eight signs for each prefilled or blank cell that was changed since issue, sorted and joined.</summary>
    public string Changes { get; init; } = "";

    /// <summary>自检。The check in the task pane that its hidden sheet tells of, as <see cref="SelfCheck.Line"/>; empty for none.</summary>
    public string SelfCheck { get; init; } = "";

    /// <summary>The lineage of a workbook that was read.</summary>
    internal static WorkbookLineage Of(CheckedWorkbook workbook) => Of(workbook, ContentOf(workbook));

    /// <summary>自检。What the task pane is to leave in the workbook of this lineage, which was checked now.</summary>
    /// <param name="report">What the check said.</param>
    /// <param name="at">When it was made.</param>
    internal CheckMark Mark(CheckReport report, DateTimeOffset at) =>
        new(at, report.Verdict, report.Count(Severity.Error), report.Count(Severity.Warning), Content);

    private static WorkbookLineage Of(CheckedWorkbook workbook, string content) => new()
    {
        WorkbookId = workbook.Issue?.WorkbookId ?? "",
        Step = workbook.Issue?.Lineage.Step ?? "",
        IssuedAt = workbook.Issue?.Lineage.Stamp ?? "",
        After = workbook.Issue?.Lineage.After ?? "",
        IsIntact = workbook.Issue?.IsIntact ?? true,
        Content = content,
        SelfCheck = workbook.Mark is { } mark ? Workbooks.Identity.SelfCheck.Of(mark, content).Line : "",
        Changes = string.Concat(workbook.Report.Changes.Select(MarkOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
    };

    /// <summary>
    /// True when every change in this workbook stands in the other one too, and the other one has more: it is an earlier stage.
    /// </summary>
    /// <param name="changes">Changes of the other workbook.</param>
    public bool IsEarlierStageOf(string changes)
    {
        var (own, other) = (Marks(Changes), Marks(changes));
        return own.Count < other.Count && own.IsSubsetOf(other);
    }

    private static HashSet<string> Marks(string changes) =>
        [.. Enumerable.Range(0, changes.Length / MarkLength).Select(at => changes.Substring(at * MarkLength, MarkLength))];

    private static string MarkOf(Change change) => Short($"{change.Place.Address}|{change.After}")[..MarkLength];

    private static string ContentOf(CheckedWorkbook workbook)
    {
        var budget = workbook.Budget!;
        var words = new StringBuilder();
        foreach (var form in budget.Forms)
        {
            words.Append(form.Form.Value).Append('\n');
            foreach (var row in form.Rows)
            {
                words.Append(row.Key.Value).Append('#').Append(row.Key.Repeat);
                foreach (var cell in row.Cells.OrderBy(cell => cell.Key.Value, StringComparer.Ordinal))
                    words.Append('|').Append(cell.Key.Value).Append('=').Append(Plain(cell.Value));
                words.Append('\n');
            }
        }

        return Short(words.ToString())[..32];
    }

    private static string Plain(CellValue value) => value switch
    {
        CellValue.Amount amount => Figures.Plain(amount.Yuan),
        CellValue.Number number => Figures.Plain(number.Value),
        _ => value.AsText() ?? "",
    };

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
