using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>The goals of a county's units seen together: who took one from another unit's project.</summary>
public sealed class GoalsAcrossUnitsTests
{
    private static readonly string[] Names = ["办公楼维修经费", "档案数字化加工经费", "防汛抢险物资储备", "乡村道路日常养护"];

    private static readonly string[] Goals =
    [
        "完成档案扫描与著录八万页，形成可以检索的目录数据库，方便群众查阅利用档案",
        "储备防汛沙袋和冲锋舟等物资，汛期随时调用，保障沿河村庄群众生命财产安全",
        "对全县乡村道路开展日常巡查和养护，及时修补坑槽，保持路面平整安全畅通", "保障运转", "",
    ];

    [Fact]
    public void Goal_ThatAnotherUnitsProjectHasToo_IsFoundWhereTheFirstOneStands()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var reviews = Enumerable.Range(0, 12).Select(at => Review($"第{random.Next(5)}局", random)).ToArray();

            var found = CopiedGoalCheck.Across(reviews);

            for (var at = 0; at < reviews.Length; at++)
                found.GetValueOrDefault(at, []).ShouldBe(ByHand(reviews, at), $"seed {seed}, workbook {at}");
        }
    }

    /// <summary>Every earlier project looked at in turn.</summary>
    private static IEnumerable<ReviewedProject> ByHand(IndicatorReview[] reviews, int at) =>
        reviews[at].Projects.Select(project => reviews.Take(at).SelectMany(review => review.Projects).FirstOrDefault(
            other => other.Unit != project.Unit && other.Name != project.Name && other.Goal.Length > 10 && other.Goal == project.Goal))
                .OfType<ReviewedProject>().Distinct();

    private static IndicatorReview Review(string unit, Random random) => new(Document.Book.Pack.Indicators!, 2024,
    [
        .. Enumerable.Range(0, 3).Select(at => new ReviewedProject
        {
            Key = new RowKey($"{at}"),
            Unit = unit,
            Name = Names[random.Next(Names.Length)],
            Goal = Goals[random.Next(Goals.Length)],
        }),
    ]);
}
