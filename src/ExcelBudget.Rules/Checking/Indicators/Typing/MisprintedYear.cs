using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>年份多写、少写了数字。204年3月, 20255年10月, 2205年底: a year before a month or a part of the year that has not four digits, or lies
/// centuries ahead. 200年一遇 and 300年古树 tell no date.</summary>
internal static partial class MisprintedYear
{
    /// <summary>The first such date of a text; null for none.</summary>
    public static string? In(string text)
    {
        if (!text.Contains('年', StringComparison.Ordinal)) return null;
        var plain = text.AsSpan().IndexOfAnyInRange('０', '９') >= 0 ? text.Normalize(System.Text.NormalizationForm.FormKC) : text;
        return Years().Match(plain) is { Success: true } year ? year.Value : null;
    }

    [GeneratedRegex(@"(?<![0-9.,，])(?:2[0-9]{2}|2[0-9]{4}|2[2-9][0-9]{2})\s*年\s*(?:[0-9]{1,2}月|[上下]半年|第?[一二三四]季度|[底末初](?!一遇|蕴|子|色|气))")]
    private static partial Regex Years();
}
