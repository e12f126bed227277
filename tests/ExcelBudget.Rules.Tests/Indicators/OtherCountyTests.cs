using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Goals that name another county and never their own, each beside counties that are meant.</summary>
public sealed class OtherCountyTests
{
    [Theory]
    [InlineData("梧泽县妇女联合会", "2022年在曲麓县城区新建儿童友好活动空间5个，方便儿童就近活动。")]
    [InlineData("梧泽县妇女联合会", "在曲麓县城新建儿童活动空间5个，方便儿童就近活动。")]
    [InlineData("梧泽县妇女联合会", "2022年曲麓县城区新建儿童活动空间5个，方便儿童就近活动。")]
    [InlineData("梧泽县妇女联合会", "曲麓县儿童活动空间改造5个。联合学校开放，方便儿童。")]
    [InlineData("门源回族自治县教育局", "提升曲麓县教师教学水平，培训教师60人。")]
    public void OtherCounty_WithoutTheOwn_IsForeign(string unit, string goal) => Foreign(unit, goal, isObjected: true);

    [Theory]
    [InlineData("梧泽县妇女联合会", "在梧泽县城区新建儿童友好活动空间5个，学习曲麓县做法。")]
    [InlineData("梧泽县妇女联合会", "在县城区新建儿童友好活动空间5个，方便儿童就近活动。")]
    [InlineData("梧泽县妇女联合会", "亮化县城道路5条，方便儿童就近活动。")]
    [InlineData("梧泽县妇女联合会", "赴曲麓县城区考察儿童友好活动空间5个。")]
    [InlineData("梧泽县妇女联合会", "与友好县曲麓县开展儿童活动5次。")]
    [InlineData("门源回族自治县教育局", "提升门源县教师教学水平，培训教师60人。")]
    [InlineData("门源回族自治县教育局", "提升自治县教师教学水平，培训教师60人。")]
    public void CountiesThatAreMeant_AreLeftAlone(string unit, string goal) => Foreign(unit, goal, isObjected: false);

    private static void Foreign(string unit, string goal, bool isObjected)
    {
        var project = OneProject.With(60m, "数量指标：新建活动空间 ≥5个", "数量指标：培训教师 ≥60人", "质量指标：验收合格率 100%") with
        {
            Name = "儿童活动空间建设",
            Goal = goal,
        };
        IndicatorChecks.All.Single(check => check.Name == "foreignGoal")
            .Check(new IndicatorReview(Document.Book.Pack.Indicators!, 2024, [project]) { UnitName = unit })
            .Any(found => found.Match!.StartsWith("写的是", StringComparison.Ordinal)).ShouldBe(isObjected);
    }
}
