using System.Text;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>Tables of forms as provinces print them and clerks paste them.</summary>
internal static class TableForms
{
    private const string Levels = "一级指标 二级指标 三级指标 ";
    private const string Nbsp = "\u00A0";
    private const string LongPhrase = "（含乡镇）";

    /// <summary>The forms whose columns tell what they are for.</summary>
    public static IReadOnlyList<TableForm> All { get; } =
    [
        // one column of targets
        new("表头，目标一列", "12nt") { Header = Levels + "指标值" },
        new("无表头，目标一列", "12nt"),
        new("级别重复，目标一列", "12nt") { Levels = LevelPrint.Repeated },
        new("级别略去，目标一列", "12nt") { Levels = LevelPrint.LeftOut },
        new("级别独行，目标一列", "12nt") { Levels = LevelPrint.OwnLine },
        new("只有二级", "2nt") { Levels = LevelPrint.SecondOnly, Header = "二级指标 三级指标 目标值" },
        // sign, value, unit in every order
        new("符号、值、单位", "12nsvu") { Header = Levels + "计算符号 指标值 计量单位" },
        new("符号、值、单位，无表头", "12nsvu"),
        new("符号、值、单位，级别略去", "12nsvu") { Levels = LevelPrint.LeftOut },
        new("单位、符号、值", "12nusv") { Header = Levels + "计量单位 计算符号 指标值" },
        new("单位、符号、值，无表头", "12nusv"),
        new("值、单位、符号", "12nvus") { Header = Levels + "指标值 计量单位 运算符号" },
        new("符号写字", "12nwvu") { Header = Levels + "符号 目标值 单位" },
        new("符号写字，无表头", "12nwvu"),
        new("带符号的值、单位", "12nbu") { Header = Levels + "指标值 度量单位" },
        new("单位、带符号的值，无表头", "12nub"),
        // points and directions
        new("分值在后", "12ntp") { Header = Levels + "年度指标值 分值" },
        new("分值在后，无表头", "12ntp"),
        new("分值在前", "12npt") { Header = Levels + "权重 目标值" },
        new("分值在前，无表头", "12npt"),
        new("四川：性质、值、单位、权重、方向", "12nsvupd") { Header = Levels + "指标性质 指标值 度量单位 权重 指标方向性" },
        new("方向、符号、值、单位、分值，无表头", "12ndsvup"),
        new("某某分", "12nsvuP"),
        new("分值在最前", "12npsvu") { Levels = LevelPrint.Repeated },
        // rules, bases, remarks, explanations
        new("评分标准", "12ntpr") { Header = Levels + "指标值 分值 评分标准" },
        new("评分标准，无表头", "12nsvupr"),
        new("湖南：值、内容、评扣分、类型、单位、备注", "12nbxryum") { Header = Levels + "指标值 指标值内容 评（扣）分标准 指标值类型 计量单位 备注" },
        new("云南：性质、值、单位、属性、内容", "12nsvuyx") { Header = Levels + "指标性质 指标值 度量单位 指标属性 指标内容" },
        new("河北：描述、值、依据", "12nxtF") { Header = Levels + "绩效指标描述 指标值 指标值确定依据" },
        new("描述、值、依据，无表头", "12nxtf"),
        new("解释、公式、分值、值", "12nxkpt") { Header = Levels + "指标解释 计算公式 分值 年度目标值" },
        new("依据在前", "12nft") { Header = Levels + "指标值来源 指标值" },
        new("备注时有时无", "12ntm") { Header = Levels + "指标值 备注" },
        new("科室", "12ntem") { Header = Levels + "目标值 责任科室 备注" },
        new("序号、编码", "#12cnsvu") { Header = "序号 一级指标 二级指标 指标编码 三级指标 计算符号 指标值 计量单位" },
        new("序号在名称前，无表头", "12#nt"),
        // other years
        new("上年实际、本年目标", "12nlt") { Header = Levels + "上年实际 本年目标" },
        new("上年实际、本年目标、实际", "12nlta") { Header = Levels + "上年实际值 年度目标值 实际完成值" },
        new("单位、上年值、目标值", "12nulv") { Header = Levels + "单位 上年值 目标值", Cell = static (column, text) => column == 'l' ? Figure(text) : text,
            Meant = Unsigned },
        new("半年、全年，两行表头", "12nht") { Header = Levels + "目标值 ", Below = "   半年 全年" },
        new("半年目标、全年目标", "12nht") { Header = Levels + "半年目标值 全年目标值" },
        new("全年目标、半年目标", "12nth") { Header = Levels + "全年目标值 半年目标值" },
        new("中期、年度", "12ngt") { Header = Levels + "中期指标值 年度指标值" },
        new("实施期、年度、半年", "12ngth") { Header = Levels + "实施期目标 年度目标 上半年目标" },
        // other signs between cells
        new("竖线", "12nsvu") { Between = "|", Header = Levels + "计算符号 指标值 计量单位" },
        new("竖线带空格", "12ntp") { Between = " | ", Header = Levels + "指标值 分值" },
        new("竖线表", "12ntp") { Between = " | ", Edge = "| ", Header = Levels + "目标值 分值" },
        new("全角竖线", "12nsvu") { Between = "｜" },
        new("几个空格", "12nsvu") { Between = "    ", Levels = LevelPrint.LeftOut, Header = Levels + "符号 指标值 单位" },
        new("几个空格，重复，无表头", "12nsvup") { Between = "   ", Levels = LevelPrint.Repeated },
        new("一个空格", "12nsvu") { Between = " ", Levels = LevelPrint.LeftOut },
        new("一个空格，分值、方向", "12nsvupd") { Between = " ", Levels = LevelPrint.LeftOut, Header = Levels + "符号 指标值 单位 权重 方向" },
        new("全角空格", "12nt") { Between = "　", Levels = LevelPrint.Repeated, Header = Levels + "指标值" },
        new("不断行空格", "12nsvu") { Between = Nbsp + Nbsp, Levels = LevelPrint.LeftOut },
        new("制表符带空格", "12nsvup") { Between = " \t ", Header = Levels + "符号 值 单位 分值" },
        // ends of lines
        new("回车换行", "12nsvu") { End = "\r\n", Header = Levels + "符号 指标值 单位" },
        new("只有回车", "12ntp") { End = "\r", Header = Levels + "指标值 分值" },
        new("Excel回车", "12nsvu") { End = "_x000D_\n" },
        new("空行隔开", "12ntp") { End = "\n\n", Header = Levels + "指标值 分值" },
        new("HTML表", "12ntp")
        {
            Header = Levels + "指标值 分值", Between = "</td><td>", Edge = "<tr><td>", End = "</td></tr>",
            Whole = static text => "<table><tbody>" + text.Replace(" <tr><td>", "", StringComparison.Ordinal)
                .Replace("| --- | --- | --- | --- | --- |</td></tr>", "", StringComparison.Ordinal) + "</tbody></table>",
        },
        new("换行标签", "12nsvu") { End = "<br/>", Header = Levels + "符号 指标值 单位" },
        // pages, widths, blanks, torn cells
        new("续表，表头重复", "12nsvup") { Header = Levels + "符号 指标值 单位 分值", Page = 4 },
        new("续表，级别重复", "12ntp") { Header = Levels + "指标值 分值", Page = 5, Levels = LevelPrint.Repeated },
        new("页码，无表头", "12nsvu") { Page = 4 },
        new("全角", "12nsvup") { Header = Levels + "符号 指标值 单位 分值", Cell = static (_, text) => Widened(text) },
        new("全角，目标一列", "12nt") { Cell = static (_, text) => Widened(text) },
        new("汉字间有空格", "12nsvu") { Header = Levels + "符号 指标值 单位", Cell = SpacedWords },
        new("汉字间有空格，目标一列", "12ntp") { Header = Levels + "指标值 分值", Cell = SpacedWords },
        new("级别汉字间有空格", "12nt") { Cell = static (column, text) => column is '1' or '2' ? Spaced(text) : text },
        new("名称断行，加引号", "12nsvup") { Header = Levels + "符号 指标值 单位 分值", Cell = static (at, text) => at == 'n' ? Quoted(text) : text },
        new("目标断行，加引号", "12ntp")
        {
            Header = Levels + "指标值 分值",
            Cell = static (column, text) => column == 't' && text.Length > 2 ? $"\"{text[..^1]}\n{text[^1]}\"" : text,
        },
        new("名称断行", "12nsvu") { Header = Levels + "符号 指标值 单位", Cell = static (column, text) => column == 'n' ? Torn(text) : text },
        new("名称断行，无表头", "12nsvup") { Cell = static (column, text) => column == 'n' ? Torn(text) : text },
        new("级别断行", "12nsvu") { Header = Levels + "符号 指标值 单位", Cell = static (column, text) => column == '2' ? Torn(text) : text },
        // levels called otherwise
        new("级别不写指标", "12nsvu") { Header = Levels + "符号 指标值 单位", Cell = static (column, text) => Bare(column, text) },
        new("级别不写指标，无表头", "12ntp") { Cell = static (column, text) => Bare(column, text) },
        new("级别带分值", "12nt")
        {
            Header = Levels + "指标值", Cell = static (column, text) => column == '1' && text.Length > 0 ? text + "（30分）" : text,
        },
        new("级别带序号", "12nt")
        {
            Header = Levels + "指标值", Cell = static (column, text) => column == '2' && text.Length > 0 ? "1." + text : text,
        },
        new("名称带序号", "12nsvu") { Cell = static (column, text) => column == 'n' ? "指标1：" + text : text },
        new("单位在名称里", "12Nb") { Header = Levels + "指标值" },
        new("单位在名称里，无表头", "12NbP"),
        new("目标带括号", "12nt") { Header = Levels + "指标值", Cell = static (column, text) => column == 't' ? $"（{text}）" : text },
        new("没有符号", "12nvu") { Header = Levels + "指标值 计量单位", Meant = Unsigned },
        new("没有符号，无表头", "12nvup") { Meant = Unsigned },
        new("指标值带说明", "12nt") { Header = Levels + "指标值", Cell = static (column, text) => column == 'n' ? text + LongPhrase : text,
            Meant = static it => it with { Name = it.Name + LongPhrase } },
        // a cell a line, a line for all
        new("一格一行", "12nsvu") { Between = "\n", Levels = LevelPrint.LeftOut },
        new("一格一行，有表头", "12nsvu") { Between = "\n", Levels = LevelPrint.LeftOut, Header = Levels + "符号 指标值 单位" },
        new("一格一行，分值", "12nsvup") { Between = "\n", Levels = LevelPrint.LeftOut, Header = Levels + "符号 指标值 单位 分值" },
        new("一格一行，描述、依据", "12nxtF") { Between = "\n", Levels = LevelPrint.LeftOut, Header = Levels + "指标描述 指标值 依据" },
        new("一格一行，评分标准", "12nsvupr") { Between = "\n", Levels = LevelPrint.LeftOut },
        new("一格一行，级别重复", "12ntp") { Between = "\n", Levels = LevelPrint.Repeated, Header = Levels + "指标值 分值" },
        new("一行到底，制表符", "12nsvup") { End = "\t", Levels = LevelPrint.LeftOut },
        new("一行到底，空格", "12nsvup") { Between = " ", End = " ", Levels = LevelPrint.LeftOut },
        new("一行到底，目标一列", "12nt") { Between = " ", End = " ", Levels = LevelPrint.LeftOut },
    ];

    /// <summary>A form without signs tells no bounds.</summary>
    public static Indicator Unsigned(Indicator it) =>
        it.Operator is TargetOperator.Qualitative ? it : it with { Operator = TargetOperator.Equal };

    private static string Figure(string text) => string.Concat(text.TakeWhile(sign => char.IsAsciiDigit(sign) || sign == '.'));

    private static string Widened(string text) => string.Concat(text.Select(sign => sign switch
    {
        >= '0' and <= '9' => (char)(sign - '0' + '０'),
        '%' => '％',
        '=' => '＝',
        _ => sign,
    }));

    private static string SpacedWords(char column, string text) => column is '1' or '2' or 'n' ? Spaced(text) : text;

    private static string Spaced(string text) => string.Concat(text.Select((sign, at) =>
        at > 0 && sign > '\u2E7F' && text[at - 1] > '\u2E7F' ? " " + sign : sign.ToString()));

    private static string Torn(string text) => text.Length < 5 ? text : text[..(text.Length - 2)] + "\n" + text[^2..];

    private static string Quoted(string text) => text.Length < 5 ? text : $"\"{Torn(text)}\"";

    private static string Bare(char column, string text) =>
        column is '1' or '2' ? text.Replace("指标", "", StringComparison.Ordinal) : text;
}
