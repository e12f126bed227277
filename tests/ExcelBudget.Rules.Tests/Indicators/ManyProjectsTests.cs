using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>A workbook with very many projects: time grows with their number, not with its square.</summary>
public sealed class ManyProjectsTests(ITestOutputHelper output)
{
    private static readonly string[] Things = ["培训班", "文化站", "卫生室", "护林员", "公路养护", "危房改造", "年鉴编纂", "水库巡查", "森林防火", "食品抽检"];

    [Fact]
    public void Projects_FourTimesAsMany_TakeAboutFourTimesAsLong()
    {
        Check(100);
        var small = Check(250);
        var large = Check(1000);
        output.WriteLine(
            $"250 projects {small.TotalMilliseconds:0} ms, 500 projects {Check(500).TotalMilliseconds:0} ms, 1000 projects "
                + $"{large.TotalMilliseconds:0} ms");
        // quadratic time would be sixteen times as long; the floor keeps compiling and collecting from deciding
        large.ShouldBeLessThan(TimeSpan.FromSeconds(1) + small * 9);
    }

    private static TimeSpan Check(int projects)
    {
        var budget = new Budget(
            new BudgetIdentity("qinghai", "001", "某某县财政局", 2024),
            [new FormContent(new FormId("projects"), [.. Enumerable.Range(1, projects).Select(Row)]),
                new FormContent(new FormId("indicators"), [])]);
        return ProcessorTime.Of(() => Document.Find(budget).ShouldNotBeEmpty());
    }

    private static FormRow Row(int number)
    {
        var thing = Things[number % Things.Length];
        return new FormRow(new RowKey($"{number}"), new Dictionary<ColumnId, CellValue>
        {
            [new("code")] = new CellValue.Text($"{number}"),
            [new("name")] = new CellValue.Text($"第{number}乡镇{thing}工作经费"),
            [new("amount")] = new CellValue.Amount((100_000m + number) * 10m),
            [new("goal")] = new CellValue.Text(
                $"完成第{number}乡镇{thing}任务，服务群众{number + 40}人，安排资金{100 + (number % 7)}万元，其中购置设备{20 + (number % 5)}万元，改善{thing}条件，"
                    + $"保障{number}号点位正常运转。"),
            [new("indicators")] = new CellValue.Text(
                $"一、产出指标\n（一）数量指标：1.{thing}数量≥{number + 3}个；2.服务群众≥{number + 40}人次。\n（二）质量指标：1.{thing}验收合格率≥98%。\n"
                    + "（三）时效指标：1.2024年12月底前完成。\n"
                + $"（四）成本指标：1.{thing}总成本≤100万元。\n二、效益指标\n（一）社会效益指标：1.{thing}服务水平 显著提升。\n（二）可持续影响指标：1.长效机制 健全。\n三、满意度指标\n"
                + "（一）服务对象满意度指标：1.群众满意度≥95%。"),
        });
    }
}
