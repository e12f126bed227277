using System.Globalization;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>What a cell says does not depend on how it is laid out, numbered, spaced or typed.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Counts =
        ["培训村级干部", "新建农村公厕", "发放宣传资料", "开展巡回义诊", "补助困难学生", "维修水利设施", "检测水质样本", "慰问退役军人", "举办招聘会", "购置执法记录仪", "新增停车泊位", "改造老旧小区户数",
            "聘用护林员人数", "印制法治读本数量"];
    private static readonly string[] Rates = ["验收合格率", "补助资金兑付率", "群众知晓率", "系统可用率", "案件办结率", "绿地养护达标率", "教师参训率"];
    private static readonly string[] Costs = ["人均培训费", "设备采购成本", "项目总成本", "每公里养护费用", "宣传品制作费"];
    private static readonly string[] Times = ["项目完成时间", "补助发放时间", "设备交付时间", "工程竣工时限"];
    private static readonly string[] Effects = ["群众安全感", "办学条件", "农村人居环境", "企业经营成本", "湿地生态功能", "基层治理能力"];
    private static readonly string[] Units = ["人", "人次", "场", "座", "份", "户", "个", "台", "批次"];
    private static readonly string[] Dates = ["2024年12月底前", "2024年6月30日前", "2024年10月", "12月底前"];
    private static readonly string[] Results = ["明显提升", "持续改善", "稳步提高", "有效增强", "逐步优化"];
    private static readonly TargetOperator[] Bounds =
        [TargetOperator.AtLeast, TargetOperator.AtMost, TargetOperator.Equal, TargetOperator.MoreThan, TargetOperator.LessThan];

    public static TheoryData<string> Names => [.. Layouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_InAnyLayout_ReadsTheSame(string layout) =>
        Holds(list => (Layouts.All[layout](list), list));

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_TypedInFullWidth_ReadsTheSame(string layout) =>
        Holds(list => (Widened(Layouts.All[layout](list)), list));

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_WithBlankLinesAndBlanksAtTheEnds_ReadsTheSame(string layout) =>
        Holds(list => (Layouts.All[layout](list)
            .Replace("\n", layout == "逐格换行" ? "\r\n" : " \r\n\r\n", StringComparison.Ordinal) + "  ", list));

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_WithItsGroupsInAnotherOrder_ReadsTheSame(string layout) =>
        Holds(list => Layouts.All[layout](Reordered(list)) is var text ? (text, Reordered(list)) : default);

    private static void Holds(Func<Indicator[], (string Text, Indicator[] Expected)> write) =>
        Prop.ForAll(Trees.ToArbitrary(), list =>
        {
            var (text, expected) = write(list);
            var (read, meant) = (IndicatorText.Read(text).Indicators.Select(Told).ToArray(), expected.Select(Told).ToArray());
            return read.SequenceEqual(meant)
                .Label($"{text}\n--- read\n{string.Join('\n', read.Except(meant))}\n--- for\n{string.Join('\n', meant.Except(read))}");
        }).Check(Laws.Tried(150));

    private static string Told(Indicator one) => $"{one.Level1}/{one.Level2}|{one.Name}|{one.Operator.Sign()}|{one.Value}|{one.Unit}";

    /// <summary>Digits, signs of comparison and percent in full width, as an input method leaves them.</summary>
    private static string Widened(string text) => string.Concat(text.Select(sign => sign switch
    {
        >= '0' and <= '9' => (char)(sign - '0' + '０'),
        '%' => '％',
        '>' => '＞',
        '<' => '＜',
        '=' => '＝',
        _ => sign,
    }));

    /// <summary>效益 before 产出, the groups inside in reverse.</summary>
    private static Indicator[] Reordered(Indicator[] list) =>
        [.. list.GroupBy(one => one.Level1).Reverse()
            .SelectMany(first => first.GroupBy(one => one.Level2).Reverse().SelectMany(group => group))];

    private static Gen<Indicator[]> Trees =>
        from quantity in Group("产出指标", "数量指标", Counted(Counts, Units))
        from quality in Group("产出指标", "质量指标", Rated)
        from time in Group("产出指标", "时效指标", Gen.OneOf(Of(Times, Dates, TargetOperator.Equal), Rated))
        from cost in Group("产出指标", "成本指标", Counted(Costs, ["元", "万元", "元/人", "万元/公里"]))
        from economic in Group("效益指标", "经济效益指标",
            Gen.OneOf(Counted(["带动农户增收", "节约运行经费"], ["万元", "元"]), Of(Effects, Results, TargetOperator.Qualitative)))
        from social in Group("效益指标", "社会效益指标", Gen.OneOf(Of(Effects, Results, TargetOperator.Qualitative), Rated))
        from lasting in Group("效益指标", "可持续影响指标", Of(Effects, Results, TargetOperator.Qualitative))
        from served in Group("满意度指标", "服务对象满意度指标", Counted(["受益群众满意度", "参训学员满意度", "入驻企业满意度"], ["%"]))
        let all = quantity.Concat(quality).Concat(time).Concat(cost).Concat(economic).Concat(social).Concat(lasting).Concat(served)
            .ToArray()
        where all.Length > 0
        select all;

    private static Gen<Indicator> Rated => Counted(Rates, ["%"]);

    private static Gen<Indicator> Counted(string[] names, string[] units) =>
        from name in Gen.Elements(names)
        from bound in Gen.Elements(Bounds)
        from value in Gen.Elements("1", "12", "95", "100", "300", "1500", "20000", "3.5", "0.03", "98.6")
        from unit in Gen.Elements(units)
        select new Indicator { Level1 = "", Level2 = "", Name = name, Operator = bound, Value = value, Unit = unit };

    private static Gen<Indicator> Of(string[] names, string[] values, TargetOperator bound) =>
        from name in Gen.Elements(names)
        from value in Gen.Elements(values)
        select new Indicator { Level1 = "", Level2 = "", Name = name, Operator = bound, Value = value };

    private static Gen<Indicator[]> Group(string level1, string level2, Gen<Indicator> one) =>
        from count in Gen.Choose(0, 3)
        from list in one.ArrayOf(count)
        select list.DistinctBy(indicator => indicator.Name)
            .Select((indicator, index) => indicator with
            {
                Level1 = level1,
                Level2 = level2,
                Number = (index + 1)
                .ToString(CultureInfo.InvariantCulture)
            }).ToArray();
}
