using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Parts of a whole, rounds of a work, pay by the month and columns of a row, each beside a near miss.</summary>
public sealed class PartsAndRoundsTests
{
    [Theory]
    [InlineData("全镇配备网格员64名，其中城区30名、乡镇39名。", true)]
    [InlineData("全镇配备网格员64名，其中城区25名、乡镇39名。", false)]
    [InlineData("全镇配备网格员64名，重点村30名、边远村39名。", false)]
    [InlineData("全镇配备网格员64名，其中城区30名、乡镇39名，合并后共69名。", false)]
    [InlineData("全镇配备网格员64名，包括女性30名、党员39名。", false)]
    [InlineData("建设驿站30处，东部8处、西部9处。", false)]
    [InlineData("建设驿站30处，东部8处、中部9处、西部9处。", true)]
    [InlineData("建设驿站30处，东部8处、中部9处、西部9处，另有机动4处。", false)]
    [InlineData("养护里程120公里：县道50公里、乡道40公里、村道20公里。", true)]
    [InlineData("养护里程120公里：县道50公里、乡道40公里、村道30公里。", false)]
    [InlineData("养护里程120公里，上半年80公里，下半年再加30公里。", false)]
    [InlineData("享受补贴1200人：机关200人、事业400人、60周岁以上城乡居民480人、其他100人。", true)]
    [InlineData("享受补贴1200人，其中60周岁以上480人、其他残疾人100人。", false)]
    [InlineData("享受补贴1200人（男580人、女570人）。", true)]
    [InlineData("享受补贴1200人（含孤儿30人、低保570人）。", false)]
    [InlineData("年度安排900万元，其中主体600、设备200、其他80。", true)]
    [InlineData("年度安排900万元，其中主体600、设备200、其他100。", false)]
    [InlineData("年度安排900万元，其中主体600万元、设备200万元。", false)]
    [InlineData("奖补幼儿园40所，一类园每所5万元、二类园每所3万元、三类园每所2万元。", false)]
    [InlineData("培训教师300名。按学段划分，小学160名、初中90名、高中60名。", true)]
    [InlineData("培训教师300名。按学段划分，小学160名、初中90名、高中50名。", false)]
    [InlineData("培训教师300名。另组织交流，小学16名、初中9名、高中6名。", false)]
    public void PartsThatAreAllListed_MakeTheirWhole(string goal, bool isObjected) => OneProject.Found("subgroups",
        OneProject.With(500m, "质量指标：验收合格率 100%") with { Goal = goal }).Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("第一批检修20台，5月底前完成，第二批检修20台，9月底前完成。", "时效指标：第一批检修完成时间 2024年6月底前", true)]
    [InlineData("第一批检修20台，5月底前完成，第二批检修20台，9月底前完成。", "时效指标：第一批检修完成时间 2024年5月底前", false)]
    [InlineData("第一批检修20台，5月底前完成，第二批检修20台，9月底前完成。", "时效指标：第二批检修完成时间 2024年9月底前", false)]
    [InlineData("第一批设备到货，第二批检修20台，5月底前完成。", "时效指标：第一批检修完成时间 2024年6月底前", false)]
    [InlineData("上半年召开现场会，3月举办培训，下半年验收。", "时效指标：上半年培训完成时间 2024年6月底前", false)]
    [InlineData("岗位津贴每月10日前发放，6月底前完成岗位核验。", "时效指标：岗位核验完成时间 2024年6月底前", false)]
    [InlineData("岗位津贴每月10日前发放。", "时效指标：岗位津贴发放时间 2024年12月底前", true)]
    public void TermOfOneRound_BindsItsIndicator(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("年底前完成总工程量的70%。", "时效指标：工程完成比例 ≥50%", true)]
    [InlineData("年底前完成总工程量的70%。", "时效指标：工程完成比例 ≥70%", false)]
    [InlineData("年底前完成总工程量的70%。", "时效指标：年度计划完成率 ≥60%", false)]
    [InlineData("年底前完成总投资的70%。", "时效指标：工程形象进度 ≥60%", false)]
    public void WorkDoneByTheEndOfTheYear_IsNotLess(string goal, string line, bool isObjected) => Conflicts(goal, isObjected, line);

    [Theory]
    [InlineData("培训学员150人，结业后推荐就业。", "社会效益指标：培训后就业人数 ≥60人", false)]
    [InlineData("培训学员150人，培训后就业不少于90人。", "社会效益指标：培训后就业人数 ≥60人", true)]
    [InlineData("惠及居民700户，其中南区3个小区450户，北区2个小区250户。", "数量指标：南区惠及居民 450户", false)]
    public void OutcomesAndToldParts_AreNoConflict(string goal, string line, bool isObjected) =>
        Conflicts(goal, isObjected, line, "数量指标：北区惠及居民 250户");

    [Theory]
    [InlineData("全年聘用护水员30名，负责水源巡查。", "成本指标：每人每月报酬 800元", 20, true)]
    [InlineData("全年聘用护水员30名，负责水源巡查。", "成本指标：每人每月报酬 800元", 28.8, false)]
    [InlineData("聘用护水员30名、协管员12名。", "成本指标：每人每月报酬 800元", 20, false)]
    [InlineData("聘用护水员30名，服务期为3月至8月。", "成本指标：每人每月报酬 800元", 14.4, false)]
    [InlineData("聘用护水员30名，服务期为3月至8月。", "成本指标：每人每月报酬 800元", 10, true)]
    public void PayByTheMonth_IsForTheOnlyPeopleCounted(string goal, string line, double amount, bool isObjected) =>
        OneProject.Found("priceTimesCount", OneProject.With((decimal)amount, "数量指标：聘用护水员 30名", line) with { Goal = goal })
            .Any().ShouldBe(isObjected);

    [Theory]
    [InlineData("半年目标值\t全年目标值", "培训人次\t≥900人次\t≥800人次", true)]
    [InlineData("半年目标值\t全年目标值", "培训人次\t≥400人次\t≥800人次", false)]
    [InlineData("半年目标值\t全年目标值", "在岗护理员人数\t≥60人\t≥55人", false)]
    [InlineData("半年目标值\t全年目标值", "平均办理人次\t≥90人次\t≥80人次", false)]
    [InlineData("指标值\t指标解释", "培训人次\t≥800人次\t反映全年培训880人次的情况", true)]
    [InlineData("指标值\t指标解释", "培训人次\t≥800人次\t反映全年培训800人次的情况", false)]
    [InlineData("指标值\t指标解释", "培训人次\t≥800人次\t上年培训700人次，每少1人次扣分", false)]
    [InlineData("上年实际值\t目标值", "学员满意度\t93%\t≥88%", true)]
    [InlineData("上年实际值\t目标值", "学员满意度\t93%\t≥94%", false)]
    [InlineData("上年实际值\t目标值", "培训合格率\t93%\t≥88%", false)]
    [InlineData("指标方向\t指标值", "学员满意度\t反向\t≥90%", true)]
    [InlineData("指标方向\t指标值", "学员满意度\t正向\t≥90%", false)]
    [InlineData("指标方向\t指标值", "投诉次数\t反向\t≤3次", false)]
    public void ColumnsOfARow_AgreeWithTheTarget(string headers, string row, bool isObjected)
    {
        var text = $"一级指标\t二级指标\t三级指标\t{headers}\n产出指标\t数量指标\t{row}\n"
            + $"产出指标\t质量指标\t教材合格率\t{row.Split('\t')[1]}\t≥95%";
        var project = IndicatorCells.Complete(new ReviewedProject
        {
            Key = new RowKey("1"),
            Name = "干部培训",
            Amount = Measure.Money(500_000m, 50m),
            Goal = "举办干部培训，学员满意度稳中有升。",
        }, text);
        OneProject.Found("rowConflict", project with
        {
            Indicators = [.. project.Indicators.Where(line => !line.Indicator.Name.StartsWith("教材", StringComparison.Ordinal))],
        }).Any().ShouldBe(isObjected);
    }

    private static void Conflicts(string goal, bool isObjected, params string[] lines) =>
        OneProject.Found("countConflict", OneProject.With(60m, lines) with { Goal = goal }).Any().ShouldBe(isObjected);
}
