namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>
/// A reason may name a cause that works the other way only beside one that works this way. 人员经费 of the clean sample rose,
/// 公务接待费 of the full one fell.
/// </summary>
public sealed class ReasonDirectionTests
{
    private const string Rule = "NOTE-REASON-DIRECTION";

    [Theory]
    [InlineData("人员增加")]
    [InlineData("接待任务增多")]
    [InlineData("招商引资活动增加，接待批次相应增长")]
    [InlineData("接待标准提高")]
    [InlineData("新增接待任务")]
    [InlineData("新招录人员3名")]
    [InlineData("工资正常晋级和社保缴费基数提高")]
    [InlineData("调入2人，人员增加")]
    [InlineData("物价上涨")]
    [InlineData("业务量扩大，工作任务增加")]
    [InlineData("接待人数较上年增加")]
    [InlineData("新建场馆投入使用")]
    [InlineData("补发绩效工资")]
    public void ReasonOfADecrease_ThatNamesOnlyWhatRaises_IsTold(string reason) => OfDecrease(reason).ShouldContain(Rule);

    [Theory]
    [InlineData("退休人员增加")]
    [InlineData("离退休人员增加，在职人员相应减少")]
    [InlineData("人员增加，但压减了一般性支出")]
    [InlineData("厉行节约，严格控制接待规模")]
    [InlineData("落实过紧日子要求，压减公务接待")]
    [InlineData("严格控制接待费用增长")]
    [InlineData("提高资金使用效益，从严安排接待")]
    [InlineData("接待效率提高")]
    [InlineData("接待任务减少")]
    [InlineData("接待批次未增加")]
    [InlineData("上年接待任务增加")]
    [InlineData("2023年新增的一次性接待任务已完成")]
    [InlineData("人员调出")]
    [InlineData("新增人员少于减少人员")]
    [InlineData("减员增加")]
    [InlineData("加大压减力度")]
    [InlineData("工作餐改为食堂用餐，外出就餐减少")]
    [InlineData("本年不再新增接待任务")]
    [InlineData("防止接待费增加，控制陪餐人数")]
    [InlineData("机构改革职能划转，人员增加")]
    [InlineData("单位搬迁")]
    [InlineData("增收节支，勤俭节约")]
    [InlineData("任务增加、经费从紧安排")]
    [InlineData("视频会议增加，外出接待减少")]
    [InlineData("无新增接待任务")]
    [InlineData("项目到期，新增项目尚未立项")]
    [InlineData("服务水平提高")]
    public void ReasonOfADecrease_ThatMayExplainIt_IsNot(string reason) => OfDecrease(reason).ShouldNotContain(Rule);

    [Theory]
    [InlineData("人员减少")]
    [InlineData("厉行节约，严格控制支出")]
    [InlineData("落实八项规定，压减开支")]
    [InlineData("2名人员调出")]
    [InlineData("工资标准降低")]
    [InlineData("严控人员增长")]
    [InlineData("人员比上年减少，工资下降")]
    [InlineData("压缩一般性支出")]
    [InlineData("过紧日子")]
    [InlineData("缴费基数下调")]
    public void ReasonOfAnIncrease_ThatNamesOnlyWhatLowers_IsTold(string reason) => OfIncrease(reason).ShouldContain(Rule);

    [Theory]
    [InlineData("工资正常晋级")]
    [InlineData("退休3人，退休费增加")]
    [InlineData("在职人员减少，但工资标准提高")]
    [InlineData("人员减少、新增绩效工资")]
    [InlineData("离职人员减少")]
    [InlineData("上年压减人员经费")]
    [InlineData("缴费基数调整")]
    [InlineData("上年因疫情减少安排")]
    [InlineData("降低行政成本的同时，增加基层补助")]
    [InlineData("减免政策到期")]
    [InlineData("招录5人，调出1人")]
    [InlineData("政策性增资")]
    [InlineData("单位缴费减免取消")]
    [InlineData("人员未减少，工资晋档")]
    public void ReasonOfAnIncrease_ThatMayExplainIt_IsNot(string reason) => OfIncrease(reason).ShouldNotContain(Rule);

    [Theory]
    [InlineData("公务接待费与上年持平，主要原因是严格控制接待规模。", false)]
    [InlineData("公务接待费与上年持平，主要原因是接待任务没有增减。", false)]
    [InlineData("公务接待费与上年持平，主要原因是接待任务增加。", true)]
    public void ReasonOfNoChange_IsToldWhereItNamesOne(string sentence, bool isTold) =>
        Rules("clean", "四、财政拨款“三公”经费预算情况", sentence).Contains(Rule).ShouldBe(isTold);

    private static string[] OfDecrease(string reason) =>
        Rules("full", "四、财政拨款“三公”经费预算情况", $"公务接待费比上年减少，主要原因是{reason}。");

    private static string[] OfIncrease(string reason) =>
        Rules("clean", "二、部门预算安排的总体情况", $"人员经费比上年增加，主要原因是{reason}。");

    private static string[] Rules(string sample, string heading, string sentence) =>
        [.. Checked.Sentence(sample, heading, sentence).Select(finding => finding.Rule)];
}
