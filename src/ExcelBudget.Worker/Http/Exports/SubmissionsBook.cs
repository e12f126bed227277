using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Tables;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Exports;

/// <summary>报送清单。Everything that was handed in, one row each, oldest first.</summary>
internal static class SubmissionsBook
{
    /// <summary>Writes it.</summary>
    public static byte[] Write(CountyRegister county, IReadOnlyList<HandedIn> returns) => TableBookWriter.Write(new TableBook(
    [
        new("报送清单",
            [
                new("收到时间", 18, TableColumnKind.Code), new("环节", 10), new("部门名称", 24), new("单位编码", 12, TableColumnKind.Code),
                new("单位名称", 28), new("类别", 10, TableColumnKind.Code), new("结果", 10, TableColumnKind.Code),
                new("错误", 8, TableColumnKind.Count), new("未答复疑点", 11, TableColumnKind.Count), new("文件", 40), new("签字", 34),
                new("报送编号", 34, TableColumnKind.Code),
            ],
            [.. returns.Select(file => Row(county, file))])
        {
            Title = $"{county.Name} {county.Year} 年度部门预算报送清单",
            Subtitle = $"共 {returns.Count} 份",
            HasFilter = true,
            FrozenColumns = 1,
        },
    ]));

    private static IReadOnlyList<TableCell> Row(CountyRegister county, HandedIn file) =>
    [
        TableCell.Of(file.ReceivedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), TableCell.Of(file.Step),
        TableCell.Of(county.DepartmentOf(file.UnitCode)?.Name), TableCell.Of(file.UnitCode),
        TableCell.Of(county.Unit(file.UnitCode)?.Name), TableCell.Of(file.Kind == SubmissionKind.Note ? "情况说明" : "工作簿"),
        TableCell.Of(file.Verdict?.Title(), file.Verdict == Verdict.Accepted ? CellTone.Good : CellTone.Bad), Count(file.Errors),
        Count(file.OpenQuestions), TableCell.Of(file.Name), TableCell.Of(file.SignOff.IsAny ? file.SignOff.ToString() : ""),
        TableCell.Of(file.Id),
    ];

    private static TableCell Count(int count) => count == 0 ? TableCell.Blank : TableCell.Of(count);
}
