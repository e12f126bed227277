using System.Globalization;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>Numbers as texts write them.</summary>
internal static class ChineseNumber
{
    /// <summary>«十七» → 17, «两» → 2, «162» → 162; null when it is no number.</summary>
    public static decimal? Read(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : ChineseNumerals.Value(text);
}
