using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Domain.Forms;

/// <summary>
/// 序号。Ordinals of labels that follow the place of a row and not its meaning: «{ordinal:一、}» counts the rows that are printed. A label is
/// known by what stands behind its ordinal.
/// </summary>
public static partial class Ordinals
{
    /// <summary>
    /// Styles a label may have, those of higher rank first: an ordinal of higher rank begins the count of lower ones anew.
    /// </summary>
    public static readonly IReadOnlyList<string> Styles = ["一、", "（一）", "1.", "1、", "（1）"];

    /// <summary>The style of a label's slot; null when it has none.</summary>
    public static string? StyleOf(string label) =>
        HasSlot(label) && Slot().Match(label) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Rank of a style, 0 for the highest; -1 for a style there is not.</summary>
    public static int Rank(string style)
    {
        for (var rank = 0; rank < Styles.Count; rank++)
        {
            if (Styles[rank] == style) return rank;
        }

        return -1;
    }

    /// <summary>The sign that ends an ordinal of a style: 、 ） or a point.</summary>
    public static char EndOf(string style) => style[^1];

    /// <summary>A number in a style: «三、», «（十二）», «4.».</summary>
    public static string Of(string style, int number) => style.Contains('一', StringComparison.Ordinal)
        ? style.Replace("一", Numeral(number), StringComparison.Ordinal)
        : style.Replace("1", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The label with its slot filled.</summary>
    public static string Fill(string label, int number) => Slot().Replace(label, match => Of(match.Groups[1].Value, number));

    /// <summary>The label without the slot.</summary>
    public static string WithoutSlot(string label) => HasSlot(label) ? Slot().Replace(label, "") : label;

    /// <summary>
    /// A printed text without an ordinal in front, or behind «其中：», whatever its style and the width of its signs.
    /// </summary>
    public static string Strip(string text) =>
        Printed().Match(text) is { Success: true } match ? match.Groups[1].Value + text[match.Length..] : text;

    private static bool HasSlot(string label) => label.Contains("{ordinal:", StringComparison.Ordinal);

    /// <summary>Chinese numeral of a number from 1 to 99.</summary>
    private static string Numeral(int number)
    {
        const string digits = "零一二三四五六七八九";
        if (number is < 1 or > 99) return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens == 0 ? "" : tens == 1 ? "十" : digits[tens] + "十") + (ones == 0 ? "" : digits[ones].ToString());
    }

    [GeneratedRegex(@"\{ordinal:([^{}]*)\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"^(\p{L}{1,4}[：:])?\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[)）])\s*")]
    private static partial Regex Printed();
}
