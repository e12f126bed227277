using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>Counties, townships and streets as texts name them.</summary>
internal static class PlaceNames
{
    private const string Town = "县城区";

    /// <summary>Names of two signs before 镇 or 乡: 忙乐乡, not 城乡, 全镇.</summary>
    public static IEnumerable<string> In(string text, IndicatorWords words)
    {
        for (var at = 2; at < text.Length; at++)
        {
            var sign = words.PlaceSigns.FirstOrDefault(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);
            if (sign is null || !IsHan(text[at - 1]) || !IsHan(text[at - 2])) continue;
            // 镇区, 乡村, 街道路 go on
            if (at + sign.Length < text.Length && words.GoesOn.Any(word => word[0] == text[at + sign.Length])
                // 曲麓县城区 is still told of 曲麓县
                && string.CompareOrdinal(text, at, Town, 0, Town.Length) != 0) continue;
            var before = text[..at];
            if (!words.NoPlaces.Any(word => before.EndsWith(word, StringComparison.Ordinal)))
                yield return text[(at - 2)..(at + sign.Length)];
        }
    }

    /// <summary>年对县道 and 至各乡 hold no name: neither of the two signs may be one that only stands before places.</summary>
    public static bool IsName(string place, IndicatorWords words) =>
        !words.NoPlaceSigns.Contains(place[..1]) && !words.NoPlaceSigns.Contains(place[1..2]);

    /// <summary>
    /// 红柳县 in an indicator of 宁塬县: a place of the unit's own kind that is not the unit's; null where the unit's name tells none, or the
    /// text speaks of neighbours.
    /// </summary>
    public static string? NotOf(string unit, string text, IndicatorWords words)
    {
        if (In(unit, words).FirstOrDefault() is not { } own || WordList.IsIn(text, words.Neighbours)) return null;
        var isCounty = own[^1] is '县' or '旗';
        return In(text, words).FirstOrDefault(place => place[^1] is '县' or '旗' == isCounty && IsName(place, words)
            && place[..2] != own[..2] && text.StartsWith(place, StringComparison.Ordinal));
    }

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
