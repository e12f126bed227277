using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 分担比例。Who carries which share of the money: 县级承担30%，市级70%, 个人自筹20%, 由省、县按6:4分担. A payer is known by any of its names; two that
/// are named together (中央和省级) are one payer of their own.
/// </summary>
internal static partial class PayerShares
{
    /// <summary>县级承担20%即66万元 beside 县级承担金额 76万元: the one sum that the goal tells behind this payer's share.</summary>
    public static TextQuantity? SumOf(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line is not { IsMoney: true, Per.Count: 0 } || SameMatter.Payer(line.Line.Indicator.Name, review) is not { } payer
            || !WordList.IsIn(line.Line.Indicator.Name, review.Standards.Words.Bearing)) return null;
        var told = figures.Goal.Zip(figures.Goal.Skip(1)).Where(pair => pair.First.Unit == "%" && pair.Second is
        {
            IsMoney: true,
            Per.Count: 0
        }
            && pair.First.Sentence == pair.Second.Sentence && pair.Second.Lead.EndsWith(pair.First.Text + "即", StringComparison.Ordinal)
            && SameMatter.Payer(pair.First.Before, review) == payer).ToArray();
        return told is [var only] && only.Second.Number != line.Number ? only.Second : null;
    }

    /// <summary>省级补助75.6万元、县级配套50.4万元 beside 县级配套资金 75.6万元: the indicator takes the other payer's sum.</summary>
    public static TextQuantity? OtherPayers(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line is not { IsMoney: true, Per.Count: 0 } || SameMatter.Payer(line.Line.Indicator.Name, review)
            is not { } payer) return null;
        var told = figures.Goal.Where(one => one is { IsMoney: true, Per.Count: 0 } && !figures.IsOfOtherYears(one,
            review.Year)).Select(one =>
            (One: one, Payer: SameMatter.Payer(one.Before, review))).Where(one => one.Payer is not null).ToArray();
        if (told.Where(one => one.Payer == payer).ToArray() is not [var own] || own.One.Number == line.Number) return null;
        // 县级配套30万元，年中县里再安排20万元
        var sums = figures.Goal.Where(one => one is { IsMoney: true, Per.Count: 0 }).Select(one => one.Number).ToArray();
        if (Array.Exists(sums, sum => own.One.Number + sum == line.Number)) return null;
        return Array.Exists(told, other => other.Payer != payer && other.One.Number == line.Number) ? own.One : null;
    }

    private const string Percent = "%";
    private const string Nobody = "";
    private const int LongestPayer = 16;
    private const int LongestTail = 8;
    private const int LongestJoint = 2;
    private const decimal Whole = 100m;
    private static readonly char[] Joints = ['、', '和', '与', '及'];
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；;,\n：:（）()");
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, string[][]> Payers = [];

    /// <summary>The shares a goal tells, in order.</summary>
    public static IEnumerable<Share> In(string goal, ProjectFigures figures, IndicatorWords words)
    {
        var sentence = -1;
        foreach (var told in figures.Goal)
        {
            if (told is not { Unit: Percent, Per.Count: 0, Number: > 0m and < Whole, IsOfLastYear: false }
                || Payer(told, told.Sentence == sentence, words) is not { } payer) continue;
            sentence = told.Sentence;
            yield return new Share(payer, told.Number, told.Text, told);
        }

        foreach (Match match in Ratios().Matches(goal))
        {
            var parts = match.Value.Split(':', '：', '∶').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            var names = Listed(goal, match, words);
            if (names is null || names.Length != parts.Length || names.Contains(Nobody) || parts.Sum() <= 0m) continue;
            for (var at = 0; at < parts.Length; at++)
                yield return new Share(names[at], Figures.Round(parts[at] / parts.Sum() * Whole, 2), match.Value, null);
        }
    }

    /// <summary>What the goal tells of a payer's share instead of what an indicator sets; null where they agree or nobody knows.</summary>
    public static string? Instead(LineQuantity line, ProjectFigures figures, ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (line is not { Unit: Percent, Per.Count: 0 } || PayerOf(line.Line.Stem, words) is not { } payer) return null;
        var told = In(project.Goal, figures, words).Where(share => share.Payer == payer).ToArray();
        if (told.Length == 0 || told.Select(share => share.Percent).Distinct().Count() > 1) return null;
        // 公厕建设县级配套比例 beside a premium of which the county carries a share
        var own = Own(line.Line.Stem, words);
        if (own.Length > 1 && Kinship.Of(own, figures.Text, []) == 0) return null;
        return told[0] is { Told: { } quantity } ? SameMatter.Agrees(quantity, line) ? null : quantity.Text
            : told[0].Percent == line.Number ? null : $"{told[0].Said}（{Figures.Plain(told[0].Percent)}%）";
    }

    /// <summary>
    /// 总投资200万元，县级承担30% in a project of 80万元: neither the whole nor what any of the payers carries. Silent where the goal tells
    /// the amount, or years.
    /// </summary>
    public static (string Made, string Said)? OfAmount(ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount) return null;
        var words = review.Standards.Words;
        var shares = In(project.Goal, figures, words).DistinctBy(share => share.Payer).ToArray();
        if (shares.Length == 0 || shares.Sum(share => share.Percent) > Whole) return null;
        var moneys = figures.Goal.Where(told => told is { IsMoney: true, Per.Count: 0 }).ToArray();
        if (moneys is not [{ IsAbout: false, Years: null } whole] || !WordList.IsIn(whole.Before, words.Totals)
            || whole.Sentence != (shares[0].Told?.Sentence ?? whole.Sentence)
            || figures.Goal.Any(told => told.IsMoney && told.Per.Count > 0)
            || WordList.IsIn(project.Goal, words.OwnShare)) return null;
        var candidates = Sums([.. shares.Select(share => share.Percent), Whole - shares.Sum(share => share.Percent)])
            .Select(percent => whole.Number * percent / Whole).Append(whole.Number);
        if (candidates.Any(made => Math.Abs(made - amount.Value) <= Math.Max(amount.HalfWidth, 0.01m * made))) return null;
        var own = shares.FirstOrDefault(share => share.Payer.StartsWith(OwnPayer(review), StringComparison.Ordinal)) ?? shares[0];
        return (Indicators.Money.AmountComparison.Said(whole.Number * own.Percent / Whole),
            $"{whole.Text}×{Figures.Plain(own.Percent)}%");
    }

    /// <summary>The sign by which the payer of a unit's own level is known: 县 for 某县财政局; none where the name tells none.</summary>
    private static string OwnPayer(IndicatorReview review) =>
        review.UnitName.IndexOfAny(['县', '市', '区']) is > 0 and var at && review.UnitName[at] == '市' ? "市" : "县";

    private static IEnumerable<decimal> Sums(decimal[] parts)
    {
        for (var set = 1; set < 1 << Math.Min(parts.Length, 6); set++)
        {
            var sum = 0m;
            for (var at = 0; at < parts.Length; at++) sum += (set & (1 << at)) != 0 ? parts[at] : 0m;
            yield return sum;
        }
    }

    /// <summary>县级承担30%, 市级70% behind such a share, 30%由县级承担.</summary>
    private static string? Payer(TextQuantity told, bool isNext, IndicatorWords words)
    {
        var before = told.Before;
        // 县级资金使用率95% is no share
        if (before.Length is > 0 and <= LongestPayer && WordList.IsIn(before, words.Sharing) && Until(before, words) is var carries
            && Own(before[carries.Length..], words).Length == 0 && Named(carries, words) is { Length: > 0 } payer) return payer;
        if (isNext && before.Length > 0 && Own(before, words).Length == 0 && Named(before, words) is { Length: > 0 } next) return next;
        return told.After.StartsWith('由') && WordList.IsIn(told.After, words.Sharing)
            && Named(Until(told.After, words), words) is { Length: > 0 } behind ? behind : null;
    }

    /// <summary>A text up to the end of its first word of sharing.</summary>
    private static string Until(string text, IndicatorWords words) => words.Sharing
        .Select(word => (At: text.IndexOf(word, StringComparison.Ordinal), word.Length)).Where(found => found.At >= 0)
        .OrderBy(found => found.At).Select(found => text[..(found.At + found.Length)]).FirstOrDefault() ?? text;

    /// <summary>The payer whose share an indicator sets: 县级资金承担比例; null for rates of what was paid (县级配套资金到位率).</summary>
    private static string? PayerOf(string stem, IndicatorWords words) =>
        (words.ShareEnds.Any(end => stem.EndsWith(end, StringComparison.Ordinal))
            || words.Sharing.Any(end => stem.EndsWith(end, StringComparison.Ordinal)))
        && WordList.IsIn(stem, words.Sharing) && Named(stem, words) is { Length: > 0 } payer ? payer : null;

    /// <summary>The payer a text names last, with those named together with it (中央和省级); empty for none.</summary>
    private static string Named(string text, IndicatorWords words)
    {
        var payers = All(words);
        var found = (from payer in payers
                     from name in payer
                     let at = text.LastIndexOf(name, StringComparison.Ordinal)
                     where at >= 0 && (name.Length > 1 || IsWord(text, at, words))
                     orderby at descending, name.Length descending
                     select (Payer: payer[0], At: at, End: at + name.Length)).ToArray();
        if (found.Length == 0) return Nobody;
        var (named, start) = (new SortedSet<string>(StringComparer.Ordinal) { found[0].Payer }, found[0].At);
        foreach (var (payer, at, end) in found.Skip(1))
        {
            if (end > start || start - end > 1 || (start > end && !Joints.Contains(text[end]))) continue;
            named.Add(payer);
            start = at;
        }

        return string.Join('+', named);
    }

    /// <summary>省 of 由省、县分担, 县 of 试点县 at the end; not of 全县 or 县城.</summary>
    private static bool IsWord(string text, int at, IndicatorWords words) =>
        (at == 0 || text[at - 1] is '由' || Joints.Contains(text[at - 1]) || (at == text.Length - 1 && text[at - 1] is not ('全' or '小')))
        && (at == text.Length - 1 || Joints.Contains(text[at + 1])
            || words.Sharing.Concat(words.ShareFillers).Concat(words.ShareBy)
                .Any(word => string.CompareOrdinal(text, at + 1, word, 0, word.Length) == 0));

    private static string[][] All(IndicatorWords words) =>
        Payers.GetValue(words.SharePayers, static list => [.. list.Select(payer => payer.Split('|'))]);

    /// <summary>What a text says beside payers and sharing.</summary>
    private static string Own(string text, IndicatorWords words)
    {
        var rest = All(words).SelectMany(names => names).OrderByDescending(name => name.Length)
            .Aggregate(text, static (left, name) => left.Replace(name, "|", StringComparison.Ordinal));
        rest = WordList.Without(WordList.Without(rest, words.Sharing), words.ShareEnds);
        return string.Concat(WordList.Without(WordList.Without(rest, words.Generic), words.ShareFillers).Where(char.IsLetter));
    }

    /// <summary>The payers of a ratio, before it (由省与县按7:3分担) or behind it (按7:3由省、县分担); null where it is none of payers.</summary>
    private static string[]? Listed(string goal, Match ratio, IndicatorWords words)
    {
        var start = ratio.Index;
        var by = words.ShareBy.Where(word => goal.AsSpan(0, start).EndsWith(word)).MaxBy(word => word.Length);
        if (by is null) return null;
        var end = ratio.Index + ratio.Length;
        var stop = goal.AsSpan(end).IndexOfAny(Breaks) is >= 0 and var cut ? end + cut : goal.Length;
        var tail = goal[end..Math.Min(stop, end + LongestPayer + LongestTail)];
        if (!WordList.IsIn(tail, words.Sharing)) return null;
        var clause = goal[(goal.AsSpan(0, start).LastIndexOfAny(Breaks) + 1)..(start - by.Length)];
        var before = Each(clause, words);
        return before.Length > 1 ? before : Each(Until(tail, words), words);
    }

    private static string[] Each(string text, IndicatorWords words) =>
        [.. text.Split(Joints).Where(part => part.Length >= LongestJoint - 1).Select(part => Named(part, words))];

    [GeneratedRegex(@"(?<![0-9:：∶.])[0-9]{1,3}(?:[:：∶][0-9]{1,3}){1,3}(?![0-9:：∶.])")]
    private static partial Regex Ratios();

    /// <summary>A payer's share.</summary>
    /// <param name="Payer">Who pays, by the first of its names.</param>
    /// <param name="Percent">How much of a hundred.</param>
    /// <param name="Said">As the goal says it.</param>
    /// <param name="Told">The quantity; null for a part of a ratio.</param>
    internal sealed record Share(string Payer, decimal Percent, string Said, TextQuantity? Told);
}
