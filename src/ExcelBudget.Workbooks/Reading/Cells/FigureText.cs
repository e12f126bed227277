using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>A figure typed as text: «12.70 万元», full-width digits, thousands separators.</summary>
/// <param name="Value">The figure in the form's unit; null for a sign that means nothing is there («—», «无»).</param>
internal sealed partial record FigureText(decimal? Value)
{
    private static readonly string[] Nothing = ["-", "—", "——", "－", "–", "/", "无", "零"];

    /// <summary>Reads a text as a figure; null when it is none.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="unit">Unit of the form; null for a plain number.</param>
    public static FigureText? Read(string text, MoneyUnit? unit)
    {
        var compact = Compact(text);
        if (compact.Length == 0 || Nothing.Contains(compact)) return new FigureText((decimal?)null);
        var factor = 1m;
        if (unit is { } shown && Suffix(ref compact) is { } typed) factor = typed.InYuan() / shown.InYuan();
        compact = compact.TrimStart('¥', '￥');
        var isNegative = compact.Length > 2 && compact[0] == '(' && compact[^1] == ')';
        if (isNegative) compact = compact[1..^1];
        // «18,0» is a slip of the hand for 18.0, never 180
        if (compact.Contains(',', StringComparison.Ordinal) && !Grouped().IsMatch(compact)) return null;
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(compact, styles, CultureInfo.InvariantCulture, out var value)) return null;
        return new FigureText((isNegative ? -value : value) * factor);
    }

    private static MoneyUnit? Suffix(ref string text)
    {
        foreach (var unit in new[] { MoneyUnit.TenThousandYuan, MoneyUnit.Yuan })
        {
            if (!text.EndsWith(unit.Title(), StringComparison.Ordinal)) continue;
            text = text[..^unit.Title().Length];
            return unit;
        }

        return null;
    }

    /// <summary>Without blanks, full-width signs as half-width ones.</summary>
    private static string Compact(string text)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var symbol in text)
        {
            if (char.IsWhiteSpace(symbol) || symbol is '\u200B' or '\uFEFF') continue;
            compact.Append(symbol is >= '！' and <= '～' ? (char)(symbol - 0xFEE0) : symbol == '。' ? '.' : symbol);
        }

        return compact.ToString();
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$")]
    private static partial Regex Grouped();
}
