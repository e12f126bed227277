using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>单价×数量. A product written out in a text: «5*1200*12个月», «2500元*3人*6月=45000元».</summary>
/// <param name="Text">As written.</param>
/// <param name="Yuan">What the factors make.</param>
/// <param name="Stated">What the text says they make; null when it does not.</param>
/// <param name="NamesMoney">True when a factor or the result is in a unit of money.</param>
internal sealed partial record Product(string Text, decimal Yuan, decimal? Stated, bool NamesMoney)
{
    /// <summary>Half of the last digit of what is stated, in yuan: =42.34万元 is exact to 50 元; 0 without decimals.</summary>
    public decimal HalfDigit { get; private init; }

    private static readonly System.Buffers.SearchValues<char> Times = System.Buffers.SearchValues.Create("*×✕＊xX");

    /// <summary>The first product in a target; null without one.</summary>
    public static Product? In(string value, string unit) =>
        value.AsSpan().IndexOfAny(Times) < 0 && unit.AsSpan().IndexOfAny(Times) < 0 ? null : In(value + unit);

    /// <summary>The first product in a text; null without one.</summary>
    public static Product? In(string text)
    {
        if (text.AsSpan().IndexOfAny(Times) < 0 || Products().Match(text) is not { Success: true } match) return null;
        var numbers = match.Groups["number"].Captures.Select(capture => Number(capture.Value)).ToArray();
        var units = match.Groups["unit"].Captures.Select(capture => capture.Value.Trim()).ToArray();
        if (units.Any(QuantityUnits.IsSize)) return null;
        var money = units.Select(MoneyOf).OfType<decimal>().ToArray();
        // two prices in one product make no sum
        if (money.Length > 1) return null;
        var scale = ReviewedIndicator.MoneyIn(match.Groups["in"].Value) ?? 1m;
        var stated = match.Groups["stated"].Success ? Number(match.Groups["stated"].Value) * scale : (decimal?)null;
        var decimals = match.Groups["stated"].Value.Split('.') is [_, var behind] ? behind.Length : 0;
        try
        {
            var yuan = numbers.Aggregate(1m, (product, number) => product * number) * (money.Length == 1 ? money[0] : 1m);
            return new Product(match.Value, yuan, stated, money.Length == 1 || match.Groups["in"].Value.Length > 0)
            {
                HalfDigit = decimals == 0 ? 0m : scale * Figures.HalfLastDigit(decimals),
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>Yuan in one of a unit, also with what it is for: «元/人», «元每月».</summary>
    private static decimal? MoneyOf(string unit) => ReviewedIndicator.MoneyIn(unit.Split('/', '每', '·')[0]);

    private static decimal Number(string text) => FigureReader.Read(text).Number;

    [GeneratedRegex(
        @"(?<![0-9.])(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)(?<unit>[^0-9*×✕＊xX=＝+，。；"
            + @"、,;（）()\s]{0,6})(\s*[*×✕＊xX]\s*(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)(?<unit>[^0-9*×✕＊xX=＝+，。；"
            + @"、,;（）()\s]{0,6}))+(\s*[=＝]\s*(?<stated>[0-9]{1,12}(\.[0-9]{1,6})?)\s*(?<in>[百千万亿]{0,2}元)?)?")]
    private static partial Regex Products();
}
