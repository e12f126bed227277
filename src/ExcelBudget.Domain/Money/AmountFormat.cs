using System.Globalization;

namespace ExcelBudget.Domain.Money;

/// <summary>
/// 金额格式。How a form prints money, and therefore how exactly a printed amount is known. The only way between yuan, in which everything
/// is computed, and the numbers that stand in the cells of a form.
/// </summary>
public sealed record AmountFormat
{
    /// <summary>Most decimals a form may print: 万元 with 8 tell more than a 分.</summary>
    public const int MostDecimals = 8;

    /// <summary>分: there is no smaller coin, and an amount told to the 分 is exact.</summary>
    private const decimal SmallestCoin = 0.01m;

    /// <summary>万元 with two decimals, zero blank: what a form prints that says nothing else.</summary>
    public static readonly AmountFormat TenThousandYuan = new();

    /// <summary>计量单位。万元 when left out.</summary>
    public MoneyUnit Unit { get; init; } = MoneyUnit.TenThousandYuan;

    /// <summary>Printed decimals, 0 to <see cref="MostDecimals"/>; 2 when left out.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>千位分隔符。True when 1,234.56 is printed for 1234.56.</summary>
    public bool HasSeparators { get; init; }

    /// <summary>What stands where an amount is zero.</summary>
    public ZeroPrint Zero { get; init; }

    /// <summary>
    /// Half of the last printed digit in yuan: 50 for 万元 with two decimals, 0.5 for whole yuan; 0 when the digit is a 分 or less.
    /// </summary>
    public decimal HalfLastDigit => LastDigit <= SmallestCoin ? 0m : LastDigit / 2m;

    /// <summary>The last printed digit in yuan: 100 for 万元 with two decimals.</summary>
    private decimal LastDigit
    {
        get
        {
            var digit = Unit.InYuan();
            for (var place = 0; place < Decimals; place++) digit /= 10m;
            return digit;
        }
    }

    /// <summary>The number a cell holds for an amount: unrounded, in the form's unit.</summary>
    public decimal Number(decimal yuan) => yuan / Unit.InYuan();

    /// <summary>The amount a number in a cell means, in yuan.</summary>
    public decimal Yuan(decimal number) => number * Unit.InYuan();

    /// <summary>An amount rounded as it is printed, as a number in the form's unit.</summary>
    public decimal Rounded(decimal yuan) => Figures.Round(Number(yuan), Decimals);

    /// <summary>
    /// How exactly a number typed into a cell tells the amount: half the interval in yuan. A number with more decimals than the form
    /// prints
    /// was meant exactly.
    /// </summary>
    /// <param name="number">The number as it stands in the cell.</param>
    public decimal HalfWidthOf(decimal number) => decimal.Round(number, Decimals) == number ? HalfLastDigit : 0m;

    /// <summary>
    /// The amount with the form's decimals as messages, JSON and plain sentences tell it: «1683.10»; no separators, 0.00 for zero.
    /// </summary>
    public string Told(decimal yuan) => Figures.Shown(Number(yuan), Decimals);

    /// <summary>The amount as a sentence of the note prints it: separators as the form has them, 0.00 for zero.</summary>
    public string Written(decimal yuan) => HasSeparators
        ? (Rounded(yuan) is var rounded && rounded == 0m ? 0m : rounded)
            .ToString("N" + Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : Told(yuan);

    /// <summary>
    /// The amount as a cell of the form prints it. What rounds to zero prints as zero does not: a cell that holds something is no blank.
    /// </summary>
    public string Printed(decimal yuan) => yuan != 0m ? Written(yuan) : Zero switch
    {
        ZeroPrint.WithDecimals => Written(0m),
        ZeroPrint.Digit => "0",
        ZeroPrint.Dash => "—",
        _ => "",
    };
}
