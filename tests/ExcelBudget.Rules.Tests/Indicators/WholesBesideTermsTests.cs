using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// What an indicator sets beside a whole that the goal tells otherwise, and beside figures of the goal that make it: each slip with its
/// innocent twin. The budget is that of 2024.
/// </summary>
public sealed class WholesBesideTermsTests
{
    [Theory]
    [InlineData("全年救助125人，其中生活救助60人、助学救助25人、医疗救助15人。", "救助困难职工 100人", true)]
    [InlineData("全年救助100人，其中生活救助60人、助学救助25人、医疗救助15人。", "救助困难职工 100人", false)]
    [InlineData("维护城区路灯10500盏，其中主干道3600盏、次干道3200盏、公园1600盏。", "维护城区路灯 8400盏", true)]
    [InlineData("县医院终端50台，卫生院终端140台，卫生室终端60台。", "购置终端设备 250台", false)]
    [InlineData("举办普及培训60场，每场150人，共11250人次。", "培训人次 ≥9000人次", true)]
    [InlineData("举办普及培训60场，每场150人，共9000人次。", "培训人次 ≥9000人次", false)]
    [InlineData("为150名对象每人提供2次心理辅导。", "心理辅导 300人次", false)]
    [InlineData("运维门户网站1个、公众号6个、微博3个，新媒体9个共用一个平台。", "运维网站和新媒体 10个", false)]
    [InlineData("选聘普查员320名、指导员60名。", "选聘普查员和指导员 380名", false)]
    [InlineData("每人每月工资4200元、社会保险1300元。", "每人每月工资及社会保险 5500元", false)]
    [InlineData("每人每月工资4200元、社会保险1300元。", "每人每月工资 4500元", true)]
    public void AWhole_IsHeldAgainstItsIndicator(string goal, string indicator, bool isObjected) =>
        Found("countConflict", goal, (indicator.Contains('元', StringComparison.Ordinal) ? "成本指标：" : "数量指标：") + indicator)
            .ShouldBe(isObjected);

    [Theory]
    [InlineData("补贴每月15日前通过社保卡发放。", "时效指标：补贴发放时间 每月28日前", true)]
    [InlineData("补贴每月15日前通过社保卡发放。", "时效指标：补贴发放时间 每月10日前", false)]
    [InlineData("完成以2023年12月31日为标准时点的经济普查登记。", "时效指标：普查登记完成时间 2024年4月底前", false)]
    public void ADay_IsNotPutOff(string goal, string indicator, bool isObjected) =>
        Found("countConflict", goal, indicator).ShouldBe(isObjected);

    [Theory]
    [InlineData("火情到场时间 ≤3公里", true)]
    [InlineData("火情到场时间 ≤3分钟", false)]
    public void ATime_IsMeasuredInTime(string indicator, bool isObjected) =>
        Found("unitAgainstName", "新建微型消防站15个。", "时效指标：" + indicator).ShouldBe(isObjected);

    private static bool Found(string check, string goal, string indicator) =>
        OneProject.Found(check, OneProject.With(500m, indicator) with { Goal = goal }).Any();
}
