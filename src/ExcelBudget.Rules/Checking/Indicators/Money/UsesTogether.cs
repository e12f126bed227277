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

    /// <summary>What the uses make, in yuan, and how they are told; null where they make the amount, or more may be meant.</summary>
    public static (decimal Yuan, string Said)? In(ReviewedProject project)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
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
            return (sum, string.Join('＋', match.Groups["part"].Captures.Select(part => part.Value + "万元")));
        }

        return null;
    }

    [GeneratedRegex(@"(?<!(?:上年|去年|20[0-9]{2}年)(?:资金|经费)?)(?:用于|用途为|用途：|用途:|支出为)(?:[^。；、，,0-9（）]{2,14}(?<part>[0-9]{1,7}(?"
        + @":\.[0-9]{1,4})?)万元(?:（[^（）]{1,24}）)?[、，,和]?"
        + @"){3,9}(?=[。；\n]|$)")]
    private static partial Regex Uses();

    [GeneratedRegex("自筹|另需|另外|另行|另由|自有资金|贷款|总投资|结余|结转|部分用于|其余|剩余|等")]
    private static partial Regex Others();
}
