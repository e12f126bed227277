using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Indicators and goals copied from another field or another occasion, each beside twins that belong.</summary>
public sealed class ForeignFieldTests
{
    private const string Yearbook = "编印统计年鉴500册，向各部门和社会公众提供统计资料，方便查询使用。";

    [Theory]
    [InlineData("统计年鉴编印", Yearbook, "生态效益指标：秸秆综合利用率 ≥90%", true)]
    [InlineData("统计年鉴编印", Yearbook, "生态效益指标：林业有害生物成灾率 ≤4‰", true)]
    [InlineData("统计年鉴编印", Yearbook, "质量指标：年鉴数据差错率 ≤0.1%", false)]
    [InlineData("统计年鉴编印", "编印统计年鉴500册，反映全县农业、畜牧和林业生产情况，提供统计资料。", "社会效益指标：秸秆综合利用率 ≥90%", false)]
    [InlineData("乡镇综合运转", "保障机关运转，完成年度各项任务，服务辖区群众，提高办事效率和服务水平。", "生态效益指标：秸秆综合利用率 ≥90%", false)]
    [InlineData("养老机构护理补贴", "对6家养老机构按床位补贴，提高失能老人护理服务水平，保障入住老人生活。", "社会效益指标：家庭医生签约率 ≥90%", false)]
    public void RateOfAnotherField_IsTold(string name, string goal, string line, bool isObjected) => OneProject.Found("foreignAudience",
        OneProject.With(20m, line) with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("七一走访慰问老党员", "春节前夕走访慰问老党员120人。", true)]
    [InlineData("七一走访慰问老党员", "七一前走访慰问老党员120人，春节慰问另行安排。", false)]
    [InlineData("节日慰问", "春节前夕走访慰问老党员120人。", false)]
    [InlineData("五一劳动奖章评选", "国庆前完成评选，表彰先进20人。", false)]
    [InlineData("春耕化肥储备", "秋季组织承储企业3家，储备化肥1.2万吨。", true)]
    [InlineData("春耕化肥储备", "春耕前储备化肥1.2万吨，为秋季丰收打基础。", false)]
    [InlineData("森林防火隔离带", "汛前开设隔离带150公里，清理可燃物300吨。", true)]
    [InlineData("森林防火和防汛物资", "汛前储备编织袋2万条。", false)]
    [InlineData("森林防火隔离带", "汛前在防火重点区开设隔离带150公里。", false)]
    public void OtherOccasionThanTheNames_IsAConflict(string name, string goal, bool isObjected) => OneProject.Found("eventConflict",
        OneProject.With(20m, "质量指标：完成率 100%") with { Name = name, Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("质量指标：灭火设备配备率100% 1000件", true)]
    [InlineData("质量指标：分类收运覆盖率达到95%以上 30座", true)]
    [InlineData("质量指标：灭火设备配备率 100%", false)]
    [InlineData("数量指标：配备率100%的村 30个", false)]
    [InlineData("生态效益指标：森林火灾受害面积 <0.9‰", false)]
    public void RateInTheName_BesideACount_IsAgainstTheUnit(string line, bool isObjected) =>
        OneProject.Found("unitAgainstName", OneProject.With(20m, line)).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("时效指标：除治完成时间 204年3月底前", true)]
    [InlineData("时效指标：建成时间 20245年10月底前", true)]
    [InlineData("时效指标：建成时间 2204年10月", true)]
    [InlineData("时效指标：建成时间 2024年10月底前", false)]
    [InlineData("社会效益指标：防洪标准 200年一遇", false)]
    [InlineData("生态效益指标：古树树龄 ≥300年", false)]
    public void YearOfTooFewOrTooManyDigits_IsAskedAsAMisprint(string line, bool isObjected)
    {
        var found = OneProject.Found("impossibleTarget", OneProject.With(20m, line));
        found.Any().ShouldBe(isObjected);
        found.ShouldAllBe(objection => objection.IsDoubtful && objection.At != null);
    }
}
