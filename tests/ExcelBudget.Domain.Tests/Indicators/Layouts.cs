using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>The ways in which departments of different provinces lay out the same tree of indicators in one cell.</summary>
internal static class Layouts
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>A layout by its name.</summary>
    public static IReadOnlyDictionary<string, Func<IReadOnlyList<Indicator>, string>> All { get; } =
        new Dictionary<string, Func<IReadOnlyList<Indicator>, string>>(StringComparer.Ordinal)
        {
            ["一、（一）1."] = list => Outline(list, n => Numerals[n - 1] + "、", n => $"（{Numerals[n - 1]}）", n => n + "."),
            ["1 1.1 （1）"] = list => Outline(list, n => n + " ", null, n => $"（{n}）"),
            ["1. （1） ①"] = list => Outline(list, n => n + ".", n => $"（{n}）", n => ((char)('①' + n - 1)).ToString()),
            ["一行"] = RunOn,
            ["【产出指标-数量指标】"] = list => string.Join('\n', Groups(list)
                .Select(group => $"【{Levels(group.Key, "-")}】\n" + Lines(group, n => $"指标{n}：", Joined))),
            ["横线"] = list => string.Join('\n', list.Select(one => $"{Levels((one.Level1, one.Level2), "-")}-{one.Name}：{Target(one)}")),
            ["制表符"] = list => Table(list, "\t", one => $"{one.Name}\t{Target(one)}"),
            ["制表符，符号、值、单位分列"] = list => Table(list, "\t", one => $"{one.Name}\t{Sign(one)}\t{one.Value}\t{one.Unit}"),
            ["制表符，方向、文字符号"] = list => Table(list, "\t", one =>
                $"{one.Name}\t{(one.Operator == TargetOperator.AtMost ? "反向" : "正向")}\t{SignInWords(one)}\t{one.Value}\t{one.Unit}"),
            ["制表符，描述列"] = list => "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\n" + Table(list, "\t", one =>
                $"{one.Name}\t反映{one.Name}的情况\t{Target(one)}"),
            ["竖线"] = list => Table(list, " | ", one => $"{one.Name} | {Target(one)}"),
            ["没有序号"] = list => Outline(list, _ => "", _ => "", _ => ""),
            ["空格分列"] = list => Table(list, "    ", one => $"{one.Name}    {Target(one)}"),
            ["单位在括号里"] = list => Table(list, "\t", one =>
                $"{one.Name}{(one.Unit.Length == 0 ? "" : $"（{one.Unit}）")}\t{Bound(one)}{one.Value}"),
            ["逗号分列，有表头"] = list => "一级指标,二级指标,三级指标,指标值\n" + Table(list, ",", one => $"{one.Name},{Target(one)}"),
            ["全角分号分列，有表头，符号、值、单位"] = list => "一级指标；二级指标；三级指标；符号；目标值；单位\n" + Table(list, "；", one =>
                $"{one.Name}；{Sign(one)}；{one.Value}；{one.Unit}"),
            ["井号分列，有表头"] = list => "一级指标#二级指标#三级指标#计划值\n" + string.Join('\n', list.Select(one =>
                $"{one.Level1}#{one.Level2}#{one.Name}#{Target(one)}")),
            ["绩效指标栏写产出/数量，有备注"] = list => "绩效指标\t指标名称\t计划值\t备注\n" + string.Join('\n', list.Select((one, at) =>
                $"{Bare(one.Level1)}/{Bare(one.Level2)}\t{one.Name}\t"
                + $"{Target(one)}\t{(at % 3 == 0 ? $"上年{at + 2}件" : "")}")),
            ["（目标：）"] = list => Numbered(list, one => $"{one.Name}（目标：{Target(one)}）"),
            ["【】"] = list => Numbered(list, one => $"{one.Name}【{Target(one)}】"),
            ["→"] = list => Numbered(list, one => $"{one.Name}→{Target(one)}"),
            ["：计划"] = list => Numbered(list, one => $"{one.Name}：计划{Target(one)}"),
            ["，单位，指标值；备注"] = list => Numbered(list, one =>
                $"{one.Name}{(one.Unit.Length > 0 ? $"，单位：{one.Unit}" : "")}，指标值：{Bound(one)}{one.Value}；备注：见附件"),
            ["逐格换行"] = list => string.Join('\n', Groups(list)
                .SelectMany(group => new[] { group.Key.Level1, group.Key.Level2 }.Where(level => level.Length > 0)
                    .Concat(group.SelectMany(one => new[] { one.Name, Target(one) })))),
        };

    /// <summary>指标值 as printed: ≥90%.</summary>
    public static string Target(Indicator one) => Bound(one) + one.Value + one.Unit;

    private static string Joined(Indicator one) => one.Name + (Bound(one).Length > 0 ? "" : " ") + Target(one);

    private static string Bound(Indicator one) => one.Operator is TargetOperator.Equal or TargetOperator.Qualitative ? ""
        : one.Operator.Sign();

    private static string Sign(Indicator one) => one.Operator == TargetOperator.Qualitative ? "定性" : one.Operator.Sign();

    private static string SignInWords(Indicator one) => one.Operator switch
    {
        TargetOperator.AtLeast => "大于等于",
        TargetOperator.AtMost => "小于等于",
        TargetOperator.MoreThan => "大于",
        TargetOperator.LessThan => "小于",
        TargetOperator.Equal => "等于",
        _ => "定性",
    };

    private static string Outline(IReadOnlyList<Indicator> list, Func<int, string> first, Func<int, string>? second, Func<int,
        string> third, Func<Indicator, string>? body = null)
    {
        var (text, one, two, last) = (new List<string>(), 0, 0, "");
        foreach (var group in Groups(list))
        {
            if (group.Key.Level1 != last)
            {
                text.Add(first(++one) + group.Key.Level1);
                (two, last) = (0, group.Key.Level1);
            }

            text.Add((second is null ? $"{one}.{++two} " : second(++two)) + group.Key.Level2 + (second is null ? "" : "："));
            text.Add(Lines(group, third, body ?? Joined));
        }

        return string.Join('\n', text);
    }

    private static string Bare(string level) => level.Replace("指标", "", StringComparison.Ordinal);

    private static string Numbered(IReadOnlyList<Indicator> list, Func<Indicator, string> body) =>
        Outline(list, n => Numerals[n - 1] + "、", n => $"（{Numerals[n - 1]}）", n => n + ".", body);

    private static string RunOn(IReadOnlyList<Indicator> list)
    {
        var (text, last) = ("", "");
        foreach (var group in Groups(list))
        {
            if (group.Key.Level1 != last) text += group.Key.Level1 + "：";
            last = group.Key.Level1;
            text += group.Key.Level2 + "：" + string.Join('；', group.Select(Joined)) + "。";
        }

        return text;
    }

    private static string Table(IReadOnlyList<Indicator> list, string column, Func<Indicator, string> cells)
    {
        var (rows, last1, last2) = (new List<string>(), "", "");
        foreach (var one in list)
        {
            var (level1, level2) = (one.Level1 == last1 ? "" : one.Level1, one.Level1 == last1 && one.Level2 == last2 ? "" : one.Level2);
            (last1, last2) = (one.Level1, one.Level2);
            rows.Add(level1 + column + level2 + column + cells(one));
        }

        return string.Join('\n', rows);
    }

    private static string Lines(IEnumerable<Indicator> group, Func<int, string> mark, Func<Indicator, string> line) =>
        string.Join('\n', group.Select((one, index) => mark(index + 1) + line(one)));

    private static string Levels((string Level1, string Level2) levels, string joint) => levels.Level1 + joint + levels.Level2;

    private static IEnumerable<IGrouping<(string Level1, string Level2), Indicator>> Groups(IReadOnlyList<Indicator> list) =>
        list.GroupBy(one => (one.Level1, one.Level2));
}
