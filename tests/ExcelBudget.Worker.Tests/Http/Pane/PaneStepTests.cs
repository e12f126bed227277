using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Http.Pane;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>Which step the head of the pane names, and when it says that a return will be held.</summary>
public sealed class PaneStepTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly UnitStatus[] Statuses =
    [
        Of("一上", new(2025, 9, 1), new(2025, 9, 20)), Of("公开", new(2026, 2, 21), new(2026, 3, 12)),
        Of("决算", new(2026, 6, 1), new(2026, 7, 1)),
    ];

    [Theory]
    [InlineData("一上", "一上", "“一上”已经结束，现在进行的是“公开”")]
    [InlineData("公开", "公开", null)]
    [InlineData("决算", "决算", "“决算”2026-06-01 才开放")]
    [InlineData("", "公开", null)]
    [InlineData("别的", "公开", null)]
    public void Step_IsTheWorkbooksOwn_ElseTheOpenOne_AndSaysWhenAReturnIsHeld(string own, string name, string? closed)
    {
        var step = PaneAnswer.StepOf(Statuses, own, Today).ShouldNotBeNull();
        step.Step.Name.ShouldBe(name);
        var told = PaneAnswer.Closed(Statuses, step, Today);
        if (closed is null) told.ShouldBeNull();
        else
        {
            told.ShouldNotBeNull().ShouldStartWith(closed);
            told.ShouldContain("转为待核");
        }
    }

    private static UnitStatus Of(string step, DateOnly opens, DateOnly due) => new(
        new CountyDepartment("101", "甲局"), new CountyUnit("101001", "甲局本级", "101", "hebei"),
        new CalendarStep(step, new StepDates(opens, due, [])), UnitState.Issued);
}
