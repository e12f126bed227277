using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 数清了的各部分。54名，分布在7个乡镇：城关镇9名、…: so many parts are announced and so many are told, so that they make the whole; 资金来源: what the
/// payers bring is the amount; 城关、北塘、柳湾、茶山4个乡镇: as many names as are counted.
/// </summary>
internal static partial class CountedParts
{
    private const int Fewest = 3;
    private const int Most = 20;

    /// <summary>What lies further from the whole is no sum of it.</summary>
    private const decimal Near = 0.3m;
    private const decimal TenThousand = 10_000m;

    /// <summary>Who counts names is wrong by one or two.</summary>
    private const int Slip = 2;
    private const string Source = "资金来源";

    /// <summary>What is named beside towns and is none.</summary>
    private static readonly string[] Seats = ["县城", "城区", "县直", "市区", "园区", "城郊"];

    /// <summary>The first whole that its counted parts do not make; null where they do, or nobody knows what is counted.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        var goal = ProjectFigures.Of(project).Goal;
        return OfSources(project, goal) ?? OfHead(project.PlainGoal) ?? OfPayers(project) ?? OfListed(project.PlainGoal)
            ?? OfVillages(project.PlainGoal) ?? OfNames(project.PlainGoal) ?? OfParts(project.PlainGoal, goal);
    }

    private static Miscount? OfParts(string text, IReadOnlyList<TextQuantity> goal)
    {
        for (var at = 1; at < goal.Count; at++)
        {
            var count = goal[at];
            if (count is not { IsMoney: false, Per.Count: 0, IsAbout: false, Number: >= Fewest and <= Most }
                || !text.Contains(count.Text + count.After + "：", StringComparison.Ordinal)) continue;
            var rest = goal.Skip(at + 1).TakeWhile(told => told.Sentence == count.Sentence).ToArray();
            if (rest.Length < count.Number || rest[0].Unit == count.Unit) continue;
            var parts = rest.TakeWhile(told => told.Unit == rest[0].Unit && told is
            {
                Per.Count: 0, IsAbout: false,
                IsTotal: false
            }).ToArray();
            if (parts.Length != count.Number || (goal.Take(at).LastOrDefault(told => told.Sentence == count.Sentence
                && told.Unit == rest[0].Unit && told is { Per.Count: 0, IsAbout: false })
                // 筛查1.2万人…。筛查分三个阶段：3至5月4000人，…
                ?? goal.Take(at).LastOrDefault(told => told.Unit == rest[0].Unit && told is
                {
                    Per.Count: 0, IsAbout: false,
                    IsDetail: false
                }))
                is not { } whole) continue;
            var sum = parts.Sum(part => part.Number);
            // 除留在县级指导站的外
            if (LeftOut().IsMatch(whole.After) || text.Contains('除', StringComparison.Ordinal)
                // 重点派驻5个乡镇：…，其他人员编入专家服务团
                || Array.Exists(text.Split('。', '；', '\n'), sentence => sentence.Contains(count.Text + count.After + "：",
                    StringComparison.Ordinal) && Some().IsMatch(sentence))) continue;
            if (sum == whole.Number || Math.Abs(sum - whole.Number) > Near * whole.Number
                || goal.Any(told => told.Number == sum && told.Unit == whole.Unit && !ReferenceEquals(told, whole))) continue;
            return new Miscount(Explained.Said(sum, whole.Unit), string.Join('＋', parts.Select(part => part.Text)), whole.Text);
        }

        return null;
    }

    /// <summary>资金来源：中央165.2万元，省级66万元，县级34万元: all who pay are named.</summary>
    private static Miscount? OfSources(ReviewedProject project, IReadOnlyList<TextQuantity> goal)
    {
        if (project.Amount is not { Value: > 0m } amount
            || goal.FirstOrDefault(told => Sources().IsMatch(told.Context)) is not { IsMoney: true } first) return null;
        // 每亩补助300元，共60万元，资金来源为省级35万元、县级20万元: those who pay stand behind
        var parts = goal.SkipWhile(told => !ReferenceEquals(told, first)).Where(told => told.Sentence == first.Sentence && told.IsMoney)
            .ToArray();
        if (parts.Length < Fewest - 1 || !Array.TrueForAll(parts, part => part is
            {
                Per.Count: 0, IsAbout: false,
                IsDetail: false
            })) return null;
        // 其余由医院自有资金解决
        var source = Array.Find(project.PlainGoal.Split('。', '；', ';', '\n'), sentence => sentence.Contains(Source,
            StringComparison.Ordinal));
        if (source is null || Rest().IsMatch(source) || Unpaid().IsMatch(project.PlainGoal)) return null;
        var sum = parts.Sum(part => part.Number);
        // one of them may be the whole, or the amount one of the parts
        if (Math.Abs(sum - amount.Value) <= amount.HalfWidth || Math.Abs(sum - amount.Value) > Near * amount.Value
            // 群众自筹30万元 is no part of what the budget pays
            || parts.Where(part => !OwnMoney().IsMatch(part.Before)).Sum(part => part.Number) == amount.Value
            || Array.Exists(parts, part => part.Number * 2m == sum || part.Number == amount.Value)
            || goal.Any(told => told is { IsMoney: true, Per.Count: 0 } && told.Number == sum)) return null;
        return new Miscount(Explained.Said(sum, QuantityUnits.Yuan), string.Join('＋', parts.Select(part => part.Text)),
            "项目金额" + Explained.Said(amount.Value, QuantityUnits.Yuan));
    }

    /// <summary>资金总额：50万元；其中：省级补助30万元，县级配套15万元: the sources of a sum, as forms list them, are all of it.</summary>
    private static Miscount? OfHead(string text)
    {
        foreach (Match match in Heads().Matches(text))
        {
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var whole = decimal.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture);
            // 其中：财政拨款150万元，其中县级100万元…; 其余20万元用于… in the next sentence
            if (parts.Sum() == whole || parts.Length < Fewest - 1 || match.Value.Split("其中").Length > 2 || Rest().IsMatch(text)
                || Unpaid().IsMatch(text)) continue;
            return new Miscount(Figures.Plain(parts.Sum()) + "万元", string.Join('＋', parts.Select(part => Figures.Plain(part) + "万元")),
                match.Groups["whole"].Value + "万元");
        }

        return null;
    }

    /// <summary>由自治区补助420万元、市级配套96万元、县级财政250万元三部分组成，共756万元: what they make is told behind them.</summary>
    private static Miscount? OfPayers(ReviewedProject project)
    {
        foreach (Match match in Payers().Matches(project.PlainGoal))
        {
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var sum = parts.Sum();
            var whole = match.Groups["whole"].Success ? decimal.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture)
                : (project.Amount?.Value ?? 0m) / TenThousand;
            // 总投资2100万元由…组成, of which the amount is a part: some figure of the goal is what they make
            if (parts.Length < Fewest - 1 || sum == whole || whole <= 0m || Unpaid().IsMatch(project.PlainGoal)
                // 道路由省级120万元、县级60万元共同解决，路灯20万元: what else is paid makes the amount
                || ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }
                    && told.Number + (sum * TenThousand) == whole * TenThousand) || (!match.Groups["whole"].Success
                && (Math.Abs(sum - whole) > Near * whole || project.Amount!.Value.HalfWidth > TenThousand
                    || ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }
                        && told.Number == sum * TenThousand)))) continue;
            return new Miscount(Figures.Plain(sum) + "万元", string.Join('＋', parts.Select(part => Figures.Plain(part) + "万元")),
                (match.Groups["whole"].Success ? "" : "项目金额") + Figures.Plain(whole) + "万元");
        }

        return null;
    }

    /// <summary>博士36万元、硕士92.4万元、本科132万元，合计259.2万元: a list without anything paid for before it, and its sum.</summary>
    private static Miscount? OfListed(string text)
    {
        foreach (Match match in Listed().Matches(text))
        {
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var whole = decimal.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture);
            var sum = parts.Sum();
            var before = text.AsSpan(0, match.Index).TrimEnd("，,；;、");
            // 设备18万元，软件9万元、培训3万元，合计30万元
            if (sum == whole || Math.Abs(sum - whole) > Near * whole || before is [.., '元'] || Array.Exists(parts, part => part >= whole)
                || match.Value.Contains("其中", StringComparison.Ordinal)) continue;
            return new Miscount(Figures.Plain(sum) + "万元", string.Join('＋', parts.Select(part => Figures.Plain(part) + "万元")),
                match.Groups["whole"].Value + "万元");
        }

        return null;
    }

    [GeneratedRegex(@"(?:(?<=^|[，。；,;：:\n])[^，。；、0-9]{1,10}(?<part>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元)(?:[、和][^，。；、0-9]{1,10}(?"
        + @"<part>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元){2,8}"
        + @"[，,](?:合计|总计|共计|三项共|四项共|共)(?<whole>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元")]
    private static partial Regex Listed();

    [GeneratedRegex(@"由(?:[^，。；、0-9]{2,14}(?<part>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元[、，和及]?){2,6}(?:[两二三四五]部分)?(?:共同)?(?:组成|构成|解决|安排|承担)"
        + @"(?:[，,]"
        + @"(?:合计|总计|共计|共|计)(?<whole>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元|(?=[。；\n]|$))")]
    private static partial Regex Payers();

    /// <summary>7个传统村落（白墙里村、溪口村、上街村、石门村、云坞村、下仓村）: six are named, each with the sign of its kind.</summary>
    private static Miscount? OfVillages(string text)
    {
        foreach (Match match in InBrackets().Matches(text))
        {
            var named = match.Groups["list"].Value.Split('、');
            var told = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            var kind = named[0][^1];
            // 8个行政村（涉及城关镇、西山镇、白河镇）: where they lie, not which they are
            // 河东河西两村
            if (SeveralInOne().IsMatch(match.Groups["list"].Value)) continue;
            if (match.Groups["noun"].Value[^1] != kind && !(match.Groups["noun"].Value[^1] is '镇' or '乡' && kind is '镇' or '乡')) continue;
            if (named.Length == told || Math.Abs(named.Length - told) > Slip || !Array.TrueForAll(named, name => name[^1] == kind)
                || named.Distinct().Count() < named.Length) continue;
            return new Miscount(Figures.Plain(named.Length) + "个", match.Groups["list"].Value, match.Groups["count"].Value + "个");
        }

        return null;
    }

    [GeneratedRegex("[两二三四]个?[村镇乡区道]")]
    private static partial Regex SeveralInOne();

    [GeneratedRegex(@"(?<count>[0-9]{1,2})个[^，。；、0-9（(]{0,10}(?<noun>村|镇|乡|社区|街道)[^，。；、0-9（(]{0,4}[（(](?<list>\p{L}{1,6}[村镇乡区道](?"
        + @":、\p{L}{1,6}[村镇乡区道]){2,11})[）)]")]
    private static partial Regex InBrackets();

    /// <summary>在城关、北塘、柳湾、茶山、白沙4个乡镇: five are named.</summary>
    private static Miscount? OfNames(string text)
    {
        foreach (Match match in Names().Matches(text))
        {
            var named = match.Groups["list"].Value.Split('、');
            var told = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            // 河西、川口、大营等5个乡镇 names only some
            var areSome = named[^1].EndsWith('等');
            if (areSome ? named.Length <= told : named.Length == told) continue;
            // 春季、夏季、秋季到12个乡镇, 茶叶、中药材在6个乡镇: what is done there, no names
            if (named[^1][^1] is '到' or '在' or '于' or '对' or '向' or '赴' or '往' or '为' or '给') continue;
            // 支持茶叶、油茶、毛竹12个村: what they grow
            if (!areSome && Math.Abs(named.Length - told) > Slip) continue;
            if (match.Groups["noun"].Value.EndsWith('村') && text.Contains("产业", StringComparison.Ordinal)) continue;
            if (Array.Exists(named, Seats.Contains) || named.Distinct().Count() != named.Length) continue;
            return new Miscount(Figures.Plain(named.Length) + "个" + match.Groups["noun"].Value, match.Groups["list"].Value,
                match.Groups["count"].Value + "个" + match.Groups["noun"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"资金来源(?:为|是|于)?[:：]?[^。；;]{0,12}$")]
    private static partial Regex Sources();

    [GeneratedRegex(@"资金总额(?:为|共)?[:：]?(?<whole>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元[；;，,（(]\s*其中[:：]?"
        + @"(?:[^，。；;、0-9（）()]{2,16}?[:：]?(?<part>[0-9]{1,9}(?:\.[0-9]{1,6})?)万元[，,、；;]?){2,6}(?=[。\n）)]|$)")]
    private static partial Regex Heads();

    [GeneratedRegex("除|不含|扣除")]
    private static partial Regex LeftOut();

    [GeneratedRegex("其他|其余|剩余|重点|主要|部分")]
    private static partial Regex Some();

    [GeneratedRegex("自筹|出资|合作社|个人|群众|村民|村集体|企业|社会|单位自有")]
    private static partial Regex OwnMoney();

    /// <summary>投工投劳折资5万元，不列入财政预算.</summary>
    [GeneratedRegex("不计入|不列入|不纳入|不在本项目|折资|投劳")]
    private static partial Regex Unpaid();

    [GeneratedRegex("其余|剩余|余下|不足部分|缺口")]
    private static partial Regex Rest();

    [GeneratedRegex(@"(?:在|对|为|于|支持|的)(?<list>[\u4E00-\u9FFF]{2,4}(?:、[\u4E00-\u9FFF]{2,4}){2,11})(?<count>[0-9]{1,2})个"
        + "(?<noun>乡镇|镇|乡|街道|社区|行政村|村)(?![、和及])")]
    private static partial Regex Names();
}
