using System.Text;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>What happens to a text between the clerk who wrote it and the cell: each accident by its name.</summary>
internal static class Damages
{
    private static readonly string[] Remarks =
    [
        "【审核意见：已核，无误】", "【审核：请补充依据】", "【财政局意见：数字是否准确？】", "（审核：已核对）", "【请核实】", "（批注：与实施方案不一致）", "【预算股：为什么比上年少？】",
        "【修改意见：改为具体数】", "（审核人：同意）", "〔批注：请再核〕",
    ];

    private static readonly string[] Feet =
    [
        "第 3 页 共 5 页", "第3页", "- 3 -", "— 12 —", "第 3 页，共 12 页", "3 / 5", "第2页/共6页", "（续上表）", "-4-",
    ];

    private static readonly Dictionary<char, string> Alike = new()
    {
        ['标'] = "际栋杯",
        ['指'] = "批脂",
        ['量'] = "里最",
        ['数'] = "教",
        ['质'] = "贡盾",
        ['时'] = "旪对",
        ['效'] = "郊",
        ['成'] = "戊",
        ['本'] = "木",
        ['产'] = "严",
        ['出'] = "岀",
        ['益'] = "盆",
        ['社'] = "杜",
        ['会'] = "舍",
        ['度'] = "渡",
        ['满'] = "瞒",
        ['意'] = "章",
        ['经'] = "径",
        ['济'] = "挤",
        ['生'] = "牛",
        ['态'] = "太",
        ['持'] = "特",
        ['续'] = "读",
        ['影'] = "彩",
        ['响'] = "晌",
        ['服'] = "报",
        ['务'] = "条",
        ['对'] = "时",
        ['象'] = "像",
    };

    /// <summary>The accidents; each gives the damaged text of a project that still says the same.</summary>
    public static IReadOnlyDictionary<string, Func<BadCopy, string>> All { get; } = new Dictionary<string, Func<BadCopy, string>>
    {
        ["批注在行末"] = copy => BadCopy.Joined(Some(copy, copy.Outline(), 3, line => line.Text + copy.Chance.Of(Remarks))),
        ["批注独占一行"] = copy => BadCopy.Joined(Some(copy, copy.Outline(), 3, line => line.Text + "\n" + copy.Chance.Of(Remarks))),
        ["批注在名称后"] = copy => BadCopy.Joined(copy.Outline(it => it.Name + (copy.Chance.Below(3) == 0 ? copy.Chance.Of(Remarks) : "")
            + BadCopy.Joint(it, "：") + BadCopy.Target(it))),
        ["批注在表里"] = copy => BadCopy.Joined(Some(copy, copy.Table("\t", "12nt", copy.Chance.Below(2) == 0), 3,
            line => line.Text + copy.Chance.Of(["", "\t"]) + copy.Chance.Of(Remarks))),
        ["修订痕迹"] = copy => BadCopy.Joined(copy.Outline(it => it.Name + (copy.Chance.Below(3) == 0 && it.Value.All(char.IsAsciiDigit)
            ? $"（{copy.Chance.Of(["删除", "原", "原值", "删"])}：{TargetSigns.Bound(it.Operator)}{it.Value}0{it.Unit}）" : BadCopy.Joint(it, ""))
            + BadCopy.Target(it))),
        ["修订痕迹，旧名称"] = copy => BadCopy.Joined(copy.Outline(it => (copy.Chance.Below(3) == 0 ? $"（{copy.Chance.Of(["删除", "原"])}：完成任务数量）"
            : "") + it.Name + BadCopy.Joint(it, "") + BadCopy.Target(it))),
        ["级别在行末括号里"] = copy => LevelsBehind(copy, it => (it.Level1, it.Level2), ["（{0}-{1}）", "【{0}-{1}】", "（{0}/{1}）", " [{0}—{1}]"]),
        ["级别在行末，不写指标"] = copy => LevelsBehind(copy, it => (Bare(it.Level1), Bare(it.Level2)), ["（{0}-{1}）", "（{0}·{1}）", "（{0}/{1}）"]),
        ["级别在后的表"] = copy => BadCopy.Joined(copy.Table(copy.Chance.Of(["\t", " ", " | "]), copy.Chance.Of(["nt12", "nsvu12", "nt21"]))),
        ["二级在行首括号里"] = copy => BadCopy.Joined(copy.Project.Select(it => new CopiedLine(3,
            $"（{(it.Level2 == "服务对象满意度指标" ? it.Level2 : Bare(it.Level2))}）{it.Name} {BadCopy.Target(it)}", it))),
        ["列序颠倒的表"] = copy => BadCopy.Joined(copy.Table(
            copy.Chance.Of(["\t", " ", "  "]), copy.Chance.Of(["tn21", "t12n", "tn12", "t21n", "2tn1", "21nt"]))),
        ["值、二级、名称"] = copy => Own(copy, copy.Chance.Of([" ", "\t"]), (it, at) => string.Join(at, BadCopy.Target(it), it.Level2, it.Name)),
        ["值、名称，级别独行"] = copy => BadCopy.Joined(copy.Outline(it => $" {BadCopy.Target(it)} {it.Name}")),
        ["行序颠倒"] = copy => BadCopy.Joined(copy.Table(copy.Chance.Of(["\t", " "]), "12nt").AsEnumerable().Reverse()),
        ["词中有空格"] = copy => Torn(copy, BadCopy.Joined(Way(copy)), " ", 12),
        ["词中有空格的表"] = copy =>
            Torn(copy, BadCopy.Joined(copy.Table(copy.Chance.Of(["\t", " | "]), copy.Chance.Of(["12nt", "12nsvu"]))), " ", 12),
        ["空格表，词中有空格"] = copy => Torn(copy, BadCopy.Joined(copy.Table(" ", "12nt", isMerged: true)), " ", 16),
        ["行末折断"] = copy => Broken(copy, BadCopy.Joined(copy.Inline())),
        ["行末折断的提纲"] = copy => Broken(copy, BadCopy.Joined(copy.Outline())),
        ["行末折断的空格表"] = copy => Broken(copy, BadCopy.Joined(copy.Table(" ", "12nt", isMerged: true))),
        ["值在下一行"] = copy => BadCopy.Joined(copy.Outline(it => it.Name + "\n" + BadCopy.Target(it))),
        ["值在下一行，级别在名称前"] = copy => BadCopy.Joined(copy.Project.Select((it, at) => new CopiedLine(3,
            (at == 0 || copy.Project[at - 1].Level1 != it.Level1 ? it.Level1 + " " : "")
            + it.Level2 + " " + it.Name + "\n" + BadCopy.Target(it)))),
        ["值与下一行的级别连着"] = copy => string.Concat(copy.Project.Select((it, at) =>
            (at == 0 ? it.Level1 + " " : copy.Project[at - 1].Level1 != it.Level1 ? "\n" + it.Level1 + " " : " ")
            + it.Level2 + " " + it.Name + "\n" + BadCopy.Target(it))),
        ["网页残留"] = copy => Html(copy, Way(copy)),
        ["网页残留的表"] = copy => Html(copy, copy.Table("\t", copy.Chance.Of(["12nt", "12nsvu"]))),
        ["CSV"] = copy => string.Join('\n', copy.Table("\",\"", "12nt").Select(line => $"\"{line.Text}\"")),
        ["分值在行末"] = copy => Points(copy, (line, points) => line.Text
            + copy.Chance.Of([$"（{points}分）", $"（{points}分）", $"，{points}分", $" {points}分", $"。（{points}分）", $"（分值：{points}）"])),
        ["分值在名称前"] = copy => BadCopy.Joined(copy.Outline(it =>
            $"（{5 + (copy.Chance.Below(3) * 5)}分）{it.Name}{BadCopy.Joint(it, "")}{BadCopy.Target(it)}")),
        ["分值在名称后"] = copy => BadCopy.Joined(copy.Outline(it =>
            $"{it.Name}（{5 + (copy.Chance.Below(3) * 5)}分）：{BadCopy.Target(it)}")),
        ["标题错一个字"] = copy => BadCopy.Joined(Wrong(copy,
            Some(copy, copy.Outline(), 2, line => line.Text.EndsWith('标') ? line.Text + "：" : line.Text))),
        ["标题错一个字，同行"] = copy => BadCopy.Joined(copy.Inline().Select(line => line.Level == 3 && copy.Chance.Below(3) == 0
            ? line with { Text = Misspelt(copy.Chance, line.It!.Level2) + line.Text[line.It.Level2.Length..] } : line)),
        ["标题错一个字的表"] = copy => BadCopy.Joined(copy.Table("\t", "12nt").Select(line => copy.Chance.Below(4) == 0
            ? line with { Text = Replaced(line.Text, line.It!.Level2, Misspelt(copy.Chance, line.It.Level2)) } : line)),
        ["页脚夹在中间"] = copy => BadCopy.Joined(Paged(copy, Way(copy), "")),
        ["页脚和表头夹在中间"] = copy =>
            Header(copy, " ") + "\n" + BadCopy.Joined(Paged(copy, copy.Table(" ", "12nt", isMerged: true), Header(copy, " "))),
        ["表头夹在中间，制表符"] = copy => Header(copy, "\t") + "\n"
            + BadCopy.Joined(Paged(copy, copy.Table("\t", "12nt", copy.Chance.Below(2) == 0), Header(copy, "\t"))),
        ["制表符丢失"] = copy => (copy.Chance.Below(2) == 0 ? Header(copy, "") + "\n" : "")
            + BadCopy.Joined(copy.Table("", "12nt", copy.Chance.Below(2) == 0)),
        ["空格表，说明栏"] = copy => Spaced(copy),
        ["一格多个指标，分号"] = copy => Grouped(copy, copy.Chance.Of(["；", "，", "。", ";"]), ""),
        ["一格多个指标，顿号"] = copy => Grouped(copy, "、", ""),
        ["一格多个指标，①②"] = copy => Grouped(copy, copy.Chance.Of(["", "；", " "]), "①"),
        ["一格多个指标，表"] = copy => Grouped(copy, copy.Chance.Of(["；", "，", "\n"]), copy.Chance.Of(["", "1."]), "\t"),
        ["全角"] = copy => Wide(BadCopy.Joined(copy.Chance.Below(2) == 0 ? Way(copy) : copy.Table(copy.Chance.Of(["\t", " | "]), "12nt"))),
        ["两行表头，文字在单位栏"] = copy => TwoHeads(copy),
        ["标题括号里有单位"] = copy => BadCopy.Joined(copy.Outline().Select(line => line.Level == 2
            ? line with { Text = line.Text.TrimEnd('：', ':') + copy.Chance.Of(["（单位：个、次）", "（单位：%）", "（单位：元）", ""]) } : line)),
        ["调整为"] = copy => BadCopy.Joined(copy.Outline(it => it.Value.All(char.IsAsciiDigit) && it.Operator == TargetOperator.Equal
            && it.Value.Length > 1 ? $"{it.Name}由{it.Value[..^1]}{it.Unit}{copy.Chance.Of(["调整", "提高", "增加", "变更"])}为{it.Value}{it.Unit}"
            : it.Name + BadCopy.Joint(it, "：") + BadCopy.Target(it))),
        ["省略号"] = copy => BadCopy.Joined(copy.Outline(it => it.Name + copy.Chance.Of(["……", "…", "......", "——"]) + BadCopy.Target(it))),
        ["值在括号里，另有括号说明"] = copy => BadCopy.Joined(copy.Outline(it => $"{it.Name}（{BadCopy.Target(it)}）"
            + (copy.Chance.Below(3) == 0 && it.Operator != TargetOperator.Qualitative
                ? copy.Chance.Of(["（含乡镇）", "（每村1场）", "（全年）"]) : ""))),
        ["逐条填写"] = copy => OneByOne(copy, it => [("三级指标", it.Name), ("指标值", BadCopy.Target(it))]),
        ["逐条填写，符号、值、单位"] = copy => OneByOne(copy, it =>
            [("指标名称", it.Name), ("计算符号", it.Operator.Sign()), ("指标值", it.Value), ("计量单位", it.Unit)]),
        ["标题行和填表人"] = copy => copy.Chance.Of(["项目支出绩效目标表\n（2025年度）\n", "绩效指标\n", "2025年部门预算项目绩效目标申报表\n单位：万元\n"])
            + BadCopy.Joined(copy.Chance.Below(2) == 0 ? Way(copy) : copy.Table("\t", "12nt"))
            + copy.Chance.Of(["\n填表人：王某　联系电话：0000000", "\n填报日期：2025年1月10日", "\n审核人：李某", ""]),
        ["分号句跨行"] = copy => Wrapped(copy),
        ["效益二级不写效益"] = copy => BadCopy.Joined(copy.Project.SelectMany((it, at) => new[]
        {
            at == 0 || copy.Project[at - 1].Level1 != it.Level1 ? Bare(it.Level1) + "：" : "",
            $"{Bare(it.Level2).Replace("效益", "", StringComparison.Ordinal)}：{it.Name} {BadCopy.Target(it)}",
        }).Where(line => line.Length > 0).Select(line => new CopiedLine(0, line))),
        ["两种事故"] = copy => Torn(copy, BadCopy.Joined(Paged(copy,
            Some(copy, Way(copy), 3, line => line.Text + copy.Chance.Of(Remarks)), "")), " ", 25),
    };

    /// <summary>数量指标 without its word 指标.</summary>
    private static string Bare(string level) => level.Replace("指标", "", StringComparison.Ordinal);

    private static List<CopiedLine> Way(BadCopy copy) => copy.Chance.Below(2) == 0 ? copy.Outline() : copy.Inline();

    /// <summary>One line in three of a level is changed.</summary>
    private static IEnumerable<CopiedLine> Some(BadCopy copy, List<CopiedLine> lines, int level, Func<CopiedLine, string> change) =>
        lines.Select(line => line.Level == level && copy.Chance.Below(3) == 0 ? line with { Text = change(line) } : line);

    private static IEnumerable<CopiedLine> Some(BadCopy copy, IEnumerable<CopiedLine> lines, int level, Func<CopiedLine, string> change) =>
        Some(copy, lines.ToList(), level, change);

    private static string LevelsBehind(BadCopy copy, Func<Indicator, (string One, string Two)> levels, string[] forms)
    {
        var (form, joint) = (copy.Chance.Of(forms), copy.Chance.Of([" ", "："]));
        return BadCopy.Joined(copy.Project.Select(it => new CopiedLine(3, it.Name + joint + BadCopy.Target(it)
            + string.Format(System.Globalization.CultureInfo.InvariantCulture, form, levels(it).One, levels(it).Two), it)));
    }

    private static string Own(BadCopy copy, string between, Func<Indicator, string, string> row)
    {
        var (lines, level1) = (new List<string>(), "");
        foreach (var it in copy.Project)
        {
            if (it.Level1 != level1) lines.Add(level1 = it.Level1);
            lines.Add(row(it, between));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Blanks inside of words; one place in so many.</summary>
    private static string Torn(BadCopy copy, string text, string sign, int every)
    {
        var torn = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isInside = at > 0 && IsHan(text[at - 1]) && IsHan(text[at]);
            if (isInside && copy.Chance.Below(every) == 0) torn.Append(sign);
            torn.Append(text[at]);
        }

        return torn.ToString();
    }

    /// <summary>Lines that a narrow column broke in the middle of words.</summary>
    private static string Broken(BadCopy copy, string text)
    {
        var longest = text.Split('\n').Max(line => line.Length);
        var width = Math.Max(12, longest - 2 - copy.Chance.Below(6));
        return string.Join('\n', text.Split('\n').Select(line =>
            line.Length <= width || !IsHan(line[width - 1]) || !IsHan(line[width]) ? line : line[..width] + "\n" + line[width..]));
    }

    private static string Html(BadCopy copy, List<CopiedLine> lines)
    {
        var (blank, end) = (copy.Chance.Of(["&nbsp;", "&#160;", "&emsp;", "&ensp;"]),
            copy.Chance.Of(["<br>\n", "<br/>", "</p><p>", "<br />\r\n"]));
        var text = string.Join(end, lines.Select(line => line.Text.Replace(" ", blank, StringComparison.Ordinal)
            .Replace("≥", copy.Chance.Of(["&ge;", "&#8805;", "≥"]), StringComparison.Ordinal)
            .Replace("≤", "&le;", StringComparison.Ordinal)));
        return copy.Chance.Below(4) switch
        {
            0 => "<p>" + text + "</p>",
            1 => "<span style=\"font-size:12px\">" + text + "</span>&nbsp;",
            2 => text.Replace("&", "&amp;", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static string Points(BadCopy copy, Func<CopiedLine, int, string> told) => BadCopy.Joined(Way(copy).Select(line =>
        line.Level == 3 ? line with { Text = told(line, 5 + (copy.Chance.Below(3) * 5)) } : line));

    private static IEnumerable<CopiedLine> Wrong(BadCopy copy, IEnumerable<CopiedLine> lines) => lines.Select(line =>
    {
        if (line.Level == 3 || copy.Chance.Below(3) > 0) return line;
        var name = copy.Project.SelectMany(it => new[] { it.Level1, it.Level2 })
            .First(level => line.Text.Contains(level, StringComparison.Ordinal));
        return line with { Text = Replaced(line.Text, name, Misspelt(copy.Chance, name)) };
    });

    private static string Replaced(string text, string word, string other) => text.Replace(word, other, StringComparison.Ordinal);

    /// <summary>One sign left out, doubled, or taken for another.</summary>
    private static string Misspelt(Chance chance, string name)
    {
        var at = chance.Below(name.Length);
        return chance.Below(4) switch
        {
            0 when at >= name.Length - 2 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            _ when Alike.TryGetValue(name[at], out var signs) =>
                name.Remove(at, 1).Insert(at, signs[chance.Below(signs.Length)].ToString()),
            _ => name + name[^1],
        };
    }

    private static IEnumerable<CopiedLine> Paged(BadCopy copy, IEnumerable<CopiedLine> lines, string header)
    {
        var every = 3 + copy.Chance.Below(4);
        return lines.SelectMany((line, at) => at > 0 && at % every == 0
            ? new[] { new CopiedLine(0, copy.Chance.Of(Feet)), new CopiedLine(0, header), line } : [line])
            .Where(line => line.Text.Length > 0);
    }

    private static string Header(BadCopy copy, string between) =>
        string.Join(between, "一级指标", "二级指标", copy.Project.Count % 2 == 0 ? "三级指标" : "指标名称", "指标值");

    private static string Spaced(BadCopy copy)
    {
        var columns = copy.Chance.Of(["12nxt", "12ntF", "12nxtF", "12nFt", "12nsvuF", "12nxsvu", "12ntr"]);
        var heads = columns.Select(column => column switch
        {
            '1' => "一级指标",
            '2' => "二级指标",
            'n' => "三级指标",
            'x' => "指标解释",
            'F' => "设定依据",
            't' or 'v' => "指标值",
            's' => "符号",
            'u' => "计量单位",
            _ => "评分标准",
        });
        return new TableForm(columns, columns)
        {
            Between = copy.Chance.Of([" ", "  "]),
            Levels = copy.Chance.Of([LevelPrint.Repeated, LevelPrint.LeftOut]),
            Header = copy.Chance.Below(2) == 0 ? string.Join(' ', heads) : "",
        }.Write(copy.Project);
    }

    /// <summary>指标值 above 符号, 值 and 单位（文字描述）: a result stands where others have their unit.</summary>
    private static string TwoHeads(BadCopy copy)
    {
        var isTold = copy.Chance.Below(2) == 0;
        var (one, two) = ("", "");
        var rows = copy.Project.Select(it =>
        {
            var (first, second) = (it.Level1 == one ? "" : it.Level1, it.Level1 == one && it.Level2 == two ? "" : it.Level2);
            (one, two) = (it.Level1, it.Level2);
            var isWords = it.Operator == TargetOperator.Qualitative;
            return string.Join('\t', first, second, it.Name, isTold ? $"反映{it.Name}情况" : "",
                isWords ? "文字描述" : it.Operator.Sign(), isWords ? "" : it.Value, isWords ? it.Value : it.Unit, "实施方案");
        });
        return "一级指标\t二级指标\t三级指标\t绩效指标描述\t指标值\t\t\t指标值确定依据\n\t\t\t\t符号\t值\t单位（文字描述）\t\n" + string.Join('\n', rows);
    }

    /// <summary>Every indicator as a block of labelled lines.</summary>
    private static string OneByOne(BadCopy copy, Func<Indicator, IEnumerable<(string Label, string Text)>> told)
    {
        var (colon, blank, level1) = (copy.Chance.Of(["：", ":", "\t"]), copy.Chance.Of(["", "\n"]), "");
        var isRepeated = copy.Chance.Below(2) == 0;
        var blocks = copy.Project.Select(it =>
        {
            var levels = isRepeated || it.Level1 != level1 ? $"一级指标{colon}{it.Level1}\n" : "";
            level1 = it.Level1;
            return levels + $"二级指标{colon}{it.Level2}\n"
                + string.Join('\n', told(it).Where(part => part.Text.Length > 0).Select(part => part.Label + colon + part.Text));
        });
        return string.Join("\n" + blank, blocks);
    }

    /// <summary>（一）数量指标：运行联络站|26个；接待选民|≥104次: sentences of one group that the width of a column broke.</summary>
    private static string Wrapped(BadCopy copy)
    {
        var text = Grouped(copy, "；", "");
        var (width, wrapped, room) = (30 + copy.Chance.Below(8), new StringBuilder(), 0);
        foreach (var sign in text)
        {
            var wide = sign == '\n' ? 0 : sign > '\u2E7F' ? 2 : 1;
            if (room + wide > width) (wrapped, room) = (wrapped.Append('\n'), 0);
            wrapped.Append(sign);
            room = sign == '\n' ? 0 : room + wide;
        }

        return wrapped.ToString();
    }

    /// <summary>All indicators of a level 2 in one cell.</summary>
    private static string Grouped(BadCopy copy, string end, string mark, string between = "：")
    {
        var (lines, level1) = (new List<string>(), "");
        foreach (var group in copy.Project.GroupBy(it => (it.Level1, it.Level2)))
        {
            var items = group.Select((it, at) => (mark == "①" ? ((char)('①' + at)).ToString() : mark.Length > 0 ? $"{at + 1}." : "")
                + it.Name + BadCopy.Joint(it, "") + BadCopy.Target(it));
            if (between == "\t") lines.Add($"{group.Key.Level1}\t{group.Key.Level2}\t\"{string.Join(end, items)}\"");
            else if (group.Key.Level1 != level1) lines.Add(group.Key.Level1);
            if (between != "\t") lines.Add(group.Key.Level2 + between + string.Join(end, items));
            level1 = group.Key.Level1;
        }

        return string.Join('\n', lines);
    }

    private static string Wide(string text) => string.Concat(text.Select(sign => sign switch
    {
        > ' ' and <= '~' and not '|' => (char)(sign + 0xFEE0),
        ' ' => '　',
        _ => sign,
    }));

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
