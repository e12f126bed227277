using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>
/// 名称错了一个字。赵庄90盏、东洼75盏、下河70盏 in the goal beside 赵庄村, 东洼村 and 上河村安装路灯 70盏: the goal's figure under a name with another sign in
/// it, in a list whose other names agree.
/// </summary>
internal static class NameSlips
{
    private const int Shortest = 2;
    private const int Longest = 5;
    private const int Fewest = 2;
    private const decimal FewestOfSibling = 2m;

    /// <summary>河, 镇: what ends names of waters and places.</summary>
    private static readonly System.Buffers.SearchValues<char> Waters = System.Buffers.SearchValues.Create("河湖江溪沟渠港塘库镇乡村街路桥园区");

    /// <summary>村, 镇: what stands behind names of places and bodies.</summary>
    private static readonly System.Buffers.SearchValues<char> PlaceEnds = System.Buffers.SearchValues.Create("村社组队屯寨校站库桥");

    /// <summary>The name in the indicator and the one in the goal; null where it agrees or no list tells what is meant.</summary>
    public static (string Set, string Told)? In(LineQuantity line, ProjectFigures figures, Domain.Packs.IndicatorWords words)
    {
        if (OfSibling(line, figures, words) is { } place) return place;
        var same = figures.Goal.Where(told => IsSame(told, line)).ToArray();
        if (same is not [var only] || Name(only) is not { } told || line.Line.Indicator.Name.Contains(told, StringComparison.Ordinal))
            return null;
        if (Other(told, line.Line.Indicator.Name) is not { } set || figures.Text.Contains(set, StringComparison.Ordinal)) return null;
        var agreeing = figures.Goal.Count(other => other.Sentence == only.Sentence && other.Unit == only.Unit && Name(other) is { } name
            && figures.Lines.Any(one => IsSame(other, one) && one.Line.Indicator.Name.Contains(name, StringComparison.Ordinal)));
        return agreeing >= Fewest ? (set, told) : null;
    }

    /// <summary>
    /// 东岗河7.2公里、新胜河4.8公里 beside 东岗河清淤长度 7.2公里 and 射阳湖清淤长度 4.8公里: two indicators of one build, of which one is called by a name that
    /// project and goal do not tell, with the figure of another name.
    /// </summary>
    private static (string Set, string Told)? OfSibling(LineQuantity line, ProjectFigures figures, Domain.Packs.IndicatorWords words)
    {
        var name = line.Line.Stem;
        if (figures.Goal.Where(told => IsSame(told, line)).ToArray() is not [var only] || line.Number < FewestOfSibling) return null;
        foreach (var sibling in figures.Lines)
        {
            if (ReferenceEquals(sibling, line) || sibling.Unit != line.Unit || sibling.Line.Group != line.Line.Group) continue;
            var other = sibling.Line.Stem;
            var shared = 0;
            while (shared < Math.Min(name.Length, other.Length) && name[^(shared + 1)] == other[^(shared + 1)]) shared++;
            if (shared < Shortest) continue;
            var (own, its) = (name[..^shared], other[..^shared]);
            // 建制镇, 偏远乡 are no names
            if (!IsPlaceName(own) || !IsPlaceName(its) || WordList.IsIn(own, words.NoNames) || WordList.IsIn(own, words.NoPlaces)
                || figures.Text.Contains(own, StringComparison.Ordinal)) continue;
            // the sibling's name stands before its own figure, and this one's figure behind a third name of the same length
            var isTold = figures.Goal.Any(told => IsSame(told, sibling) && told.Sentence == only.Sentence
                && told.Before.Contains(its, StringComparison.Ordinal));
            var before = only.Before.Replace("其中", "", StringComparison.Ordinal);
            if (isTold && before.Length >= own.Length && IsPlaceName(before[..own.Length])) return (own, before[..own.Length]);
        }

        return null;
    }

    /// <summary>射阳湖, 马坪镇: two signs and one that ends names of places.</summary>
    private static bool IsPlaceName(string text) => text.Length is Shortest + 1 or Shortest + 2 && Waters.Contains(text[^1])
        && text.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0;

    /// <summary>下河 of «、下河70盏»: nothing but a short name before the figure.</summary>
    private static string? Name(TextQuantity told)
    {
        var name = told.Before.Replace("其中", "", StringComparison.Ordinal);
        return name.Length is >= Shortest and <= Longest && name.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0 ? name : null;
    }

    /// <summary>The stretch of an indicator's name that differs from another name in one sign.</summary>
    private static string? Other(string told, string name)
    {
        for (var at = 0; at + told.Length <= name.Length; at++)
        {
            var end = at + told.Length;
            if (end < name.Length && PlaceEnds.Contains(name[end]) && name[at..end].Zip(told).Count(pair =>
                pair.First != pair.Second) == 1)
                return name[at..end];
        }

        return null;
    }

    private static bool IsSame(TextQuantity told, LineQuantity line) => told.Unit == line.Unit && told.Number == line.Number
        && told is { IsMoney: false, Per.Count: 0 } && told.Unit != "%" && line.Per.Count == 0;
}
