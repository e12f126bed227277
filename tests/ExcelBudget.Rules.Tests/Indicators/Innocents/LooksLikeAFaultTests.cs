using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators.Innocents;

/// <summary>Goals and indicators that look like a fault and are none, each beside the fault it looks like.</summary>
public sealed class LooksLikeAFaultTests
{
    private const string Done = "时效指标：工作完成时间 2024年12月底前";

    [Theory]
    [InlineData("敬老院2024年9月开工，2024年6月底前完工并交付使用。", Done, true)]
    [InlineData("敬老院2023年10月开工，6月底前完工并交付使用。", Done, false)]
    [InlineData("幼儿园去年9月开工，5月底前完工。", Done, false)]
    [InlineData("冬季清雪服务11月启动、3月底前完成。", Done, false)]
    [InlineData("服务站2024年7月进场，2024年5月底前完成招标采购。", Done, false)]
    [InlineData("扶持安置户300户280人。", Done, true)]
    [InlineData("供水漏损率由18%降至19%。", Done, true)]
    [InlineData("村医1月至3月报名，补助按月发放。", "数量指标：补助发放月数 12个月", false)]
    [InlineData("自4月起至12月止按月发放补助。", "数量指标：补助发放月数 12个月", true)]
    [InlineData("改造冷库7座。", "质量指标：库内最低温度 -18℃", false)]
    public void Spans_AreToldWhereNothingElseIsMeant(string goal, string line, bool isObjected) =>
        Found("spanConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("设备款分两次支付，6月支付60%，12月支付50%。", true)]
    [InlineData("设备款分三期支付：合同签订付30%，到货付40%，验收合格付27%，质保金3%于次年支付。", false)]
    [InlineData("材料款预付40%，设备款预付30%，安装费预付50%。", false)]
    [InlineData("小学生占45%、初中生占35%、高中生占30%。", true)]
    [InlineData("中小学教师占62%、幼儿教师占28%、女教师占70%。", false)]
    [InlineData("上年接待游客120万人次，今年计划接待150万人次，同比增长20%。", true)]
    [InlineData("2023年献血8000人次，2024年献血9000人次，献血量增长10%。", false)]
    [InlineData("2023年接待游客10万人次，2024年接待游客12万人次，年均增长15%。", false)]
    [InlineData("每月开展体质监测2次，全年共20次。", true)]
    [InlineData("每月开展体质监测2次，寒暑假除外，全年共20次。", false)]
    public void Calculations_AreToldWhereTheyAreOne(string goal, bool isObjected) =>
        Found("countProduct", goal, Done).ShouldBe(isObjected);

    [Theory]
    [InlineData("出水达到一级A标准。", "质量指标：出水达到一级B标准的比例 ≥98%", true)]
    [InlineData("断面水质稳定达到Ⅲ类。", "生态效益指标：消除劣Ⅴ类水体 100%", false)]
    [InlineData("水源地水质保持Ⅱ类。", "生态效益指标：Ⅲ类以上水质达标率 100%", false)]
    [InlineData("为80周岁以上老年人1000名发放津贴。", "社会效益指标：60岁以上老年人政策知晓率 ≥85%", false)]
    [InlineData("马坪镇供水工程3处、杨家乡供水工程6处。", "数量指标：偏远乡供水工程 6处", false)]
    public void Subjects_AreToldWhereTheSameIsMeant(string goal, string line, bool isObjected) =>
        Found("subjectConflict", goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("完成扫描，现有４５座，新增１５座、拆除５座，年末达到６５座。")]
    [InlineData("小学生占٤٥%、初中生占٣٥%、高中生占٣٠%。")]
    [InlineData("自٤月起至１２月止发放。由٩件提高到٥件。2024年9月١٥日开工，6月３０日前完工。")]
    [InlineData("由１２００件增加到１５００件，增长３０%。比上年５０件增长１２%，达到５８件。")]
    [InlineData("2023年0.0000000000000000000000001件，2024年79228162514264337593543950件，增长10%。")]
    [InlineData("更换热泵99999999999999999件，每件补贴99999999999999999元，共52万元。")]
    public void FiguresOfAnyScriptAndSize_StopNoCheck(string goal)
    {
        var project = OneProject.With(52m, Done, "数量指标：更换热泵 ≥99999999999999999件") with { Goal = goal };
        foreach (var check in ExcelBudget.Rules.Checking.Budgets.IndicatorChecks.All)
            Should.NotThrow(() => OneProject.Found(check.Name, project), check.Name);
    }

    private static bool Found(string check, string goal, string line) =>
        OneProject.Found(check, OneProject.With(60m, line, "质量指标：验收合格率 100%") with { Goal = goal }).Count > 0;
}
