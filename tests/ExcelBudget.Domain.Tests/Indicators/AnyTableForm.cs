using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Tables with columns in any order, headed by any of the words that forms use, or by none.</summary>
internal static class AnyTableForm
{
    private static readonly Dictionary<char, string[]> Words = new()
    {
        ['1'] = ["一级指标", "一级"],
        ['2'] = ["二级指标", "二级"],
        ['#'] = ["序号"],
        ['c'] = ["指标编码", "编码"],
        ['n'] = ["三级指标", "指标名称", "三级指标名称", "指标内容", "绩效指标"],
        ['x'] = ["指标解释", "指标说明", "绩效指标描述", "指标内涵"],
        ['k'] = ["计算公式", "指标计算方法", "计算方法"],
        ['s'] = ["计算符号", "符号", "指标性质", "运算符号", "比较符"],
        ['w'] = ["计算符号", "符号", "运算符"],
        ['v'] = ["指标值", "目标值", "年度指标值", "数值"],
        ['q'] = ["指标值", "目标值", "年度指标值"],
        ['u'] = ["计量单位", "单位", "度量单位"],
        ['t'] = ["指标值", "目标值", "年度指标值", "年度目标值", "绩效目标值", "预期指标值", "指标值（包含数字及文字描述）"],
        ['b'] = ["指标值", "目标值"],
        ['p'] = ["分值", "权重", "分值权重", "分值（分）", "指标分值"],
        ['P'] = ["分值", "权重"],
        ['d'] = ["指标方向", "指标方向性", "指标趋向"],
        ['y'] = ["指标属性", "指标类型", "指标值类型", "定量/定性"],
        ['r'] = ["评分标准", "评（扣）分标准", "评分规则", "计分方法"],
        ['f'] = ["指标值来源", "指标值确定依据", "绩效标准", "标准来源"],
        ['F'] = ["指标值确定依据", "依据", "数据来源"],
        ['m'] = ["备注", "说明"],
        ['l'] = ["上年实际值", "上年完成值", "上年实际", "上年值", "2024年完成值", "历史值"],
        ['h'] = ["半年目标值", "上半年目标", "1-6月目标", "6月底目标值"],
        ['g'] = ["中期指标值", "实施期目标值", "总体目标值", "三年目标值", "中长期目标值"],
        ['e'] = ["责任科室", "责任单位", "填报科室"],
        ['a'] = ["实际完成值", "完成值", "全年实际值"],
    };

    private static readonly string[] Targets = ["t", "t", "svu", "svu", "usv", "bu", "ub", "wvu", "vsu", "vu", "suv", "sq"];
    private static readonly string[] Tabs = ["\t", "\t", "\t", "|", " | ", "｜", " \t"];
    private static readonly string[] Blanks = ["  ", " ", "    ", "　", "\n"];
    private static readonly string[] Asides = ["p", "P", "d", "y", "r", "f", "F", "m", "l", "h", "g", "e", "a", "x", "k"];
    private static readonly string[] Alike = ["pP", "lhg", "xk"];

    /// <summary>The form that a number stands for.</summary>
    public static TableForm Of(int seed)
    {
        var chance = new Chance(seed);
        var isTabbed = chance.Below(10) < 7;
        var levels = isTabbed
            ? chance.Of<LevelPrint>([0, 0, LevelPrint.Repeated, LevelPrint.LeftOut, LevelPrint.OwnLine, LevelPrint.SecondOnly])
            : chance.Of<LevelPrint>([LevelPrint.Repeated, LevelPrint.LeftOut, LevelPrint.LeftOut, LevelPrint.OwnLine]);
        var target = chance.Of(Targets);
        var lead = chance.Below(12) switch { 0 => "#", 1 => "c", _ => "" };
        var columns = (levels == LevelPrint.SecondOnly ? "2" : "12") + lead + "n" + Body(chance, target, isTabbed);
        var headed = columns.Where(column => levels == LevelPrint.SecondOnly ? column != '1'
            : levels != LevelPrint.OwnLine || column is not ('1' or '2'));
        return new TableForm(columns, columns)
        {
            Between = chance.Of(isTabbed ? Tabs : Blanks),
            Levels = levels,
            Header = chance.Below(3) > 0 ? string.Join(' ', headed.Select(column => chance.Of(Words[column]))) : "",
            Page = chance.Below(6) == 0 ? 4 : 0,
            End = chance.Below(8) == 0 ? "\r\n" : "\n",
            Meant = target.AsSpan().IndexOfAny("stbw") >= 0 ? static it => it : TableForms.Unsigned,
        };
    }

    /// <summary>The target, and up to three columns that are no part of it, before, between and behind.</summary>
    private static string Body(Chance chance, string target, bool isTabbed)
    {
        var (parts, taken) = (new List<string> { target }, "");
        for (var more = chance.Below(4); more > 0; more--)
        {
            var one = chance.Of(Asides);
            // empty cells are lost between blanks
            if (taken.Contains(one, StringComparison.Ordinal) || (!isTabbed && one is "m" or "a")) continue;
            taken += Array.Find(Alike, alike => alike.Contains(one, StringComparison.Ordinal)) ?? one;
            parts.Insert(one is "x" or "k" or "l" ? 0 : chance.Below(parts.Count + 1), one);
        }

        return string.Concat(parts);
    }
}
