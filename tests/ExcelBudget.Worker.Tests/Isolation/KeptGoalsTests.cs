using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Isolation;

namespace ExcelBudget.Worker.Tests.Isolation;

/// <summary>What is kept of a checked workbook until the end of a run.</summary>
public sealed class KeptGoalsTests
{
    private static readonly BudgetIdentity Identity = new("hebei", "201", "教育局", 2023);

    [Fact]
    public void Goals_KeptOfAWorkbook_AreThoseItHas()
    {
        ProjectGoal[] goals =
        [
            new(new RowKey("P1"), "校舍维修", "完成 3 所学校“校舍”维修。\n惠及 1,200 人"), new(new RowKey("P1") { Repeat = 2 }, "", "𠮷"),
        ];
        var unpacked = KeptGoals.Of(Workbook(goals))!.Unpacked();
        unpacked.Goals.ShouldBe(goals);
        unpacked.Budget!.Identity.ShouldBe(Identity);
    }

    [Fact]
    public void Workbook_WithoutGoals_KeepsNothing() => KeptGoals.Of(Workbook([])).ShouldBeNull();

    private static CheckedWorkbook Workbook(ProjectGoal[] goals) => new(
        new CheckReport { File = "报送.xlsx", Verdict = Verdict.Accepted, Identity = Identity }, new Budget(Identity, []))
    { Goals = goals };
}
