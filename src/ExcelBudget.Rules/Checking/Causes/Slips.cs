using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>The slips of hand and eye that turn one figure into another.</summary>
internal static class Slips
{
    /// <summary>Decimals that tell the 分 of an amount and more than anyone types of a count.</summary>
    private const int Decimals = 4;

    /// <summary>Digits with which one struck twice is seen to be a slip.</summary>
    private const int FewestOfPair = 3;

    /// <summary>Digits with which one more or less is seen to be a slip.</summary>
    private const int FewestOfMany = 5;

    /// <summary>Powers of ten by which figures slip: a decimal point to 元 for 万元.</summary>
    public static IReadOnlyList<decimal> Factors { get; } = [10_000m, 1_000m, 100m, 10m, 0.1m, 0.01m, 0.001m, 0.0001m];

    /// <summary>What may have been meant when a figure slipped in sign or scale.</summary>
    public static IEnumerable<decimal> Meant(decimal figure) =>
        figure == 0m ? [] : figure < 0m ? [-figure] : Factors.Select(factor => figure / factor);

    /// <summary>How the figure that stands came from the one that was meant.</summary>
    public static Likeness Between(decimal stands, decimal meant) =>
        meant < 0m ? Likeness.Absurd
        : stands == 0m ? Likeness.Blank
        : stands == -meant ? Likeness.Sign
        : meant != 0m && Factor(stands, meant) is not null ? Likeness.Scaled
        : IsTransposed(stands, meant) ? Likeness.Transposed
        : meant == 0m ? Likeness.Whole
        : Likeness.Plain;

    /// <summary>By how many times a figure is too large (10…10,000) or too small (0.1…0.0001); null when it is no power of ten.</summary>
    public static decimal? Factor(decimal stands, decimal meant) =>
        Factors.Where(factor => meant * factor == stands).Select(factor => (decimal?)factor).FirstOrDefault();

    /// <summary>True when the two figures differ by two neighbouring digits that changed places.</summary>
    private static bool IsTransposed(decimal stands, decimal meant)
    {
        var (left, right) = (Digits(stands), Digits(meant));
        if (left.Length != right.Length) return false;
        var differing = Enumerable.Range(0, left.Length).Where(at => left[at] != right[at]).ToArray();
        return differing is [var first, var second] && second - first == 1 && left[first] == right[second] && left[second] == right[first];
    }

    /// <summary>
    /// How the digits of a figure came from those that were meant, in words; null where they are no slip: two neighbouring digits changed
    /// places, a digit struck twice or once for twice, or one digit more or less in a figure of many.
    /// </summary>
    public static string? OfDigits(decimal stands, decimal meant)
    {
        if (IsTransposed(stands, meant)) return "两个数只有相邻的两个数字前后颠倒";
        var (now, was) = (Digits(stands).Trim('0'), Digits(meant).Trim('0'));
        var (longer, shorter) = now.Length > was.Length ? (now, was) : (was, now);
        if (longer.Length != shorter.Length + 1 || longer.Length < FewestOfPair) return null;
        var at = Enumerable.Range(0, shorter.Length).FirstOrDefault(place => longer[place] != shorter[place], shorter.Length);
        if (longer.Remove(at, 1) != shorter) return null;
        var isTwice = at > 0 && longer[at] == longer[at - 1];
        return !isTwice && longer.Length < FewestOfMany ? null : now.Length > was.Length ? "多出一位数字" : "少了一位数字";
    }

    /// <summary>The digits of a figure, whatever unit a form prints it in.</summary>
    private static string Digits(decimal figure) => Figures.Shown(figure, Decimals).Replace(".", "", StringComparison.Ordinal);
}
