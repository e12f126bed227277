using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>各多少。What each of so many gets, and what that makes together: 5个消防站各2辆 are ten.</summary>
internal static partial class EachTimes
{
    private const char Each = '各';

    private static readonly WordPatterns<Regex> Counted = new(words => WordPattern.Make(
        @"(?<![0-9.第])(?<number>[0-9]{1,4}|[二三四五六七八九十两]{1,3})" + WordPattern.Any(words.EachOf) + @"\p{L}{0,16}$"));

    /// <summary>What a quantity behind 各 makes for all; null where it is for no counted things, or not told exactly.</summary>
    public static decimal? Of(TextQuantity quantity, IndicatorWords words)
    {
        if (quantity is not { IsMoney: false, IsAbout: false, Per.Count: 0 } || quantity.Before.LastIndexOf(Each) < 0) return null;
        var lead = quantity.Lead[..Math.Max(0, quantity.Lead.LastIndexOf(Each))];
        // 20个乡镇和10个部门各1套: of two groups nobody knows which are meant
        if (Figures().Count(lead) > 1) return null;
        return Counted.Of(words).Match(lead) is { Success: true } match
            && FigureReader.Read(match.Groups["number"].Value) is { IsFigure: true } many
            && many.Number > 1m && many.Number == decimal.Truncate(many.Number) ? many.Number * quantity.Number : null;
    }

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Figures();
}
