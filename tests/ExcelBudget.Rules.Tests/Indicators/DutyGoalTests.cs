using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Goals of nothing but duty words, each kind beside goals that name something of their own.</summary>
public sealed class DutyGoalTests
{
    [Theory]
    [InlineData("完成上级下达的年度工作任务。")]
    [InlineData("保障单位正常运转。")]
    [InlineData("做好本职工作，确保各项工作顺利开展。")]
    [InlineData("认真履行部门职责，按时完成各项工作任务，确保机关正常运转。")]
    [InlineData("圆满完成县委县政府交办的各项工作任务，确保单位日常工作有序开展。")]
    [InlineData("保障机构正常运行，履行好各项职能，高质量完成全年目标任务。")]
    [InlineData("按照上级要求，扎实做好各项重点工作，圆满完成领导交办的其他事项。")]
    [InlineData("较好地完成本年度各项业务工作；保证部门正常运行。")]
    public void DutyWordsAlone_AreAskedAbout(string goal) => Objects(goal, isObjected: true);

    [Theory]
    [InlineData("完成上级下达的年度造林任务。")]
    [InlineData("保障单位正常运转，支付水电费。")]
    [InlineData("完成12项工作任务。")]
    [InlineData("做好信访接待工作，确保各项工作顺利开展。")]
    [InlineData("保障县图书馆正常运转。")]
    [InlineData("认真履行部门职责，完成档案整理。")]
    [InlineData("确保各项惠农政策落实到位。")]
    [InlineData("保障护林员工资按时发放。")]
    public void OneThingNamed_IsEnough(string goal) => Objects(goal, isObjected: false);

    [Fact]
    public void SameDutyGoalInMostProjects_IsAskedOnce()
    {
        var project = OneProject.With(60m, "数量指标：培训期数 ≥4期") with { Goal = "做好本职工作，确保各项工作顺利开展。" };
        ExcelBudget.Rules.Checking.Indicators.ReviewedProject[] projects =
        [
            .. Enumerable.Range(1, 4).Select(number => project with { Key = new ExcelBudget.Domain.Forms.RowKey($"{number}") }),
        ];

        OneProject.Found("goalShort", projects).ShouldHaveSingleItem().Others.Count.ShouldBe(3);
    }

    private static void Objects(string goal, bool isObjected) =>
        OneProject.Found("goalShort", OneProject.With(60m, "数量指标：培训期数 ≥4期") with { Goal = goal }).Any().ShouldBe(isObjected);
}
