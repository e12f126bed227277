using System.Globalization;
using ExcelBudget.Domain.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Lists of indicators as departments could enter them: both schemes, every operator, odd names and units.</summary>
internal static class IndicatorLists
{
    private static readonly string[] Subjects =
    [
        "培训", "乡镇卫生院", "《2023年年鉴》", "“两会”服务保障", "G227线养护", "12345热线", "PM2.5年均浓度", "调研、视察", "组稿、修改、审稿", "第3次全国普查", "5A级景区", "（一期）工程",
            "A4纸印刷", "县委、县政府",
        "每册印刷", "3个专委会", "1949-1978年党史", "重点项目B区", "农牧民", "高标准农田", "24小时值班", "COVID疫苗", "三公经费", "产出", "质量", "数量核对", "成本", "满意",
            "2023年遗留问题",
    ];

    private static readonly string[] Measures =
        ["率", "次数", "数量", "人数", "费用", "总成本", "满意度", "合格率", "完成时间", "面积", "（含工作人员）人数", "达标率", "标准", "年限"];
    private static readonly string[] Units =
        ["%", "次", "人次", "人", "万元", "元", "元/天·人", "元/人/天", "套", "/次", "/本", "天/3人", "个工作日", "万平方米", "个百分点", "万元/4次", "份", "条", "",
        "微克/立方米", "台（套）"];
    private static readonly string[] Values =
        ["0", "1", "3", "98", "100", "0.03", "6.8", "12,000", "2000", "5.66", "10.85", "1-2", "80～120"];
    private static readonly string[] WholeValues =
        ["2023年12月底", "2024年12月31日前", "2023/12/31", "2024年1月—12月", "5*1200*12个月", "2500元*3人*6月=45000元", "2.5×3=7.5万元", "12月底前", "每月10日前"];
    private static readonly string[] Results = ["健全", "显著提升", "有所改善", "长期", "及时", "逐年递减", "完备", "规范", "按规定支付", "优", "有创新", "明显提高"];
    private static readonly string[] Statements =
        ["保证工作正常开展", "及时督办或答复网络留言板中反映的情况", "按照编写进度，发放工资", "方便了县委文件，会议纪要等材料的印发", "维护网络秩序", "为县委领导作出精准决策，提供依据", "保证机要科工作人员24小时值班工作"];

    private static readonly (string Level1, string Level2)[] Groups =
    [
        ("成本指标", "经济成本指标"), ("成本指标", "社会成本指标"), ("成本指标", "生态环境成本指标"), ("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"),
            ("产出指标", "成本指标"), ("效益指标", "经济效益指标"),
        ("效益指标", "社会效益指标"), ("效益指标", "生态效益指标"), ("效益指标", "可持续影响指标"), ("满意度指标", ""), ("满意度指标", "服务对象满意度指标"),
    ];

    private static readonly TargetOperator[] Bounds =
        [TargetOperator.AtLeast, TargetOperator.AtMost, TargetOperator.MoreThan, TargetOperator.LessThan, TargetOperator.Equal];

    /// <summary>The lists.</summary>
    public static Gen<Indicator[]> All { get; } =
        from chosen in Gen.SubListOf(Groups)
        from lists in Gen.CollectToArray(chosen, pair => OfGroup(pair.Level1, pair.Level2))
        select lists.SelectMany(list => list).ToArray();

    /// <summary>
    /// Rows as people enter them: figures in names, several figures in one value, words where a number belongs, full-width signs, words of
    /// headings.
    /// </summary>
    public static Gen<Indicator[]> Entered { get; } =
        from chosen in Gen.SubListOf(Groups)
        from lists in Gen.CollectToArray(chosen, pair => OfGroup(pair.Level1, pair.Level2, Odd))
        select lists.SelectMany(list => list).ToArray();

    private static readonly string[] OddNames =
    [
        "收益分配", "资金拨付", "点击量", "新建水泥路1条", "达标率100%", "培训3次，发放宣传册20份", "一、产出指标", "数量指标：培训", "2024年7月底前完成", "≥3次", "满意度", "指标1：培训", "（二）",
            "第3期（2024年）", "A、B两项",
        "村（居）民小组长补助；每人500元", "……", "100", "/", "定性", "无", "2.5万元以内",
    ];

    private static readonly string[] OddValues =
    [
        "第一年返本20%，分红8%", "12月底到位", "44,561", "９０", "≥90", "2024年7月20日完成80%；12月完成100%", "**", "3次/2人", "按月", "95%以上", "不低于2023年实际值",
            "1）完成；2）验收", "产出指标", "０.５", "80～120", "约30", "1:3", "一", "三次", "90%-95%", "见附件1、2",
    ];

    private static readonly string[] OddUnits = ["", "%", "％", "次（场）", "元/人·月", "人，次", "万元以内", "个 工作日", "/", "1", "年"];

    private static Gen<Indicator> Odd =>
        from name in Gen.OneOf(Gen.Elements(OddNames), Name)
        from bound in Gen.Elements([.. Bounds, TargetOperator.Qualitative])
        from value in Gen.OneOf(Gen.Elements(OddValues), Gen.Elements(Values), Gen.Elements(Results))
        from unit in Gen.OneOf(Gen.Elements(OddUnits), Gen.Elements(Units))
        select Of(name, bound, value, bound == TargetOperator.Qualitative ? "" : unit);

    private static Gen<Indicator[]> OfGroup(string level1, string level2) => OfGroup(level1, level2, One);

    private static Gen<Indicator[]> OfGroup(string level1, string level2, Gen<Indicator> one) =>
        from count in Gen.Choose(1, 4)
        from indicators in one.ArrayOf(count)
        select indicators.Select(
            (indicator, index) =>
            indicator with { Level1 = level1, Level2 = level2, Number = (index + 1).ToString(CultureInfo.InvariantCulture) }).ToArray();

    private static Gen<string> Name =>
        from subject in Gen.Elements(Subjects) from measure in Gen.Elements(Measures) select subject + measure;

    private static Gen<Indicator> One => Gen.OneOf(Bounded, Bounded, Whole, Result, Statement, Missing);

    private static Gen<Indicator> Bounded =>
        from name in Name
        from bound in Gen.Elements(Bounds)
        from value in Gen.Elements(Values)
        from unit in Gen.Elements(Units)
        select Of(name, bound, value, unit);

    private static Gen<Indicator> Whole =>
        from name in Name from value in Gen.Elements(WholeValues) select Of(name, TargetOperator.Equal, value, "");

    private static Gen<Indicator> Result =>
        from name in Name from value in Gen.Elements(Results) select Of(name, TargetOperator.Qualitative, value, "");

    private static Gen<Indicator> Statement =>
        from words in Gen.Elements(Statements) select Of(words, TargetOperator.Qualitative, words, "");

    private static Gen<Indicator> Missing =>
        from subject in Gen.Elements("工作", "政策", "培训任务")
        from measure in Gen.Elements("完成及时率", "知晓率", "次数")
        select Of(
        subject + measure, TargetOperator.None, "", "");

    private static Indicator Of(string name, TargetOperator bound, string value, string unit) =>
        new() { Level1 = "", Level2 = "", Name = name, Operator = bound, Value = value, Unit = unit };
}
