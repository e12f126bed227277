using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>How a table says under which levels a row stands.</summary>
internal enum LevelPrint
{
    /// <summary>Once; the cells below are empty and keep their place.</summary>
    Merged,

    /// <summary>In every row.</summary>
    Repeated,

    /// <summary>Once; the rows below have fewer cells, as a page's merged cells are copied.</summary>
    LeftOut,

    /// <summary>On a line of their own above the rows.</summary>
    OwnLine,

    /// <summary>The level of the second column alone.</summary>
    SecondOnly,
}

/// <summary>
/// A form of some province as it looks when its table is pasted into one cell. Columns, a letter each: 1 一级, 2 二级, # 序号, c 编码,
/// n 名称, N 名称（单位）, x 解释, k 公式, s 符号, w 符号 in words, v 值, q 值 and 单位, u 单位, t the whole target, b sign and value, p 分值,
/// P 10分, d 方向, y 定量/定性, r 评分标准, f 依据 in fixed words, F 依据 in free words, m 备注, l 上年实际, h 半年目标, g 三年目标, e 责任科室,
/// a 实际值 that nobody has filled in.
/// </summary>
/// <param name="Name">By which a failure is told.</param>
/// <param name="Columns">The letters.</param>
internal sealed record TableForm(string Name, string Columns)
{
    private const int AllPoints = 100;
    private const int Step = 5;
    private static readonly string[] Bases = ["计划标准", "行业标准", "历史标准", "计划标准", "其他标准"];
    private static readonly string[] Papers = ["实施方案", "2024年工作总结", "省级考核要求", "上级文件", "合同约定"];
    private static readonly string[] Offices = ["综合科", "业务股", "财务室"];

    /// <summary>What stands between the cells of a row.</summary>
    public string Between { get; init; } = "\t";

    /// <summary>What stands at the edges of a row.</summary>
    public string Edge { get; init; } = "";

    /// <summary>What ends a row.</summary>
    public string End { get; init; } = "\n";

    /// <summary>The words of the header, one per column; empty without a header.</summary>
    public string Header { get; init; } = "";

    /// <summary>A second line of the header.</summary>
    public string Below { get; init; } = "";

    /// <summary>After how many rows the page ends and the header stands again; 0 for one page.</summary>
    public int Page { get; init; }

    /// <summary>How levels are printed.</summary>
    public LevelPrint Levels { get; init; }

    /// <summary>What is done to a cell before it is printed.</summary>
    public Func<char, string, string> Cell { get; init; } = static (_, text) => text;

    /// <summary>What is done to the whole text.</summary>
    public Func<string, string> Whole { get; init; } = static text => text;

    /// <summary>What the text says that the facts do not: a form without signs tells no bounds.</summary>
    public Func<Indicator, Indicator> Meant { get; init; } = static indicator => indicator;

    /// <summary>The table of a project.</summary>
    public string Write(IReadOnlyList<Indicator> project)
    {
        var text = new StringBuilder();
        if (Header.Length > 0) Head(text);
        var (one, two) = ("", "");
        for (var at = 0; at < project.Count; at++)
        {
            var it = project[at];
            if (Page > 0 && at > 0 && at % Page == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"— {at / Page} —").Append(End);
                if (Header.Length > 0) Head(text);
            }

            var isNew1 = it.Level1 != one;
            var isNew2 = isNew1 || it.Level2 != two;
            (one, two) = (it.Level1, it.Level2);
            if (Levels == LevelPrint.OwnLine && isNew1) Row(text, [it.Level1]);
            if (Levels == LevelPrint.OwnLine && isNew2) Row(text, [it.Level2]);
            Row(text, [.. Columns.Where(column => IsPrinted(column, isNew1, isNew2))
                .Select(column => Cell(column, Of(column, it, (at, project.Count), isNew1, isNew2)))]);
        }

        return Whole(text.ToString().TrimEnd('\n', '\r'));
    }

    private void Head(StringBuilder text)
    {
        Row(text, Header.Split(' '));
        if (Below.Length > 0) Row(text, Below.Split(' '));
        if (Edge.Length > 0) text.Append('|').Append(string.Concat(Enumerable.Repeat(" --- |", Header.Split(' ').Length))).Append(End);
    }

    private void Row(StringBuilder text, string[] cells)
    {
        text.Append(Edge).AppendJoin(Between, cells);
        if (Edge.Length > 0) text.Append(Edge.TrimEnd() is var edge ? " " + edge : "");
        text.Append(End);
    }

    private bool IsPrinted(char column, bool isNew1, bool isNew2) => (column, Levels) switch
    {
        ('1', LevelPrint.LeftOut) => isNew1,
        ('2', LevelPrint.LeftOut) => isNew2,
        ('1', LevelPrint.SecondOnly) => false,
        ('1' or '2', LevelPrint.OwnLine) => false,
        _ => true,
    };

    private string Of(char column, Indicator it, (int At, int Count) place, bool isNew1, bool isNew2)
    {
        var at = place.At;
        var points = Points(place).ToString(CultureInfo.InvariantCulture);
        var isWords = it.Operator == TargetOperator.Qualitative;
        var sign = isWords ? "定性" : it.Operator.Sign();
        var bound = isWords || it.Operator == TargetOperator.Equal ? "" : sign;
        return column switch
        {
            '1' => isNew1 || Levels == LevelPrint.Repeated ? it.Level1 : "",
            '2' => isNew2 || Levels == LevelPrint.Repeated ? it.Level2 : "",
            '#' => (at + 1).ToString(CultureInfo.InvariantCulture),
            'c' => $"0{at / 4 + 1}010{at % 4 + 1}",
            'n' => it.Name,
            'N' => it.Name + (it.Unit.Length > 0 ? $"（{it.Unit}）" : ""),
            'x' => $"反映{it.Name}的情况",
            'k' => it.Unit == "%" ? "达标数/总数×100%" : "据实统计",
            's' => sign,
            'w' => it.Operator switch
            {
                TargetOperator.AtLeast => "大于等于",
                TargetOperator.AtMost => "小于等于",
                TargetOperator.Equal => "等于",
                _ => "定性",
            },
            'v' => it.Value,
            'u' => it.Unit,
            'q' => it.Value + it.Unit,
            't' => bound + it.Value + it.Unit,
            'b' => bound + it.Value,
            'p' => points,
            'P' => points + "分",
            'd' => it.Operator == TargetOperator.AtMost ? "反向" : "正向",
            'y' => isWords ? "定性" : "定量",
            'r' => isWords ? "酌情给分" : it.Unit.Length == 0 ? "逾期不得分" : $"每差1{it.Unit}扣1分，扣完为止",
            'f' => Bases[at % Bases.Length],
            'F' => Papers[at % Papers.Length],
            'm' => at % 4 == 1 ? "含乡镇" : "",
            'l' => Earlier(it, 0.9m),
            'h' => bound + Earlier(it, 0.5m),
            'g' => bound + Earlier(it, 3m),
            'e' => Offices[at % Offices.Length],
            'a' => "",
            _ => throw new ArgumentException(column.ToString()),
        };
    }

    /// <summary>Fives that add up to a hundred, the odd rows' twice first.</summary>
    private static int Points((int At, int Count) place)
    {
        var left = (AllPoints / Step) - place.Count;
        var odd = (place.Count + 1) / 2;
        var order = place.At % 2 == 0 ? place.At / 2 : odd + (place.At / 2);
        return Step * (1 + (left / place.Count) + (order < left % place.Count ? 1 : 0));
    }

    /// <summary>The figure of another term: counts grow with it, rates, prices, terms and words stay.</summary>
    private static string Earlier(Indicator it, decimal share)
    {
        var isCount = it.Level2 == "数量指标"
            && decimal.TryParse(it.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return isCount
            ? Math.Ceiling(decimal.Parse(it.Value, CultureInfo.InvariantCulture) * share).ToString(CultureInfo.InvariantCulture) + it.Unit
            : it.Value + it.Unit;
    }
}
