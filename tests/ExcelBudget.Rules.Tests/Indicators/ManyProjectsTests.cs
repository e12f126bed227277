using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// A workbook with very many projects: time grows with their number, not with its square. Nothing else runs beside these tests.
/// </summary>
[CollectionDefinition(nameof(ManyProjectsTests), DisableParallelization = true)]
[Collection(nameof(ManyProjectsTests))]
public sealed class ManyProjectsTests(ITestOutputHelper output)
{
    private static readonly string[] Things = ["培训班", "文化站", "卫生室", "护林员", "公路养护", "危房改造", "年鉴编纂", "水库巡查", "森林防火", "食品抽检"];

    [Fact]
    public void Projects_FourTimesAsMany_TakeAboutFourTimesAsLong()
    {
        Check(300);
        var table = new[] { 125, 250, 500, 1000 }.Select(projects => (Projects: projects, Time: Check(projects))).ToArray();
        foreach (var (projects, time) in table)
        {
            output.WriteLine($"| {projects} projects | {time.TotalMilliseconds:0} ms | {time.TotalMicroseconds / projects:0} µs each |");
        }

        // quadratic time would be sixteen times as long; the floor keeps what is compiled meanwhile from deciding
        table[^1].Time.ShouldBeLessThan(TimeSpan.FromSeconds(1) + table[1].Time * 9);
    }

    /// <summary>The least of three runs.</summary>
    private static TimeSpan Check(int projects) => Enumerable.Range(0, 3).Min(_ => CheckOnce(projects));

    private static TimeSpan CheckOnce(int projects)
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
