using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>Counties, townships and streets as texts name them.</summary>
internal static class PlaceNames
{
    private const string Town = "县城区";
    private const string Seat = "县城";
    private const string SelfGoverning = "自治";

    /// <summary>Names of two signs before 镇 or 乡: 忙乐乡, not 城乡, 全镇.</summary>
    public static IEnumerable<string> In(string text, IndicatorWords words)
    {
        // most texts name no place at all
        if (!WordList.IsIn(text, words.PlaceSigns)) yield break;
        for (var at = 2; at < text.Length; at++)
        {
            var sign = words.PlaceSigns.FirstOrDefault(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);
            if (sign is null || !IsHan(text[at - 1]) || !IsHan(text[at - 2])) continue;
            // 镇区, 乡村, 街道路 go on
            if (at + sign.Length < text.Length
                && words.GoesOn.Any(word => string.CompareOrdinal(text, at + sign.Length, word, 0, word.Length) == 0)
                // 曲麓县城区 is still told of 曲麓县, and so is 在曲麓县城
                && string.CompareOrdinal(text, at, Town, 0, Town.Length) != 0 && !IsSeat(text, at, words)
                // 溪口镇村容村貌, 青坪镇人居环境: what a place has
                && !words.OfPlaces.Any(word => string.CompareOrdinal(text, at + sign.Length, word, 0, word.Length) == 0)) continue;
            var before = text[..at];
            if (!words.NoPlaces.Any(word => before.EndsWith(word, StringComparison.Ordinal)))
                yield return text[(at - 2)..(at + sign.Length)];
        }
    }

    /// <summary>在曲麓县城: right behind a word of where; 亮化县城 is what is done.</summary>
    private static bool IsSeat(string text, int at, IndicatorWords words) => string.CompareOrdinal(text, at, Seat, 0, Seat.Length) == 0
        && words.Whereabouts.Any(word => text.AsSpan(0, at - 2).EndsWith(word));

    /// <summary>The place a unit's name begins with: 门源 of 门源回族自治县财政局; null where it tells none.</summary>
    public static string? OwnOf(string unit, IndicatorWords words) => In(unit, words).FirstOrDefault() is not { } own ? null
        : own.StartsWith(SelfGoverning, StringComparison.Ordinal) && unit.Length > 2 ? unit[..2] + own[^1] : own;

    /// <summary>True where a sentence that names a place speaks of neighbours and of what is done with others.</summary>
    public static bool IsBesideNeighbours(string text, string place, IndicatorWords words)
    {
        foreach (var sentence in text.Split('。', ';', '；', '\n'))
        {
            if (sentence.Contains(place, StringComparison.Ordinal) && WordList.IsIn(sentence, words.Neighbours)) return true;
        }

        return false;
    }

    /// <summary>年对县道, 至各乡 and 重铺县 hold no name: neither sign may be one that only stands before places, and both no deed.</summary>
    public static bool IsName(string place, IndicatorWords words) =>
        !words.NoPlaceSigns.Contains(place[..1]) && !words.NoPlaceSigns.Contains(place[1..2]) && !IsDeed(place[..2], words);

    /// <summary>重铺县二中操场, 维修县医院: what is done there, and the county's own sign begins what follows.</summary>
    private static bool IsDeed(string two, IndicatorWords words) =>
        (words.DeedSigns.Contains(two[1..]) && words.DeedStarts.Contains(two[..1]))
        || WordGroups.Of(words.Deeds).Any(deeds => deeds.Contains(two));

    /// <summary>
    /// 红柳县 in an indicator of 宁塬县: a place of the unit's own kind that is not the unit's; null where the unit's name tells none, or the
    /// text speaks of neighbours.
    /// </summary>
    public static string? NotOf(string unit, string text, IndicatorWords words)
    {
        if (!WordList.IsIn(text, words.PlaceSigns) || WordList.IsIn(text, words.Neighbours)
            || OwnOf(unit, words) is not { } own) return null;
        var isCounty = own[^1] is '县' or '旗';
        return In(text, words).FirstOrDefault(place => place[^1] is '县' or '旗' == isCounty && IsName(place, words)
            && place[..2] != own[..2] && !place.StartsWith(SelfGoverning, StringComparison.Ordinal)
            && text.StartsWith(place, StringComparison.Ordinal));
    }

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
