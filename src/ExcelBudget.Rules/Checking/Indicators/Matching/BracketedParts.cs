using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 括号里的分项。200顶，全部存放在县城中心库（120顶）和白音镇分库（60顶）: all of a count is shared out among what brackets behind them count.
/// </summary>
internal static partial class BracketedParts
{
    /// <summary>What lies further from the whole is no sum of it.</summary>
    private const decimal Near = 0.5m;

    /// <summary>The whole that its brackets do not make, and what they make; null where they agree or others may be meant.</summary>
    public static (TextQuantity Total, decimal Made)? In(ProjectFigures figures)
    {
        foreach (Match match in Shared().Matches(figures.Text))
        {
            var unit = match.Groups["unit"].Value;
            var parts = match.Groups["part"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            var whole = figures.Goal.FirstOrDefault(told => told is
            {
                IsMoney: false, IsAbout: false, IsDetail: false, IsBracketed: false,
                Per.Count: 0, Bound: TargetOperator.Equal
            } && told.Text.EndsWith(unit, StringComparison.Ordinal));
            var sum = parts.Sum();
            if (whole is null || sum == whole.Number || Math.Abs(sum - whole.Number) > Near * whole.Number
                || parts.Any(part => part >= whole.Number)
                || figures.Goal.Any(told => told.Number == Math.Abs(sum - whole.Number) && told.Unit == whole.Unit
                    && !parts.Contains(told.Number))) continue;
            return (whole, sum);
        }

        return null;
    }

    [GeneratedRegex(@"(?:全部|分别|分布|均)[^，。；;、0-9（）]{1,14}[（(](?<part>[0-9]{1,7})(?<unit>\p{L}{1,2})[）)](?"
        + @":[、和及与，][^，。；;、0-9（）]{1,12}[（(](?<part>[0-9]{1,7})\k<unit>[）)]){1,8}(?=[。；;，]|$)")]
    private static partial Regex Shared();
}
