using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>没有写明主语的数。What a quantity without words of its own is of: a total, a year's part, an item of a list.</summary>
internal static class BareSubjects
{
    private const string Each = "分别";
    private const int LongestSuffix = 3;

    /// <summary>2025年计划不少于, with nothing that names another thing.</summary>
    private const int LongestPlan = 5;

    private static readonly char[] Joints = ['、', '和', '及', '与'];

    /// <summary>The quantities of a goal, those without words of their own with the words of what they are of.</summary>
    public static List<TextQuantity> Named(IReadOnlyList<TextQuantity> told)
    {
        var whole = new List<TextQuantity>(told.Count);
        foreach (var quantity in told)
        {
            var first = !QuantityUnits.IsBareTotal(quantity.Before) || quantity.IsMoney ? null
                // 三个街道各建托育点2处，共6处: what is counted alike, before what is counted otherwise
                : Alike(quantity, whole);
            // 患者规范管理200人，每人补助400元: the price is for what was counted right before it
            // 甲90人、乙30人，每人分别补助3元和5元: the first price is not for the last count
            var counted = quantity is { IsMoney: true, Per.Count: > 0 } && quantity.Before.StartsWith('每')
                && !quantity.Lead.Contains(Each, StringComparison.Ordinal)
                && whole is [.., { IsMoney: false } last] && last.Sentence == quantity.Sentence ? last : null;
            // 完成送戏120场，增加20场，达到140场: a bare aim is of what its sentence began with
            first ??= quantity is { IsMoney: false, Per.Count: 0, Before.Length: 0, Bound: Domain.Indicators.TargetOperator.AtLeast }
                && whole is [.., { Per.Count: 0 } beforeIt] && beforeIt.Unit == quantity.Unit && beforeIt.Sentence == quantity.Sentence
                ? whole.Find(other => other.Sentence == quantity.Sentence && other.Unit == quantity.Unit && other.Before.Length > 1)
                : null;
            if (OfList(quantity, whole) is { } listed) whole.Add(quantity with { Before = listed });
            else if (OfNextYear(quantity, whole) is { } again) whole.Add(quantity with { Before = again });
            else if (OfBareYear(quantity, whole) is { } begun) whole.Add(quantity with { Before = begun });
            else if (OfOneYear(quantity, whole) is { } subject) whole.Add(quantity with { Before = subject.Before, IsDetail = false });
            else if (OfNextPrice(quantity, whole) is { } alike) whole.Add(quantity with { Before = alike.Before, Per = alike.Per });
            else if (OfPrice(quantity, whole) is { } price) whole.Add(quantity with { Per = price.Per });
            else whole.Add(first is not null
                ? quantity with { Before = first.Before[(first.Before.LastIndexOf('各') + 1)..], IsTotal = true }
                : counted is not null ? quantity with { Counted = Words(counted) } : quantity);
        }

        return whole;
    }

    /// <summary>小（二）型6座: where a bracket leaves one sign, all of the clause.</summary>
    private static string Words(TextQuantity counted) => counted.Before.Length > 1 || counted.Lead.Any(char.IsAsciiDigit)
        ? counted.Before : counted.Lead;

    private static TextQuantity? Alike(TextQuantity total, List<TextQuantity> whole)
    {
        var own = whole.FindAll(other => other.Sentence == total.Sentence && !other.IsMoney);
        var first = own.Find(other => other.Unit == total.Unit && other.Before.Contains('各')) ?? own.FirstOrDefault();
        // 为3个安置区（安居家园1260户、幸福里480户，共1740户）
        return first is { Before.Length: < 2 } ? own.Find(other => other.Unit == total.Unit) ?? first : first;
    }

    /// <summary>集中销毁载体12吨，全年4次; 16个乡镇每月举办便民日，全年192场: a bare 全年 is of what its sentence told before.</summary>
    private static string? OfBareYear(TextQuantity quantity, List<TextQuantity> whole)
    {
        if (quantity is not { IsMoney: false, Per.Count: 0 } || !QuantityUnits.IsBareYear(quantity.Before)) return null;
        var first = whole.Find(other => other.Sentence == quantity.Sentence && !other.IsMoney);
        // 系统巡检每月2次，全年24次: the year's total of what is told right before it
        if (whole is [.., { Per.Count: > 0 } each] && each.Unit == quantity.Unit && each.Sentence == quantity.Sentence
            && each.Before.IndexOf('每', StringComparison.Ordinal) is >= 0 and var cut
            // 每月巡检2次: the deed may stand behind the span
            && (cut > 1 ? each.Before[..cut] : cut == 0 && each.Before.StartsWith("每" + each.Per[0], StringComparison.Ordinal)
                ? each.Before[(1 + each.Per[0].Length)..] : "") is { Length: > 1 } deed) return deed;
        if (first is null || first.Unit == quantity.Unit) return null;
        return first.Before.Length > 1 ? first.Before
            : whole.FindLast(other => other.Sentence == quantity.Sentence && other.After.Length > 1)?.After;
    }

    /// <summary>2022年至2024年改造管网60公里，其中2022年16公里，2023年20公里: a year's own part is of what the sentence began with.</summary>
    private static TextQuantity? OfOneYear(TextQuantity quantity, List<TextQuantity> whole) =>
        quantity is { IsMoney: false, Per.Count: 0, Years: { } told } && told.From == told.To && quantity.Before.Trim('年', '度').Length == 0
        && whole.Find(other => other.Sentence == quantity.Sentence) is { Before.Length: > 1, Years: { } all } first
        && first.Unit == quantity.Unit && all.From < all.To ? first : null;

    /// <summary>每餐分别补贴3元和5元: the second is for one meal as the first is.</summary>
    private static TextQuantity? OfNextPrice(TextQuantity quantity, List<TextQuantity> whole) =>
        quantity is { IsMoney: true, Per.Count: 0 }
        && (quantity.Before.Length == 0 || (quantity.Before is [var joint] && Joints.Contains(joint)))
        && whole is [.., { IsMoney: true, Per.Count: > 0 } first] && quantity.Lead.StartsWith(first.Lead, StringComparison.Ordinal)
        && first.Lead.Contains(Each, StringComparison.Ordinal) ? first : null;

    /// <summary>每户奖补1200元，其中省级400元、县级200元: what is told behind 其中 of a price is for one as well.</summary>
    private static TextQuantity? OfPrice(TextQuantity quantity, List<TextQuantity> whole) =>
        quantity is { IsMoney: true, IsDetail: true, Per.Count: 0 }
        && whole.FindLast(other => other.Sentence == quantity.Sentence && other is { IsMoney: true, IsDetail: false })
            is { Per.Count: > 0 } price && price.Number > quantity.Number
        && whole.SkipWhile(other => !ReferenceEquals(other, price)).Skip(1).All(other => other is { IsMoney: true, IsDetail: true })
            ? price : null;

    /// <summary>2024年劝导5.6万人次，2025年不少于6万人次: a bare year goes on with what was told of another.</summary>
    private static string? OfNextYear(TextQuantity quantity, List<TextQuantity> whole)
    {
        if (quantity is not { IsMoney: false, Years: { } year } || whole.Count == 0) return null;
        var before = quantity.Before;
        var end = before.IndexOf('年', StringComparison.Ordinal);
        if (end < 0 || !before.AsSpan(0, end).ContainsAnyInRange('0', '9') || before.Length - end - 1 > LongestPlan) return null;
        return whole[^1] is { Before.Length: > 1 } last && last.Sentence == quantity.Sentence && last.Unit == quantity.Unit
            && last.Years is { } told && told != year && last.Per.SequenceEqual(quantity.Per) ? last.Before : null;
    }

    /// <summary>总氮、悬浮物去除率分别达到60%和75%: each figure of the list is of its own name.</summary>
    private static string? OfList(TextQuantity quantity, List<TextQuantity> whole)
    {
        var lead = quantity.Lead;
        var cut = lead.IndexOf(Each, StringComparison.Ordinal);
        if (cut < 2) return null;
        var names = lead[..cut].Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var place = whole.Count(other => other.Sentence == quantity.Sentence && other.Lead.Length > cut
            && other.Lead.StartsWith(lead[..(cut + Each.Length)], StringComparison.Ordinal));
        if (Runs(lead.AsSpan(cut)) != place) return null;
        if (names.Length < 2 || place >= names.Length || names.Any(name => name.AsSpan().ContainsAnyInRange('0', '9'))) return null;
        var last = names[^1];
        // 去除率 is of every name of the list
        return place == names.Length - 1 || last.Length <= LongestSuffix || names[place].EndsWith(last[^1]) ? names[place]
            : names[place] + last[^LongestSuffix..];
    }

    /// <summary>How many figures a text holds.</summary>
    private static int Runs(ReadOnlySpan<char> text)
    {
        var runs = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]) && (at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.'))) runs++;
        }

        return runs;
    }
}
