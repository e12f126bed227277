using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// 资金用途加起来。资金用于基地扩建90万元（每亩1500元）、亲虾引进48万元、培训12万元、检测10万元: what the money goes to, as a list that ends its sentence, makes the
/// amount.
/// </summary>
internal static partial class UsesTogether
{
    private const decimal TenThousand = 10_000m;

    /// <summary>What lies further from the amount is no list of all of it.</summary>
    private const decimal Near = 0.3m;
    private const int FewestListed = 3;

    /// <summary>桥检36座，计32.4万元；水毁抢修58万元。以上合计612万元: one sum of each item, all before the total that is the amount.</summary>
    private static (decimal Yuan, string Said)? Listed(ReviewedProject project, decimal amount)
    {
        if (Totals().Matches(project.PlainGoal) is not [var total] || Yuan(total) != amount
            || Others().IsMatch(project.PlainGoal.AsSpan(0, total.Index))) return null;
        var parts = new List<Match>();
        foreach (var item in project.PlainGoal[..total.Index].Split('。', '；', ';', '\n'))
        {
            var sums = Sums().Matches(item).Where(sum => !Priced().IsMatch(item.AsSpan(0, sum.Index))).ToArray();
            // 计32.4万元 tells what the prices before it make
            if (sums.Where(sum => sum.Groups["made"].Success).ToArray() is [var made]) parts.Add(made);
            else if (sums is [var only] && Sums().Count(item) == 1) parts.Add(only);
            else if (item.Contains('元', StringComparison.Ordinal)) return null;
        }

        var sum = parts.Sum(Yuan);
        return parts.Count < FewestListed || sum == amount || Math.Abs(sum - amount) > Near * amount ? null
            : (sum, string.Join('＋', parts.Select(part => part.Groups["sum"].Value + "万元")));
    }

    private static decimal Yuan(Match sum) => decimal.Parse(sum.Groups["sum"].ValueSpan, CultureInfo.InvariantCulture) * TenThousand;

    [GeneratedRegex(@"(?:以上|上述|前述)(?:各项|几项|[二两三四五六七八]项|[0-9]项)?(?:资金|经费|费用|支出)?(?:合计|共计|总计|共需|共)(?:资金|经费|需)?(?<sum>[0-9]{1,7}(?:"
        + @"\.[0-9]{1,4})?)万元")]
    private static partial Regex Totals();

    [GeneratedRegex(@"(?<made>合计|共计|小计|计|共|需)?(?:补助|资金|经费)?(?<![0-9.])(?<sum>[0-9]{1,7}(?:\.[0-9]{1,4})?)万元(?!/|每)")]
    private static partial Regex Sums();

    [GeneratedRegex(@"(?:每|均|标准|单价)[^，,、。；：:]{0,10}$", RegexOptions.RightToLeft)]
    private static partial Regex Priced();

    /// <summary>What the uses make, in yuan, and how they are told; null where they make the amount, or more may be meant.</summary>
    public static (decimal Yuan, string Said)? In(ReviewedProject project)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
        if (Listed(project, amount.Value) is { } listed) return listed;
        foreach (Match match in Uses().Matches(project.PlainGoal))
        {
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var sum = parts.Sum() * TenThousand;
            // 学员食宿为4万元: told in a sentence of its own
            if (ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }
                && told.Number == Math.Abs(sum - amount.Value) && !parts.Contains(told.Number / TenThousand))) continue;
            // 自有资金20万元用于…: another sum of the goal may be what is spent
            if (Math.Abs(sum - amount.Value) <= amount.HalfWidth || Math.Abs(sum - amount.Value) > Near * amount.Value
                || parts.Max() * TenThousand >= amount.Value || ProjectFigures.Of(project).Goal.Any(told => told is
                {
                    IsMoney: true, Per.Count: 0,
                } && told.Number == sum)
                || Others().IsMatch(project.PlainGoal)) continue;
            // 聘用管护员8人，每人每年6000元: what else is paid makes the rest
            if (Products(project).Contains(Math.Abs(sum - amount.Value))) continue;
            return (sum, string.Join('＋', match.Groups["part"].Captures.Select(part => part.Value + "万元")));
        }

        return null;
    }

    /// <summary>What the prices of the goal come to, each with each count of what it is for.</summary>
    private static IEnumerable<decimal> Products(ReviewedProject project) => from price in ProjectFigures.Of(project).Goal
                                                                             where price is { IsMoney: true, Per.Count: > 0 }
                                                                             from count in ProjectFigures.Of(project).Goal
                                                                             where !count.IsMoney && count.Per.Count == 0
                                                                                 && price.Per.Contains(count.Unit)
                                                                             select price.Number * count.Number;

    [GeneratedRegex(@"(?<!(?:上年|去年|20[0-9]{2}年)(?:资金|经费)?)(?:用于|用途为|用途：|用途:|支出为)(?:[^。；、，,0-9（）]{2,14}(?<part>[0-9]{1,7}(?"
        + @":\.[0-9]{1,4})?)万元(?:（[^（）]{1,24}）)?[、，,和]?"
        + @"){3,9}(?=[。；\n]|$)")]
    private static partial Regex Uses();

    [GeneratedRegex("已付|付清|已支付|不在本|不列入|上年|去年|自筹|另需|另外|另行|另由|自有资金|贷款|总投资|结余|结转|部分用于|其余|剩余|等")]
    private static partial Regex Others();
}
