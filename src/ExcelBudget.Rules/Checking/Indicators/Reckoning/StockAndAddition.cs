using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 存量加新增。What was there at the end of last year and what is added, against what is there at the end of this one. Only where the goal
/// tells these three of their unit and no other, and nothing is taken away.
/// </summary>
internal static partial class StockAndAddition
{
    private const int Told = 3;
    private const decimal Near = 0.5m;
    private static readonly char[] Denials = ['没', '有', '无', '未', '不'];

    /// <summary>What goal or indicator tell instead of the sum.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var (figures, words) = (ProjectFigures.Of(project), review.Standards.Words);
        if ((Balance(project, review) ?? FromTo(project, figures, review)) is { } balance) return balance;
        if (!WordList.IsIn(project.PlainGoal, words.Additions) || !WordList.IsIn(project.PlainGoal, words.HeldBefore)
            || TakesAway(project.PlainGoal, words.TakenAway)) return null;
        foreach (var added in figures.Goal.Where(told => IsPlain(told) && words.Additions.Any(word =>
            told.Before.Contains(word, StringComparison.Ordinal))))
        {
            var all = figures.Goal.Where(told => told.Unit == added.Unit && told.Per.Count == 0).ToArray();
            var stocks = all.Where(told => !ReferenceEquals(told, added) && IsPlain(told) && IsStock(told, review)).ToArray();
            if (stocks is not [var stock] || stock.Sentence != added.Sentence || all.Length > Told) continue;
            var made = stock.Number + added.Number;
            var ends = all.Where(told => !ReferenceEquals(told, added) && !ReferenceEquals(told, stock)).ToArray();
            var said = $"{stock.Text}＋{added.Text}";
            if (ends is [var end])
            {
                // 邻县划转5辆
                if (IsElse(figures, Math.Abs(end.Number - made), end.Unit, added.Number, stock.Number, end.Number)) continue;
                // 村级站84个，新建镇级中心6个，镇级中心达到12个: what differs by so much is of another kind
                if (end.Number == made || Math.Abs(end.Number - made) > Near * made || !IsPlain(end) || !WordList.IsIn(end.Before,
                    words.HeldThen) || end.IsDetail) continue;
                return new Miscount(Figures.Plain(made) + added.Unit, said, end.Text)
                {
                    Also = [.. figures.Lines.Where(line => line.Number == end.Number && line.Unit == end.Unit).Select(line => line.Line)],
                };
            }

            if (ends.Length == 0 && figures.Lines.Where(line => line.Unit == added.Unit && line.Per.Count == 0
                && WordList.IsIn(line.Line.Indicator.Name, words.HeldThen)
                && Kinship.Of(stock.Lead + "|" + stock.After, line.Line.Indicator.Name, words.Generic) > 0).ToArray() is [var line]
                && line.Number != made && line.Number != added.Number && line.Bound == TargetOperator.Equal)
                return new Miscount(Figures.Plain(made) + line.Line.Unit, said, line.Line.Target, line.Line);
        }

        return null;
    }

    /// <summary>True where the goal tells, beside the figures that are reckoned with, just what is missing: 邻县划转5辆.</summary>
    private static bool IsElse(ProjectFigures figures, decimal missing, string unit, params ReadOnlySpan<decimal> used)
    {
        if (used.Contains(missing)) return false;
        return figures.Goal.Any(told => told.Number == missing && told.Per.Count == 0 && told.Text.EndsWith(unit,
            StringComparison.Ordinal));
    }

    /// <summary>现有45座，新增15座、拆除5座，年末达到65座: what there was, what comes, what goes, and what there will be.</summary>
    private static Miscount? Balance(ReviewedProject project, IndicatorReview review)
    {
        foreach (var match in Cumulated().Matches(project.PlainGoal).Concat(AddedUp().Matches(project.PlainGoal)))
        {
            decimal Told(string name) => decimal.Parse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var sum = Told("held") + Told("more");
            // 年底累计达到97个（3个并入邻村）, 另有划转的5辆
            if (sum == Told("end") || Math.Abs(sum - Told("end")) > Near * sum || TakesAway(project.PlainGoal,
                review.Standards.Words.TakenAway)
                || IsElse(ProjectFigures.Of(project), Math.Abs(sum - Told("end")), match.Groups["unit"].Value, Told("held"),
                    Told("more"), Told("end"))) continue;
            var of = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(sum) + of, $"{match.Groups["held"].Value}{of}＋{match.Groups["more"].Value}{of}",
                match.Groups["end"].Value + of);
        }

        foreach (Match match in Balances().Matches(project.PlainGoal))
        {
            decimal Of(string name) => decimal.Parse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var made = Of("held") + Of("more") - Of("less");
            // 另有4人考入市直学校
            if (made == Of("end") || IsElse(ProjectFigures.Of(project), Math.Abs(made - Of("end")), match.Groups["unit"].Value,
                Of("held"), Of("more"), Of("less"),
                Of("end"))) continue;
            var unit = match.Groups["unit"].Value;
            return new Miscount(Figures.Plain(made) + unit, $"{match.Groups["held"].Value}＋{match.Groups["more"].Value}－"
                + match.Groups["less"].Value, match.Groups["end"].Value + unit);
        }

        return null;
    }

    /// <summary>原有路灯1240盏，本次加装360盏，完工后共有1500盏; 2023年已铺设5.6公里，本年铺设8.2公里，年底累计完成14.8公里.</summary>
    [GeneratedRegex(@"(?:(?:原有|现有|已有)[^，。；;、0-9]{0,10}|(?:20[0-9]{2}年|上年|去年|前期|此前|往年)(?:底)?(?:已|累计)[^，。；;、0-9]{0,8})(?"
        + @"<held>[0-9]{1,7}(?:\.[0-9]{1,3})?)(?<unit>\p{L}{1,2})[，,]"
        + @"(?:本次|本年|今年|年内|本项目|再|20[0-9]{2}年)?[^，。；;、0-9]{0,3}(?:新增|增加|加装|新装|增设|增配|新建|新购|购置|添置|补充|铺设|完成|建成|改造|治理|硬化|修建)[^，。；;、0-9]{0,6}"
        + @"(?<more>[0-9]{1,7}(?:\.[0-9]{1,3})?)\k<unit>[，,](?:(?:完工|建成|实施|项目完成)后|到?年底|届时|至此)?(?:共有|总数达到?|总量达到?|累计(?:达到?|有|建成|完成|拥有|"
        + @"铺设)?)[^，。；;、0-9建修亮改配]{0,6}(?<end>[0-9]{1,7}(?:\.[0-9]{1,3})?)\k<unit>")]
    private static partial Regex AddedUp();

    /// <summary>至年底全县累计建成84个，…。今年计划新建16个，年底累计达到110个.</summary>
    [GeneratedRegex(@"年底(?:全[县市区旗])?累计(?:建成|达到|有|达)?(?<held>[0-9]{1,7})(?<unit>\p{L})[^。]{0,30}。[^。；]{0,8}(?:计划|拟)?(?:新建|新增|新发展)"
        + @"[^。；，、0-9]{0,10}"
        + @"(?<more>[0-9]{1,7})\k<unit>[，,](?:到|至)?年底(?:全[县市区旗])?累计(?:建成|达到|有|达)?(?<end>[0-9]{1,7})\k<unit>")]
    private static partial Regex Cumulated();

    /// <summary>新建老饭桌12个，…全县老饭桌由2026年底的35个增加到2027年底的50个: what is added is what lies between.</summary>
    private static Miscount? FromTo(ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        // 其余由村集体自行兴办
        if (TakesAway(project.PlainGoal, words.TakenAway) || ByOthers().IsMatch(project.PlainGoal)) return null;
        foreach (Match match in Grows().Matches(project.PlainGoal))
        {
            decimal Of(string name) => decimal.Parse(match.Groups[name].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var (unit, noun) = (match.Groups["unit"].Value, match.Groups["noun"].Value);
            var added = figures.Goal.Where(told => IsPlain(told) && told.Unit == unit && WordList.IsIn(told.Before, words.Additions)
                && (told.Before.EndsWith(noun, StringComparison.Ordinal) || told.After.StartsWith(noun,
                    StringComparison.Ordinal))).ToArray();
            var made = Of("to") - Of("from");
            // 另有3个由企业捐建
            if (added is not [var only] || made <= 0m || only.Number == made
                || IsElse(figures, Math.Abs(made - only.Number), unit, only.Number, Of("from"), Of("to")) || !figures.Lines.Any(line =>
                    line.Unit == unit
                && line.Number == only.Number)) continue;
            return new Miscount(Figures.Plain(made) + unit, $"{match.Groups["to"].Value}{unit}－{match.Groups["from"].Value}{unit}",
                only.Text)
            {
                Also = [.. figures.Lines.Where(line => line.Number == only.Number && line.Unit == unit).Select(line => line.Line)],
            };
        }

        return null;
    }

    [GeneratedRegex("其余|自行|自办|社会力量|社会资本")]
    private static partial Regex ByOthers();

    [GeneratedRegex(@"(?<noun>\p{L}{2,3})(?:数量|总数)?由(?:(?:20[0-9]{2}年|上年|去年)(?:底|末)?)?的?(?<from>[0-9]{1,7})(?<unit>\p{L})(?:增加|增长|"
        + @"扩大)(?:到|至)"
        + @"(?:(?:20[0-9]{2}年|今年|本年)(?:底|末)?)?的?(?<to>[0-9]{1,7})\k<unit>(?!次)")]
    private static partial Regex Grows();

    [GeneratedRegex(@"(?:现有|原有|已有|年初有?|上年末|上年底|上年年?底?)[^，。；0-9]{0,12}(?<held>[0-9]{1,7})(?<unit>[个座台辆处名人户只头张间所家套])[^。；0-9]{0,8}[，,]"
        + @"[^，。；0-9]{0,8}(?:新增|新建|新购|增加|招聘|补充)[^，。；0-9]{0,6}(?<more>[0-9]{1,7})\k<unit>[、，,]"
        + @"[^，。；0-9]{0,4}(?:拆除|报废|减少|淘汰|退出|关停|注销|核销|退休)[^，。；0-9]{0,6}(?<less>[0-9]{1,7})\k<unit>[，,]"
        + @"[^，。；0-9]{0,6}(?:年末|年底|期末|到年底|至年末)[^，。；0-9]{0,8}(?<end>[0-9]{1,7})\k<unit>")]
    private static partial Regex Balances();

    private static bool IsPlain(TextQuantity told) => told.Unit != "%" && told.Bound is TargetOperator.Equal or TargetOperator.AtLeast
        && told is { IsAbout: false, IsDetail: false, IsMoney: false, Per.Count: 0, Number: > 0m };

    private static bool IsStock(TextQuantity told, IndicatorReview review) => (told.IsOfLastYear || told.Years?.To < review.Year)
        && WordList.IsIn(told.Lead, review.Standards.Words.HeldBefore);

    /// <summary>拆除5台; 没有拆除 takes nothing away.</summary>
    private static bool TakesAway(string goal, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            for (var at = goal.IndexOf(word, StringComparison.Ordinal); at >= 0; at = goal.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (at == 0 || !Denials.Contains(goal[at - 1])) return true;
            }
        }

        return false;
    }
}
