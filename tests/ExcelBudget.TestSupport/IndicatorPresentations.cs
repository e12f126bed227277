using System.Buffers;
using System.Text;

namespace ExcelBudget.TestSupport;

/// <summary>One indicator as a form tells it, for tests that write it down in many ways.</summary>
/// <param name="Level1">一级指标。</param>
/// <param name="Level2">二级指标。</param>
/// <param name="Name">三级指标。</param>
/// <param name="Sign">≥ ≤ &gt; &lt; = 定性, or empty without a target.</param>
/// <param name="Value">指标值。</param>
/// <param name="Unit">计量单位。</param>
public sealed record ToldIndicator(string Level1, string Level2, string Name, string Sign, string Value, string Unit)
{
    private static readonly SearchValues<char> Joining = SearchValues.Create("0123456789，,。；、：:\n\t ≥≤><=");
    private static readonly SearchValues<char> Unclear = SearchValues.Create("，。；、\n\t 后OolI±");

    private static readonly string[] Groups =
    [
        "数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "服务对象满意度指标",
    ];

    /// <summary>A row of a key; null for one that not every layout can tell: figures in the name, a remark in the unit.</summary>
    public static ToldIndicator? Of(IReadOnlyDictionary<string, string> row)
    {
        var isPlain = Groups.Contains(row["level2"]) && row["level1"] is "产出指标" or "效益指标" or "满意度指标" && row["name"].Length > 1
            && !row["name"].AsSpan().ContainsAny(Joining) && !row["value"].AsSpan().ContainsAny(Unclear)
            && (row["operator"] != "定性" || row["value"].Length is > 1 and <= 12) && row["unit"].AsSpan().IndexOfAny('完', '到', '以') < 0;
        return isPlain
            ? new ToldIndicator(row["level1"], row["level2"], row["name"], row["operator"], row["value"], row["unit"])
            : null;
    }

    /// <summary>Name and target are one sentence.</summary>
    public bool IsStatement => Sign.Length == 0 || (Sign == "定性" && Value == Name);
}

/// <summary>The layouts in which units write the same tree of indicators into one cell.</summary>
public static class IndicatorPresentations
{
    private const string Numerals = "一二三四五六七八九";

    /// <summary>Names of the layouts.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "提纲", "数字提纲", "一行到底", "方括号", "制表符", "制表符分列", "制表符重复标题", "逐格换行", "空格分隔", "全角", "多空格", "文字符号", "破折号", "指标1",
    ];

    /// <summary>The indicators, grouped as they come, in a layout.</summary>
    /// <exception cref="ArgumentException">No such layout.</exception>
    public static string Write(string layout, IReadOnlyList<ToldIndicator> indicators) => layout switch
    {
        "提纲" => Outline(indicators, level => $"{Numerals[level]}、", group => $"（{Numerals[group]}）", item => $"{item + 1}.", "\n"),
        "数字提纲" => Outline(indicators, level => $"{level + 1} ", group => $"（{group + 1}）", item => $"{item + 1}）", "\n"),
        "一行到底" => RunOn(indicators),
        "方括号" => Bracketed(indicators),
        "制表符" => Table(indicators, it => it.Name + "\t" + Target(it), repeat: false),
        "制表符分列" => Table(indicators, Columns, repeat: false),
        "制表符重复标题" => Table(indicators, it => it.Name + "\t" + Target(it), repeat: true),
        "逐格换行" => Stacked(indicators, ""),
        "指标1" => Stacked(indicators, "指标1："),
        "空格分隔" => Table(indicators, it => it.Name + " " + Target(it), repeat: true).Replace('\t', ' '),
        "全角" => Full(Write("提纲", indicators)),
        "多空格" => string.Join("  \n", Write("提纲", indicators).Split('\n').Select(line => "  " + line + " ")),
        "文字符号" => Outline([.. indicators.Select(Worded)], level => $"{Numerals[level]}、", group => $"（{Numerals[group]}）",
            item => $"{item + 1}.", "\n"),
        "破折号" => string.Join('\n', indicators.Select(it => $"{it.Level1}—{it.Level2}—{Item(it)}")),
        _ => throw new ArgumentException(layout, nameof(layout)),
    };

    private static string Target(ToldIndicator it) => it.IsStatement ? "" : (it.Sign is "=" or "定性" ? "" : it.Sign) + it.Value + it.Unit;

    private static string Item(ToldIndicator it) => it.IsStatement ? it.Name : it.Sign switch
    {
        "定性" => it.Name + "：" + it.Value,
        "=" => it.Name + "：" + it.Value + it.Unit,
        _ => it.Name + it.Sign + it.Value + it.Unit,
    };

    private static string Columns(ToldIndicator it) => it.IsStatement ? it.Name
        : it.Sign == "定性" ? $"{it.Name}\t定性\t{it.Value}" : $"{it.Name}\t{it.Sign}\t{it.Value}\t{it.Unit}";

    private static ToldIndicator Worded(ToldIndicator it) => it with
    {
        Sign = it.Sign switch { "≥" => "不少于", "≤" => "不超过", ">" => "大于", "<" => "小于", _ => it.Sign },
    };

    private static string Outline(IReadOnlyList<ToldIndicator> indicators, Func<int, string> one, Func<int, string> two,
        Func<int, string> three, string end)
    {
        var text = new StringBuilder();
        foreach (var (level, l) in indicators.GroupBy(it => it.Level1).Select((level, l) => (level, l)))
        {
            text.Append(one(l)).Append(level.Key).Append(end);
            foreach (var (group, g) in level.GroupBy(it => it.Level2).Select((group, g) => (group, g)))
            {
                text.Append(two(g)).Append(group.Key).Append(end);
                foreach (var (item, i) in group.Select((item, i) => (item, i)))
                    text.Append(three(i)).Append(Item(item)).Append('；').Append(end);
            }
        }

        return text.ToString();
    }

    private static string RunOn(IReadOnlyList<ToldIndicator> indicators) => string.Concat(
        indicators.GroupBy(it => it.Level1).Select(level => level.Key + "：" + string.Concat(level.GroupBy(it => it.Level2)
            .Select(group => group.Key + "：" + string.Join('；', group.Select(Item)) + "。"))));

    private static string Bracketed(IReadOnlyList<ToldIndicator> indicators) => string.Join('\n',
        indicators.GroupBy(it => (it.Level1, it.Level2))
            .Select(group => $"【{group.Key.Level1}-{group.Key.Level2}】\n" + string.Join('\n', group.Select(Item))));

    private static string Table(IReadOnlyList<ToldIndicator> indicators, Func<ToldIndicator, string> row, bool repeat)
    {
        var lines = new List<string>();
        var (level1, level2) = ("", "");
        foreach (var it in indicators)
        {
            var one = repeat || it.Level1 != level1 ? it.Level1 : "";
            var two = repeat || it.Level2 != level2 || it.Level1 != level1 ? it.Level2 : "";
            lines.Add($"{one}\t{two}\t{row(it)}");
            (level1, level2) = (it.Level1, it.Level2);
        }

        return string.Join('\n', lines);
    }

    private static string Stacked(IReadOnlyList<ToldIndicator> indicators, string mark)
    {
        var lines = new List<string>();
        foreach (var level in indicators.GroupBy(it => it.Level1))
        {
            lines.Add(level.Key);
            foreach (var group in level.GroupBy(it => it.Level2))
            {
                lines.Add(group.Key);
                foreach (var (it, i) in group.Select((it, i) => (it, i)))
                {
                    lines.Add(mark.Replace("1", $"{i + 1}", StringComparison.Ordinal) + it.Name);
                    if (!it.IsStatement) lines.Add(Target(it));
                }
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Digits, signs and the percent sign in their full-width forms.</summary>
    private static string Full(string text) => string.Concat(text.Select(sign => sign switch
    {
        >= '0' and <= '9' => (char)(sign - '0' + '０'),
        '%' => '％',
        '=' => '＝',
        '(' => '（',
        ')' => '）',
        _ => sign,
    }));
}
