using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Units in which a thing cannot be measured, each beside units that only look odd.</summary>
public sealed class NeverMeasuredTests
{
    [Theory]
    [InlineData("扫描档案 ≥1.3万公里")]
    [InlineData("下半年完成扫描档案 ≥1.3万公里")]
    [InlineData("档案整理数量 ≥300亩")]
    [InlineData("栽植苗木 ≥300公里")]
    [InlineData("苗木补植 ≥12吨")]
    [InlineData("培训教师 ≥12吨")]
    [InlineData("基层干部培训 ≥300平方米")]
    [InlineData("慰问困难群众数 ≥50头")]
    [InlineData("惠及企业 ≥30吨")]
    [InlineData("免疫生猪 ≥12公里")]
    [InlineData("采购图书 ≥3公里")]
    [InlineData("宣传手册印制 ≥5000平方米")]
    [InlineData("印制宣传手册 ≥5000人")]
    [InlineData("硬化村内道路 ≥3吨")]
    [InlineData("硬化道路 ≥300人")]
    [InlineData("统防统治小麦 ≥300公里")]
    [InlineData("高标准农田建设 ≥3吨")]
    [InlineData("生活垃圾清运量 ≥300公里")]
    [InlineData("购置电脑 ≥30亩")]
    [InlineData("举办招聘会 ≥12公里")]
    [InlineData("新建公厕 ≥5公里")]
    public void ThingInUnitsOfAnother_IsTold(string line) => Objects(line, isObjected: true);

    [Theory]
    [InlineData("扫描档案 ≥1.3万卷")]
    [InlineData("馆藏档案 ≥1200米")]
    [InlineData("销毁档案 ≥2吨")]
    [InlineData("档案扫描 ≥1.3万页")]
    [InlineData("栽植苗木 ≥300亩")]
    [InlineData("栽植行道树 ≥5公里")]
    [InlineData("培训教师 ≥12期")]
    [InlineData("培训教师 ≥12天")]
    [InlineData("农户种植 ≥300亩")]
    [InlineData("出栏生猪 ≥300吨")]
    [InlineData("河道清淤 ≥3万吨")]
    [InlineData("管护河道 ≥30人")]
    [InlineData("道路养护 ≥30人")]
    [InlineData("发放教材 ≥300人")]
    [InlineData("硬化道路 ≥3000平方米")]
    [InlineData("种植小麦 ≥300吨")]
    [InlineData("租用车辆 ≥3000公里")]
    [InlineData("教师周转房 ≥300平方米")]
    [InlineData("护林员巡护 ≥300公里")]
    [InlineData("图书馆 ≥300平方米")]
    [InlineData("学校改造 ≥300平方米")]
    [InlineData("处理污水 ≥3万吨")]
    [InlineData("疫苗 ≥300毫升")]
    [InlineData("光缆 ≥30公里")]
    public void UnitThatMayBeMeant_IsLeftAlone(string line) => Objects(line, isObjected: false);

    private static void Objects(string line, bool isObjected) =>
        OneProject.Found("unitAgainstName", OneProject.With(60m, "数量指标：" + line)).Any().ShouldBe(isObjected);
}
