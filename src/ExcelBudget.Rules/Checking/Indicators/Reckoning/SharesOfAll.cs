using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>分担比例之和。What the payers of one sum bear (中央承担60%、省级承担15%、县级承担30%) is no more than all of it.</summary>
internal static partial class SharesOfAll
{
    private const decimal All = 100m;
    private const decimal Rounded = 0.5m;
    private const int Most = 5;
    private const decimal MostOfAll = 130m;
    private const decimal Tenths = 10m;
    private const int LongestWho = 3;

    /// <summary>由省级、县级分担，省级占50%、县级占40%: those who bear it are named, and each has its share.</summary>
    private static bool AreAll(string goal, TextQuantity[] shares) => Bearers().Matches(goal) is [var list]
        && list.Groups["who"].Value.Split('、', '和', '与', '及') is { Length: > 1 } who && who.Length == shares.Length
        && Array.TrueForAll(who, one => Array.Exists(shares, share => share.Before.Contains(one.TrimStart('由')[..1],
            StringComparison.Ordinal)));

    [GeneratedRegex(@"由(?<who>[^，。；;,0-9]{3,24}?)(?:共同|按比例)?(?:分担|承担|负担|分摊)")]
    private static partial Regex Bearers();

    /// <summary>小学生占45%、初中生占35%、高中生占30%: groups told side by side, each with its share of all.</summary>
    private static Miscount? Groups(ReviewedProject project, IndicatorReview review)
    {
        foreach (Match list in Lists().Matches(project.PlainGoal))
        {
            var parts = Parts().Matches(list.Value).ToArray();
            var sum = parts.Sum(part => decimal.Parse(part.Groups["share"].ValueSpan, CultureInfo.InvariantCulture));
            // 小学近视占36%、初中58%、高中72%: shares of each group by itself
            if (sum <= All + Rounded || sum > MostOfAll || !AreApart([.. parts.Select(part => part.Groups["of"].Value)], review)) continue;
            return new Miscount("100%", string.Join('＋', parts.Select(part => part.Groups["share"].Value + "%")), Figures.Plain(sum)
                + "%");
        }

        return null;
    }

    /// <summary>小学生, 初中生, 高中生: each has another word of one list of things that exclude each other; 女教师 may be any.</summary>
    private static bool AreApart(string[] groups, IndicatorReview review) =>
        WordGroups.Of(review.Standards.Words.Rivals).Concat(WordGroups.Of(review.Standards.Words.PartSets)).Any(set =>
            groups.Select(group => Array.FindIndex(set, word => group.Contains(word, StringComparison.Ordinal))).ToArray() is var found
            && Array.TrueForAll(found, at => at >= 0) && found.Distinct().Count() == found.Length);

    [GeneratedRegex(@"[^，。；、0-9]{1,12}占(?:比)?(?:为|达)?[0-9]{1,3}(?:\.[0-9]{1,2})?%(?:[、，][^，。；、0-9]{1,10}占(?:比)?(?:为|达)?[0-9]{1,3}(?"
        + @":\.[0-9]{1,2})?%){1,6}")]
    private static partial Regex Lists();

    [GeneratedRegex(@"(?<of>[^，。；、0-9]{1,12})占(?:比)?(?:为|达)?(?<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)%")]
    private static partial Regex Parts();

    /// <summary>True where something else than who pays stands before the payer.</summary>
    private static bool HasSubject(string before, Domain.Packs.IndicatorWords words) => words.Payers.Select(payer => before.IndexOf(payer,
        StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty().Min() > LongestWho;

    /// <summary>省里拿五成、市里拿三成、县里拿三成: tenths in words.</summary>
    private static Miscount? InTenths(string goal)
    {
        if (!goal.Contains('成', StringComparison.Ordinal)) return null;
        foreach (Match list in TenthsBorne().Matches(goal))
        {
            var parts = list.Groups["share"].Captures.Select(part => FigureReader.Read(part.Value)).ToArray();
            if (!Array.TrueForAll(parts, part => part is { IsFigure: true, Value: > 0m and < Tenths })) continue;
            var sum = parts.Sum(part => part.Value);
            if (sum <= Tenths) continue;
            return new Miscount("10成", string.Join('＋', list.Groups["share"].Captures.Select(part => part.Value + "成")),
                Figures.Plain(sum) + "成");
        }

        return null;
    }

    /// <summary>脱贫劳动力480人，占50%；返乡农民工420人，占35%；失业人员300人，占25%: counts with their shares, side by side.</summary>
    private static Miscount? WithCounts(ReviewedProject project)
    {
        foreach (Match list in CountsAndShares().Matches(project.PlainGoal))
        {
            var shares = list.Groups["share"].Captures.Select(part => decimal.Parse(part.ValueSpan,
                CultureInfo.InvariantCulture)).ToArray();
            var sum = shares.Sum();
            if (shares.Length < 2 || sum <= All + Rounded || sum > MostOfAll) continue;
            // parts of one whole, which is told: 苗木占60%，其中良种占30% are shares of shares
            var whole = list.Groups["count"].Captures.Sum(part => decimal.Parse(part.ValueSpan, CultureInfo.InvariantCulture));
            if (!ProjectFigures.Of(project).Goal.Any(told => told.Number == whole && told.Text.EndsWith(list.Groups["unit"].Value,
                StringComparison.Ordinal))) continue;
            return new Miscount("100%", string.Join('＋', shares.Select(share => Figures.Plain(share) + "%")), Figures.Plain(sum) + "%");
        }

        return null;
    }

    [GeneratedRegex(@"(?:[^，。；;、0-9]{1,14}(?<count>[0-9]{1,7})(?<unit>\p{L}{1,2})[，,（(]占(?:比)?(?<share>[0-9]{1,3}(?:\.[0-9])?)%[）)]?"
        + @"[；;、，,]?){3,6}")]
    private static partial Regex CountsAndShares();

    [GeneratedRegex(@"(?:(?:中央|省|市|县|区|州|盟|旗|乡|镇)(?:级|里|上|财政)?(?:财政)?(?:拿|出|承担|负担|配套|安排|补助)(?<share>[一二两三四五六七八九])成[、，,和]?){2,5}")]
    private static partial Regex TenthsBorne();

    /// <summary>The shares of a sentence, where they make more than the whole.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var shares = ProjectFigures.Of(project).Goal.Where(told => told.Unit == "%" && told.Bound == TargetOperator.Equal
            && told is { IsAbout: false, Number: > 0m } && WordList.IsIn(told.Before, words.Payers)
            && (told.Before.EndsWith('占') || words.Bearing.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal)))).ToArray();
        if ((Groups(project, review) ?? InTenths(project.PlainGoal) ?? WithCounts(project)) is { } groups) return groups;
        if (shares.Length < 2) return null;
        // 中央补助承担80%，16万元；县级配套承担30%，4万元: told in two clauses of one sentence
        // 公用经费中央承担80%；校舍维修省级承担50%: each of a matter of its own
        var isOneList = shares.Length < Most && !shares.Skip(1).Any(told => HasSubject(told.Before, words))
            && shares.DistinctBy(told => told.Before).Count() == shares.Length
            && shares[^1].Sentence - shares[0].Sentence == shares.Length - 1;
        foreach (var sentence in shares.GroupBy(told => isOneList ? 0 : told.Sentence))
        {
            var (sum, told) = (sentence.Sum(share => share.Number), sentence.ToArray());
            // two grades of one payer are no parts of one whole
            if (told.Length < 2 || (sum <= All + Rounded && !(sum < All - Rounded && AreAll(project.PlainGoal, told)))
                || told.DistinctBy(share => share.Before).Count() < told.Length) continue;
            return new Miscount("100%", string.Join('＋', told.Select(share => share.Text)), Figures.Plain(sum) + "%");
        }

        return null;
    }
}
