using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Worker.Tests.Reports;

/// <summary>A report that has one of everything.</summary>
internal static class ReportSample
{
    public static CheckReport Full { get; } = new()
    {
        File = "魏县县委办公室.xlsx",
        Identity = new BudgetIdentity("hebei", "201", "魏县县委办公室", 2023),
        Verdict = Verdict.Returned,
        Findings =
        [
            new Finding { Rule = "T9-EMPTY", Category = Category.EmptyTableUndeclared, Severity = Severity.Warning, Message = "空表未说明。",
                Place = new Place("政府性基金", Address: new CellAddress("T7", "", "")), Answer = "无此项" },
            new Finding
            {
                Rule = "T3-ROLLUP", Category = Category.TotalMismatch, Severity = Severity.Error, Message = "类合计<与>款合计不一致。",
                Place = new Place("支出总表", "D9", new CellAddress("T3", "20131", "3")), Expected = new FindingValue.Amount(1683.10m),
                    Actual = new FindingValue.Amount(1693.10m), Difference = new FindingValue.Amount(10m),
                Related = [new Place("支出总表", "D10", new CellAddress("T3", "2013101", "3"))], Basis = "部门支出总体情况表",
            },
            new Finding { Rule = "P-NAME", Category = Category.DuplicateProject, Severity = Severity.Info, Message = "项目名称相近。", Project =
                "130434P1" },
        ],
        Changes = [new Change(new Place("支出总表", "C12", new CellAddress("T3", "2080501", "4")), "2.18", "")],
        Unchecked = [new Unchecked("T5-S6", "单元格是文字")],
    };

    public static CheckReport Unreadable { get; } =
        new() { File = "加密.xlsx", Verdict = Verdict.Unreadable, Reason = UnreadableReason.Encrypted };
}
