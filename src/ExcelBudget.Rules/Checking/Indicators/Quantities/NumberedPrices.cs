using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>编号的单价。Prices of things called by their numbers: 1至4栋每栋18万元，5、6栋每栋26万元 are four and two.</summary>
internal static partial class NumberedPrices
{
    /// <summary>What they come to together, in yuan; null where the goal tells other money too, or no such price.</summary>
    public static Part? In(ReviewedProject project)
    {
        if (!project.Goal.Contains('每', StringComparison.Ordinal)) return null;
        var prices = Prices().Matches(project.Goal).ToArray();
        var moneys = ProjectFigures.Of(project).Goal.Count(told => told.IsMoney);
        if (prices.Length < 2 || moneys > prices.Length) return null;
        var (yuan, said) = (0m, new List<string>());
        foreach (var price in prices)
        {
            var count = Count(price);
            if (count < 1) return null;
            var (_, factor) = QuantityUnits.Base(price.Groups["money"].Value);
            yuan += count * factor * decimal.Parse(price.Groups["price"].ValueSpan, CultureInfo.InvariantCulture);
            said.Add($"{count}{price.Groups["unit"].Value}×{price.Groups["price"].Value}{price.Groups["money"].Value}");
        }

        return new Part(yuan, 0m, string.Join(" + ", said));
    }

    private static int Count(Match price) => price.Groups["to"].Success
        ? Number(price.Groups["to"].Value) - Number(price.Groups["from"].Value) + 1
        : 1 + price.Groups["next"].Captures.Count;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9.])(?<from>[0-9]{1,3})[号#]?(?:(?:[至到\-~～—](?<to>[0-9]{1,3}))|(?:[、和及](?<next>[0-9]{1,3})[号#]?)+)"
        + @"[号#]?(?<unit>\p{L}{1,2}?)(?:各|，)?每\k<unit>\p{L}{0,4}?(?<price>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<money>[百千万亿]?元)")]
    private static partial Regex Prices();
}
