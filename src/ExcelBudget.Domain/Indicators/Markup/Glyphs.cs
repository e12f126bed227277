using System.Text;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>
/// One sign for the many that mean the same: full-width forms, double-stroke operators, dashes, font leftovers of PDF texts.
/// </summary>
internal static class Glyphs
{
    /// <summary>Line break typed into the cell.</summary>
    public const char Line = '\n';

    /// <summary>Boundary of a paragraph or list item that the markup declares.</summary>
    public const char Paragraph = '\u2029';

    /// <summary>
    /// True for signs that print nothing and only trouble a reader: zero-width characters, soft hyphens, control characters.
    /// </summary>
    public static bool IsInvisible(char sign) => sign is >= '\uE000' and <= '\uF8FF' || TextFolding.IsInvisible(sign);

    /// <summary>True for every sign that ends a line.</summary>
    public static bool IsBreak(char sign) => sign is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or Paragraph;

    /// <summary>The sign as a reader of the printed text sees it: fonts that encode 人 as a radical print the same 人.</summary>
    public static char Printed(char sign)
    {
        if (sign is '\r' or '\v' or '\f' or '\u0085' or '\u2028') return Line;
        if (sign is (>= '\u2E80' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF')) return Composed(sign);
        return sign;
    }

    /// <summary>The one sign that stands for all its forms; as many signs as before.</summary>
    public static char Folded(char sign) => sign switch
    {
        '≧' or '⩾' or '≮' or '⪰' or '≽' => '≥',
        '≦' or '⩽' or '≯' or '⪯' or '≼' => '≤',
        '═' => '=',
        '×' or '✕' or '✖' or '╳' or '∗' or '﹡' => '*',
        '〜' or '∼' or '˜' => '~',
        '︰' => ':',
        '•' or '・' or '‧' or '∙' or '⋅' => '·',
        '【' or '〔' or '﹝' => '[',
        '】' or '〕' or '﹞' => ']',
        '|' or '｜' or '│' or '┃' or '\t' => '\t',
        // quotation marks and ¥ keep their form, as names are printed with them; breaks are told apart by their reader
        '’' or '‘' or '‛' or '￥' => sign,
        _ when IsBreak(sign) => sign,
        >= '\u4E00' and <= '\u9FFF' => TraditionalSigns.Simplified(sign),
        _ => TextFolding.Half(sign),
    };

    /// <summary>Digits, letters and the signs of values in their half-width form; everything else as printed.</summary>
    public static string Plain(string printed) => string.Create(printed.Length, printed, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = PlainSign(source[i]);
    });

    private static char PlainSign(char sign) => sign switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => Folded(sign),
        '％' or '﹪' or '．' or '／' or '＋' or '－' or '＝' or '＊' => Folded(sign),
        _ => sign,
    };

    private static char Composed(char sign)
    {
        var composed = sign.ToString().Normalize(NormalizationForm.FormKC);
        return composed.Length == 1 ? composed[0] : sign;
    }
}
