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
    private const string Source = "资金来源";

    /// <summary>What is named beside towns and is none.</summary>
    private static readonly string[] Seats = ["县城", "城区", "县直", "市区", "园区", "城郊"];

    /// <summary>The first whole that its counted parts do not make; null where they do, or nobody knows what is counted.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview _)
    {
        var goal = ProjectFigures.Of(project).Goal;
        return OfSources(project, goal) ?? OfNames(project.PlainGoal) ?? OfParts(project.PlainGoal, goal);
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
            if (parts.Length != count.Number || goal.Take(at).LastOrDefault(told => told.Sentence == count.Sentence
                && told.Unit == rest[0].Unit && told is { Per.Count: 0, IsAbout: false }) is not { } whole) continue;
            var sum = parts.Sum(part => part.Number);
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
        var parts = goal.Where(told => told.Sentence == first.Sentence && told.IsMoney).ToArray();
        if (parts.Length < Fewest - 1 || !Array.TrueForAll(parts, part => part is
            {
                Per.Count: 0, IsAbout: false,
                IsDetail: false
            })) return null;
        // 其余由医院自有资金解决
        var source = Array.Find(project.PlainGoal.Split('。', '；', ';', '\n'), sentence => sentence.Contains(Source,
            StringComparison.Ordinal));
        if (source is null || Rest().IsMatch(source)) return null;
        var sum = parts.Sum(part => part.Number);
        // one of them may be the whole, or the amount one of the parts
        if (Math.Abs(sum - amount.Value) <= amount.HalfWidth || Math.Abs(sum - amount.Value) > Near * amount.Value
            || Array.Exists(parts, part => part.Number * 2m == sum || part.Number == amount.Value)
            || goal.Any(told => told is { IsMoney: true, Per.Count: 0 } && told.Number == sum)) return null;
        return new Miscount(Explained.Said(sum, QuantityUnits.Yuan), string.Join('＋', parts.Select(part => part.Text)),
            "项目金额" + Explained.Said(amount.Value, QuantityUnits.Yuan));
    }

    /// <summary>在城关、北塘、柳湾、茶山、白沙4个乡镇: five are named.</summary>
    private static Miscount? OfNames(string text)
    {
        foreach (Match match in Names().Matches(text))
        {
            var named = match.Groups["list"].Value.Split('、');
            var told = int.Parse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
            // 河西、川口、大营等5个乡镇 names only some
            if (named.Length == told || named[^1].EndsWith('等') || Array.Exists(named, Seats.Contains)
                || named.Distinct().Count() != named.Length) continue;
            return new Miscount(Figures.Plain(named.Length) + "个" + match.Groups["noun"].Value, match.Groups["list"].Value,
                match.Groups["count"].Value + "个" + match.Groups["noun"].Value);
        }

        return null;
    }

    [GeneratedRegex(@"资金来源(?:为|是|于)?[:：]?[^。；;]{0,12}$")]
    private static partial Regex Sources();

    [GeneratedRegex("其余|剩余|余下|不足部分|缺口")]
    private static partial Regex Rest();

    [GeneratedRegex(@"(?:在|对|为|于|支持)(?<list>[\u4E00-\u9FFF]{2,3}(?:、[\u4E00-\u9FFF]{2,3}){2,11})(?<count>[0-9]{1,2})个"
        + "(?<noun>乡镇|镇|乡|街道|社区|行政村|村)(?![、和及])")]
    private static partial Regex Names();
}
