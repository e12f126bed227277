using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>The kinds of <see cref="ReckoningTests"/> in other words, units and departments, and innocents that come near.</summary>
public sealed class ReckoningInOtherWordsTests
{
    [Theory]
    [InlineData("聘请法律顾问的村20个，每村配备调解员3名。", "数量指标：配备调解员 50名", true)]
    [InlineData("改造老旧小区6个，每个小区安装充电插座40个。", "数量指标：安装充电插座 300个", true)]
    [InlineData("建设高标准粮田1200亩，单产达到450公斤。", "数量指标：粮田总产量 5400吨", true)]
    [InlineData("垃圾中转站日处理垃圾60吨，全年运行365天。", "数量指标：全年处理垃圾 21.9万吨", true)]
    [InlineData("开行助老班车，每天4趟，全年运营300天。", "数量指标：开行班车 ≥2400趟", true)]
    [InlineData("举办电影放映120场，每场80人次。", "数量指标：电影放映观众 ≥12000人次", true)]
    [InlineData("为16所学校配备图书，每所学校500册。", "数量指标：配备图书 9000册", true)]
    [InlineData("为16所学校配备图书，每所学校500册。", "数量指标：配备图书 8000册", false)]
    [InlineData("为16所学校配备图书，其中10所学校每所500册，其余每所400册。", "数量指标：配备图书 7400册", false)]
    [InlineData("开行助老班车，每天4趟，全年运营300天，投入车辆2辆。", "数量指标：开行班车 ≥2400趟", false)]
    [InlineData("举办电影放映120场，每场80人次。", "数量指标：放映惠及村 ≥60个", false)]
    [InlineData("建设高标准粮田1200亩，单产达到450公斤，两季种植。", "数量指标：粮田总产量 540吨", false)]
    [InlineData("改造老旧小区6个，平均每个小区安装充电插座约40个。", "数量指标：安装充电插座 300个", false)]
    [InlineData("改造老旧小区6个，每个小区安装充电插座不少于40个。", "数量指标：安装充电插座 300个", false)]
    [InlineData("上年举办电影放映120场，每场80人次。", "数量指标：电影放映观众 ≥12000人次", false)]
    [InlineData("聘请法律顾问的村20个，每村3名调解员，部分大村增配。", "数量指标：配备调解员 66名", false)]
    [InlineData("窗口工作人员每人每天接待20人，窗口8个。", "数量指标：接待办事群众 ≥3万人次", false)]
    public void FiguresForEach_InOtherWords_Multiply(string goal, string line, bool isObjected) =>
        Found(60m, goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("为120户监测户购买防返贫保险，每户每年200元，共需3.4万元。", 3.4, true)]
    [InlineData("清运生活垃圾9000吨，每吨80元，共需92万元。", 92, true)]
    [InlineData("为120户监测户购买防返贫保险，每户每年200元，共需2.4万元。", 2.4, false)]
    [InlineData("清运生活垃圾9000吨，每吨80元，计72万元；渗滤液处理20万元，共需92万元。", 92, false)]
    [InlineData("清运生活垃圾9000吨，每吨80元，县级配套共需92万元。", 92, false)]
    [InlineData("清运生活垃圾约9000吨，每吨80元，共需92万元。", 92, false)]
    [InlineData("聘请保洁员60名，每人每月800元，共需30万元。", 30, false)]
    [InlineData("发放助学金，每生每学期750元，资助400人，共需30万元。", 30, false)]
    public void OnlyPrice_InOtherWords_MakesTheAmount(string goal, double amount, bool isObjected) =>
        Found((decimal)amount, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("工程总造价500万元，按合同预付30%，计180万元。", true)]
    [InlineData("担保贷款余额3000万元，年利率5%，财政贴息50%，共90万元。", true)]
    [InlineData("培训学员400人，其中女性占40%，计200人。", true)]
    [InlineData("工程总造价500万元，按合同预付30%，计150万元。", false)]
    [InlineData("担保贷款余额3000万元，年利率5%，贴息期6个月，财政贴息50%，共37.5万元。", false)]
    [InlineData("培训学员400人，其中女性占40%，计160人。", false)]
    [InlineData("资金由县级承担70%，计56万元，由乡镇承担30%，计24万元。", false)]
    [InlineData("收入2000万元，税收占15%，计80万元。", false)]
    public void Share_InOtherWords_Multiplies(string goal, bool isObjected) =>
        Found(80m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("2023年发放图书借阅证4000张，2024年同比增长25%。", "数量指标：发放借阅证 4500张", true)]
    [InlineData("上年受理火灾报警60起，今年较上年下降20%。", "社会效益指标：火灾报警 ≤50起", true)]
    [InlineData("2023年发放图书借阅证4000张，2024年同比增长25%。", "数量指标：发放借阅证 ≥5000张", false)]
    [InlineData("2023年发放图书借阅证4000张，2024年同比增长25%左右。", "数量指标：发放借阅证 ≥4800张", false)]
    [InlineData("上年受理火灾报警60起，今年较上年下降20%。", "社会效益指标：火灾报警 ≤48起", false)]
    [InlineData("上年受理火灾报警60起，今年较上年下降20%。", "社会效益指标：火灾报警 ≤40起", false)]
    [InlineData("2023年办证率60%，2024年比上年增长10%。", "质量指标：办证率 ≥70%", false)]
    public void Growth_InOtherWords_MakesTheTarget(string goal, string line, bool isObjected) =>
        Found(60m, goal, line).ShouldBe(isObjected);

    [Theory]
    [InlineData("2023年末已有家庭医生团队40个，今年新增10个，年末达到60个。", true)]
    [InlineData("2023年末已有家庭医生团队40个，今年新增10个，年末达到50个。", false)]
    [InlineData("2023年末已有家庭医生团队40个，今年新增10个，撤并5个，年末达到45个。", false)]
    [InlineData("2023年末已有家庭医生团队40个，今年新增约10个，年末达到60个。", false)]
    public void Stock_InOtherWords_AddsUp(string goal, bool isObjected) =>
        Found(36m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    [Theory]
    [InlineData("安排经费贰拾万元整（25万元）。", true)]
    [InlineData("安排经费12.5万元（大写：壹拾贰万伍仟元整）。", false)]
    [InlineData("安排经费壹佰零伍万元（105万元）。", false)]
    [InlineData("合同价贰拾万元，另付质保金（1万元）。", false)]
    public void Numerals_InOtherWords_Agree(string goal, bool isObjected) =>
        Found(25m, goal, "时效指标：工作完成时间 2024年12月底前").ShouldBe(isObjected);

    private static bool Found(decimal amount, string goal, string line) =>
        OneProject.Found("countProduct", OneProject.With(amount, line) with { Goal = goal }).Any();
}
