using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ExcelBudget.Workbooks.Tables;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>下发报告。A line for each unit of a run, as a workbook and as JSON.</summary>
internal sealed class IssueReport(IssueOrder order, IReadOnlyList<IssuedLine> lines, DateTimeOffset at)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The name of the report without extension.</summary>
    public string Name => $"下发报告 {at.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";

    /// <summary>One line that sums it up.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{order.County.Name} {order.County.Year} 年度{order.Step.Name}：共 {lines.Count} 个单位，本次下发 {Count(IssueOutcome.Issued)}")
        + $"，以前已下发 {Count(IssueOutcome.Earlier)}，未下发 {Count(IssueOutcome.Failed)}"
        + (Count(IssueOutcome.NotReached) is > 0 and var left ? $"，未处理 {left}" : "");

    /// <summary>The report as JSON.</summary>
    public byte[] Json()
    {
        var shape = new
        {
            County = order.County.Name,
            order.County.Year,
            Step = order.Step.Name,
            At = at.ToString("O", CultureInfo.InvariantCulture),
            Issued = Count(IssueOutcome.Issued),
            Earlier = Count(IssueOutcome.Earlier),
            Failed = Count(IssueOutcome.Failed),
            NotReached = Count(IssueOutcome.NotReached),
            order.Faults,
            Units = lines.Select(line => new
            {
                line.Department,
                line.DepartmentName,
                line.Unit,
                line.UnitName,
                Outcome = Code(line.Outcome),
                line.Remark,
                line.Path,
                line.Errors,
            }),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(shape, Options), (byte)'\n'];
    }

    /// <summary>The report as a workbook: failed units first.</summary>
    public byte[] Workbook() => TableBookWriter.Write(new TableBook(
    [
        new("下发报告",
            [
                new("序号", 7, TableColumnKind.Count), new("部门编码", 11, TableColumnKind.Code), new("部门名称", 26),
                new("单位编码", 12, TableColumnKind.Code), new("单位名称", 30), new("结果", 12, TableColumnKind.Code), new("说明", 58), new("文件", 46),
            ],
            [.. lines.OrderBy(line => line.Outcome == IssueOutcome.Failed ? 0 : 1).Select(Row)])
        {
            Title = $"{order.County.Year} 年度部门预算工作簿下发报告（{order.Step.Name}）",
            Subtitle = $"{Summary}　　{at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}",
            HasFilter = true,
            Notes = order.Faults.Count == 0 ? [] : ["县级名册中有问题、没有列入的行：", .. order.Faults],
        },
    ]));

    private IReadOnlyList<TableCell> Row(IssuedLine line, int index) =>
    [
        TableCell.Of(index + 1), TableCell.Of(line.Department), TableCell.Of(line.DepartmentName), TableCell.Of(line.Unit),
        TableCell.Of(line.UnitName), TableCell.Of(line.Word, Tone(line)), TableCell.Of(line.Remark), TableCell.Of(line.Path),
    ];

    private static CellTone Tone(IssuedLine line) => line.Outcome switch
    {
        IssueOutcome.Issued => line.Errors == 0 ? CellTone.Good : CellTone.Attention,
        IssueOutcome.Earlier => CellTone.Underway,
        IssueOutcome.Failed => CellTone.Bad,
        _ => CellTone.Quiet,
    };

    private static string Code(IssueOutcome outcome) => outcome switch
    {
        IssueOutcome.Issued => "issued",
        IssueOutcome.Earlier => "earlier",
        IssueOutcome.Failed => "failed",
        _ => "not_reached",
    };

    private int Count(IssueOutcome outcome) => lines.Count(line => line.Outcome == outcome);
}
