using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>分批支付的比例。分两批拨付，6月底前拨付60%，12月底前拨付50%: what is paid in instalments is all of it, neither more nor less.</summary>
internal static partial class Instalments
{
    private const decimal All = 100m;
    private const decimal Tenth = 10m;
    private const decimal HalfTenth = 5m;
    private const string Percent = "%";
    private const int Reach = 4;
    private static readonly string[] Rest = ["其余", "剩余", "余下", "尾款"];

    /// <summary>The shares of a sentence that do not make the whole; null where they do, or not all are told.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        if (InTenths(project.PlainGoal, review) is { } tenths) return tenths;
        // 不再留尾款: nothing is kept back
        var goal = NothingKept().Replace(project.PlainGoal, "");
        // 质保金3%于次年支付: what is kept back is told otherwise; 对一类支付80%: grades, no instalments
        if (WordList.IsIn(goal, review.Standards.Words.KeptBack)
            && !ProjectFigures.Of(project).Goal.Any(told => told.Unit == Percent && Rest.Contains(told.Before))) return null;
        var words = review.Standards.Words.PayVerbs;
        var shares = ProjectFigures.Of(project).Goal.Where(told => told is { Unit: Percent, IsAbout: false, Number: > 0m and < All }
            && told.Bound == TargetOperator.Equal
            && (words.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal)
                // 支付剩余的20%
                || (told.Before.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                    && told.Before.Length - at - word.Length <= Reach))
                // 其余5%留作质量保证金
                || Rest.Contains(told.Before)))
            .ToArray();
        // 分三次支付：…支付30%；…支付40%；…支付20%: told through several sentences
        var isThrough = Told(project.PlainGoal, review) == shares.Length;
        foreach (var sentence in shares.GroupBy(told => isThrough ? 0 : told.Sentence))
        {
            var parts = sentence.ToArray();
            if (parts.Length < 2) continue;
            var sum = parts.Sum(part => part.Number);
            // 支付40%、支付30%、支付20%，其余5%: the rest closes them, however many there are
            var isClosed = parts.Length > 2 && Rest.Contains(parts[^1].Before);
            // 验收后付至80%: what is paid by then, the earlier part among it
            if (sum == All || parts.Any(part => part.Before.EndsWith('至') || part.Before.EndsWith('到'))) continue;
            if (isClosed || (Told(isThrough ? project.PlainGoal : parts[0].Context, review) is { } times && times == parts.Length))
                return new Miscount("100%", "各期支付比例" + string.Join('＋', parts.Select(part => part.Text)), Figures.Plain(sum) + Percent);
        }

        return null;
    }

    /// <summary>分三笔付清：签约后先付三成，到货后付四成，验收合格后付两成五: as many as are counted, in tenths.</summary>
    private static Miscount? InTenths(string goal, IndicatorReview review)
    {
        if (!goal.Contains('成', StringComparison.Ordinal) || WordList.IsIn(goal, review.Standards.Words.KeptBack)) return null;
        var parts = PaidTenths().Matches(goal).Select(part => part.Groups["share"].Value).ToArray();
        if (Told(goal, review) is not { } times || times != parts.Length) return null;
        var sum = parts.Sum(part => (FigureReader.Read(part[..1]).Value * Tenth)
            + (part is [_, '成', var more] ? more == '半' ? HalfTenth : FigureReader.Read(more.ToString()).Value : 0m));
        return sum is All or <= 0m ? null : new Miscount("100%", "各期支付比例" + string.Join('＋', parts), Figures.Plain(sum) + Percent);
    }

    [GeneratedRegex("(?:不再?留|不设|不预留|无|没有)(?:尾款|余款|质保金|质量保证金|保证金)")]
    private static partial Regex NothingKept();

    [GeneratedRegex("[付给拨支](?<share>[一二两三四五六七八九]成[一二三四五六七八九半]?)")]
    private static partial Regex PaidTenths();

    /// <summary>How many instalments a text tells; null where it tells none.</summary>
    private static int? Told(string text, IndicatorReview review)
    {
        foreach (var (said, times) in WordGroups.PairsOf(review.Standards.Words.InstalmentCounts))
        {
            if (said.Any(word => text.Contains(word, StringComparison.Ordinal)))
                return int.Parse(times[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        return null;
    }
}
