using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 共同的用词。How much a figure of the goal is told in the words of an indicator's name: those beside it before those of its clause.
/// </summary>
internal static class SharedWords
{
    private const int Beside = 4;
    private const int InClause = 2;
    private const int OfHead = 3;
    private const int Noun = 5;
    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("，。；：,;:！\n");

    /// <summary>The weight of what is shared; 0 for nothing.</summary>
    public static int Of(TextQuantity told, LineQuantity line, ReviewedProject project, IndicatorReview review)
    {
        var (name, words) = (line.Line.Indicator.Name, review.Standards.Words);
        if (IsOtherSize(told, name, words)) return 0;
        var near = told.Counted + "|" + told.Before + "|" + told.After;
        // 除颤仪10台（每台3.5万元）: the price is of what was counted right before it, not of all of the list
        var clause = told is { IsMoney: true, Counted.Length: > 0 } ? near : told.Lead + "|" + Behind(told, project.Goal) + "|" + near;
        var shared = (Beside * Kinship.Of(near, name, words.Generic)) + (InClause * Kinship.Of(clause, name, words.Generic));
        if (IsSizeOf(told, name, words)) shared++;
        if (EndsAlike(told, line, words)) shared += OfHead;
        if (shared > 0) return shared;
        // 街道每月组织夜间巡查2次，全年不少于24次 beside 夜间巡查: bare words are of what the sentence said before
        return EndsIn(told, line, words) || Kinship.Of(told.Context, name, words.Generic) > 1 ? 1 : 0;
    }

    /// <summary>修复 of 故障修复时间 stands right beside the figure: 24小时内修复.</summary>
    public static bool EndsAlike(TextQuantity told, LineQuantity line, IndicatorWords words) =>
        Head(line.Line.Stem, words) is { Length: > 0 } head && (told.Before + "|" + told.After).Contains(head, StringComparison.Ordinal);

    /// <summary>True when a clause goes on behind what it counts: 在全县10所中心学校巡展.</summary>
    public static bool GoesOn(TextQuantity told, string goal) => Behind(told, goal).Length > Noun;

    /// <summary>新装充电桩60台 is no 充电桩巡检台数: goal and name say what is done, and it is not the same.</summary>
    public static bool AreOfTwoDeeds(TextQuantity told, LineQuantity line, ReviewedProject project, IndicatorWords words)
    {
        var clause = told.Lead + Behind(told, project.Goal);
        var named = WordGroups.Of(words.Deeds).Where(deeds => deeds.Any(deed =>
            line.Line.Stem.Contains(deed, StringComparison.Ordinal))).ToArray();
        return named.Length > 0 && WordGroups.Of(words.Deeds).Any(deeds => deeds.Any(deed => clause.Contains(deed,
            StringComparison.Ordinal)))
            && !named.Any(deeds => deeds.Any(deed => clause.Contains(deed, StringComparison.Ordinal)));
    }

    /// <summary>尾 of 每尾, 万尾 of 每万尾: what a price is for one of; null for none.</summary>
    public static string? Each(string words)
    {
        var at = words.LastIndexOf('每') + 1;
        if (at == 0 || at >= words.Length) return null;
        return words[at] is '百' or '千' or '万' && at + 1 < words.Length ? words.Substring(at, 2) : words.Substring(at, 1);
    }

    /// <summary>成活率85% is no 覆盖度: the words of a rate say of what it is one.</summary>
    public static bool AreOfOneRate(TextQuantity told, LineQuantity line, IndicatorWords words)
    {
        var (said, name) = (told.Before, line.Line.Stem);
        if (words.RateEnds.FirstOrDefault(word => name.EndsWith(word, StringComparison.Ordinal)) is not { } rate) return false;
        // 用于种植养殖的占85% beside 贷款用于种植养殖的比例
        if (rate.Length > 1 && (said.Contains('占', StringComparison.Ordinal) || said.Contains(rate,
            StringComparison.Ordinal))) return true;
        var head = name[..^rate.Length];
        return head.Length > 1 && said.Contains(head[^2..], StringComparison.Ordinal)
            && said.Contains("满意", StringComparison.Ordinal) == name.Contains("满意", StringComparison.Ordinal);
    }

    /// <summary>宽4米 says nothing of the 路面厚度.</summary>
    private static bool IsOtherSize(TextQuantity told, string name, IndicatorWords words) =>
        words.Sizes.Any(size => told.Before.EndsWith(size, StringComparison.Ordinal) && !name.Contains(size, StringComparison.Ordinal))
        && words.Sizes.Any(size => name.Contains(size, StringComparison.Ordinal));

    /// <summary>厚0.18米 is of the 路面厚度.</summary>
    private static bool IsSizeOf(TextQuantity told, string name, IndicatorWords words) => words.Sizes.Any(size =>
        told.Before.EndsWith(size, StringComparison.Ordinal) && name.Contains(size, StringComparison.Ordinal));

    /// <summary>修复 of 故障修复时间: what a name is about stands last.</summary>
    private static string Head(string stem, IndicatorWords words)
    {
        var measure = words.MeasureEnds.FirstOrDefault(word => stem.EndsWith(word, StringComparison.Ordinal));
        var head = measure is null ? stem : stem[..^measure.Length];
        return head.Length > 1 && head[^2..].All(char.IsLetter) ? head[^2..] : "";
    }

    /// <summary>6个脱贫村 beside 实施项目村 8个: what is counted is the one sign in which the name ends.</summary>
    private static bool EndsIn(TextQuantity told, LineQuantity line, IndicatorWords words)
    {
        var noun = told.After.Length > Noun ? told.After[..Noun] : told.After;
        return line.Line.Stem.TrimEnd('数', '量') is [.., var last] && noun.Contains(last, StringComparison.Ordinal)
            && words.CountedSigns.Any(sign => sign[0] == last);
    }

    /// <summary>The rest of the clause behind a figure.</summary>
    private static string Behind(TextQuantity told, string goal)
    {
        var at = goal.IndexOf(told.Lead + told.Text, StringComparison.Ordinal);
        if (at < 0) return told.After;
        var rest = goal.AsSpan(at + told.Lead.Length + told.Text.Length);
        var end = rest.IndexOfAny(Ends);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
