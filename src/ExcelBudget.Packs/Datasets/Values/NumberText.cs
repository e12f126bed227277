using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>Reads amounts in yuan and plain numbers, also untidy ones.</summary>
internal static partial class NumberText
{
    /// <summary>What an amount cell should hold; ends the messages about amounts.</summary>
    public const string AmountAdvice = "请填写以元为单位的数字，如 21840 或 21840.50。";

    // a county's budget is below 10^11 yuan; sums of such figures must stay far from the end of decimal
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>An amount in yuan: thousands separators, full-width digits, blanks, ¥ and 元 are cleaned away with a warning; 万元 is refused.</summary>
    public static CellReading Amount(string text)
    {
        var tidy = TextForms.Trimmed(TextForms.Narrow(text));
        if (LargerUnit().Match(tidy) is { Success: true } match) return Wrong(match);
        return Read(text, CurrencySign().Replace(tidy, ""), $"不是金额。{AmountAdvice}", warnOfFractions: true);
    }

    /// <summary>A number without unit, untidy ones with a warning.</summary>
    public static CellReading Number(string text) =>
        Read(text, TextForms.Trimmed(TextForms.Narrow(text)), "不是数字。请只填数字，单位写在别处。", warnOfFractions: false);

    /// <summary>A number that came typed from a worksheet.</summary>
    public static CellReading Typed(decimal value, bool isAmount) => Judge(value, "", warnOfFractions: isAmount);

    private static CellReading Read(string asWritten, string bare, string complaint, bool warnOfFractions)
    {
        if (Scientific().IsMatch(bare)) return CellReading.Wrong("是科学计数法，位数可能已经丢失。请把这一列设为数值格式后重新填写。");
        if (!Grouped().IsMatch(bare) && !Plain().IsMatch(bare)) return CellReading.Wrong(complaint);
        if (!decimal.TryParse(bare, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)) return TooLarge;
        var remark = Plain().IsMatch(asWritten) ? "" : $"写法不规范，已按 {Figures.Plain(value)} 读取。请只填数字。";
        return Judge(value, remark, warnOfFractions);
    }

    private static CellReading Judge(decimal value, string remark, bool warnOfFractions)
    {
        if (Math.Abs(value) >= Largest) return TooLarge;
        if (warnOfFractions && decimal.Round(value, 2) != value) remark += "小数超过两位，不足一分。请核对金额。";
        return remark.Length == 0 ? CellReading.Clean(Figures.Plain(value)) : CellReading.Messy(Figures.Plain(value), remark);
    }

    private static CellReading TooLarge => CellReading.Wrong("数额过大，不可能是预算金额。请核对位数和单位。");

    private static CellReading Wrong(Match match)
    {
        var factor = match.Groups["unit"].Value switch { "千" => 1_000m, "万" => 10_000m, "百万" => 1_000_000m, _ => 100_000_000m };
        var known = decimal.TryParse(match.Groups["number"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) < Largest / factor;
        return CellReading.Wrong(known ? $"不是以元为单位。请换算成元，填写 {Figures.Plain(value * factor)}。" : $"不是以元为单位。{AmountAdvice}");
    }

    [GeneratedRegex(@"^-?\d+(\.\d+)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?\d+(\.\d+)?[eE][+-]?\d+\z", RegexOptions.ECMAScript)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^[¥￥]\s*|\s*(元|圆)\z")]
    private static partial Regex CurrencySign();

    [GeneratedRegex(@"^(?<number>-?[\d,.]+)\s*(?<unit>百万|千|万|亿)(元|圆)?\z")]
    private static partial Regex LargerUnit();
}
