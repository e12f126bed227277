using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Reckoning.ToldFigures;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 多少个×每个多少。Counts, what each of them gets and the total, as one sentence tells them; a part and its whole against their rate.
/// </summary>
internal static partial class ToldProducts
{
    private const decimal Trifle = 0.01m;
    private const decimal MonthsOfYear = 12m;
    private const decimal FarOff = 30m;
    private const int LongestNoun = 6;
    private const int Named = 3;
    private const string Time = "时间";

    /// <summary>举办4期，每期50人，共300人; 3000份，每份60元，共需1.8万元.</summary>
    public static (TextQuantity Total, string Made, string Said)? Product(TextQuantity[] told, int at, ProjectFigures figures,
        IndicatorReview review)
    {
        var (total, before, words) = (told[at], told[..at], review.Standards.Words);
        if (!IsPlain(total)) return null;
        if (total.IsMoney && (review.Meaning.SpeaksOfOtherFunds(told) || told.Any(other => WordList.IsIn(other.About, words.Shares))
            || review.Meaning.SpeaksOfOtherMoney(total))) return null;
        // 每名护边员购买保险1份，每份100元，计2.4万元: one for each of those told before
        if (Beside(told, at, review) is { } beside) return figures.Goal.Any(other => other is
        {
            IsMoney: false, Per.Count: 0,
            Number: > 1m
        }
            && told[at - 2].Number == 1m && told[at - 1].Number * other.Number == total.Number) ? null : beside;
        if (!IsSum(total, words)) return null;
        // of several prices in the goal the total is the sum
        if (figures.Goal.Where(other => IsSame(other.Unit, total.Unit) && other.Per.Count > 0).ToArray() is not [var each]
            || !before.Contains(each) || before.Any(other => IsSame(other.Unit, total.Unit) && other.Per.Count == 0)) return null;
        // 民办公助、公办民助幼儿园各2所
        if (Counted(each, before) is not { } count || count.Before.EndsWith('各')) return null;
        var products = Products(count.Number * each.Number, each, [.. before.Where(other => !ReferenceEquals(other, count))]).ToArray();
        // 每镇10场，全年共150场（含县城广场演出30场）
        return products.Any(made => IsAlike(made, total.Number, total.HalfDigit, Trifle) || figures.Goal.Any(other =>
            other.Unit == total.Unit && other.Per.Count == 0 && !ReferenceEquals(other, count) && !ReferenceEquals(other, total)
                && other.Number == Math.Abs(made - total.Number))) || (each.Bound == TargetOperator.AtLeast
                    && total.Number > products[0]) ? null
            : (total, Said(products[0], total), $"{count.Text}×{each.Text}");
    }

    /// <summary>更换热泵320台，每台补贴1500元，共52万元: count, price and sum right behind each other, whatever else is paid.</summary>
    private static (TextQuantity Total, string Made, string Said)? Beside(TextQuantity[] told, int at, IndicatorReview review)
    {
        var (count, each, total) = (told[at - 2], told[at - 1], told[at]);
        // 95名，每人每月2400元，按10个月发放，计228万元
        if (at > 2 && each is { Unit: "月", Per.Count: 0, IsMoney: false, IsAbout: false, Number: > 0m and <= MonthsOfYear } months
            && count is { IsMoney: true, IsAbout: false, Bound: TargetOperator.Equal, Per: [var whom, "月"] }
            && told[at - 3] is { IsMoney: false, IsAbout: false, Per.Count: 0 } people && people.Unit == whom && total.IsMoney
            && !(at > 3 && told[at - 4].Unit == people.Unit && told[at - 4].Per.Count == 0)
            && total.Before.TrimEnd('需', '要', '为') is "计" or "共" or "共计" or "合计")
        {
            var paid = people.Number * count.Number * months.Number;
            return IsAlike(paid, total.Number, total.HalfDigit, 0m) ? null
                : (total, Said(paid, total), $"{people.Text}×{count.Text}×{months.Text}");
        }

        // 74人，每人每月400元，全年35.52万元
        var isMonthly = each.Per is [_, "月"] && total.Before.TrimEnd('需', '共', '计') == "全年";
        if (each is not { IsMoney: true, IsAbout: false, Bound: TargetOperator.Equal, Per: [var of, ..] } || !total.IsMoney
            || (each.Per.Count > 1 && !isMonthly)
            || count.Unit != of || !IsPlain(count with { IsDetail = false }) || count.IsMoney
            || !WordList.IsIn(total.Before, review.Standards.Words.Makes)
            || WordList.Without(total.Before, review.Standards.Words.Makes).Trim('|', '为').Length > 0) return null;
        // 每人每年600元: a price of one span is no price of all; two counts before it may both be meant
        if ((at > 2 && told[at - 3].Unit == count.Unit && told[at - 3].Per.Count == 0) || count.Before.AsSpan().IndexOfAny('各',
            '每') >= 0) return null;
        // 110例每例1500元，50例每例3000元，需31.5万元; 北片25名、中片24名、南片23名，每人每月2600元: the total is of all of them
        if (IsOfSeveral(told[..(at - 2)], count, each)) return null;
        var made = count.Number * each.Number * (isMonthly ? MonthsOfYear : 1m);
        return IsAlike(made, total.Number, total.HalfDigit, isMonthly ? 0m : Trifle) || made * 2m == total.Number
            || made == total.Number * 2m ? null
            : (total, Said(made, total), $"{count.Text}×{each.Text}{(isMonthly ? "×12个月" : "")}");
    }

    /// <summary>True where a count of the same, or a price without a total of its own, stands before.</summary>
    private static bool IsOfSeveral(TextQuantity[] before, TextQuantity count, TextQuantity each) =>
        before is [.., { IsMoney: true, Per.Count: > 0 }]
        || (count.IsDetail || each.Per.Count > 1) && before.Count(other => other.Unit == count.Unit && other.Per.Count == 0) > 1;

    /// <summary>46人，在12个乡镇46个站值守，每人每月2800元，全年145.56万元: what stands between is no other count of people.</summary>
    public static (TextQuantity Total, string Made, string Said)? Exchanged(TextQuantity[] told, int at)
    {
        var (each, total) = (told[at - 1], told[at]);
        if (each is not { IsMoney: true, IsAbout: false, Per: [var of, ..] } || !total.IsMoney || !IsPlain(total)) return null;
        if (told[..(at - 1)].Where(other => other.Unit == of && other.Per.Count == 0).ToArray() is not [var count] || !IsExactly(count))
            return null;
        var made = count.Number * each.Number * (each.Per.Contains("月") ? MonthsOfYear : 1m);
        return Explained.AreExchanged(made, total.Number)
            ? (total, Said(made, total), $"{count.Text}×{each.Text}{(each.Per.Contains("月") ? "×12个月" : "")}") : null;
    }

    /// <summary>培训240人，分4个班，每班50人: what is shared out makes another whole than was told before.</summary>
    public static (TextQuantity Total, string Made, string Said)? SharedOut(TextQuantity[] told, int at, ProjectFigures figures,
        IndicatorReview review)
    {
        var (each, count) = (told[at], told[at - 1]);
        if (each.IsMoney || each.Per is not [var of] || !IsExactly(each with { IsDetail = false })
            || each.Bound != TargetOperator.Equal || !IsPlain(count with { IsDetail = false })) return null;
        if (QuantityUnits.Kind(of) == Time || !(count.Unit == of || count.After == of)) return null;
        if (!review.Standards.Words.SharesOut.Any(word => count.Before.EndsWith(word, StringComparison.Ordinal))) return null;
        // 培训240人，举办4个班，每班50人，另有40人线上学习
        if (figures.Goal.Any(other => other.Unit == each.Unit && other.Lead.Contains('另'))) return null;
        if (told.Take(at - 1).Where(other => other.Unit == each.Unit && IsPlain(other)).ToArray() is not [var total]) return null;
        var made = count.Number * each.Number;
        return IsAlike(made, total.Number, total.HalfDigit, Trifle)
            || figures.Goal.Any(other => other.Number == made && other.Unit == each.Unit)
            ? null : (total, Figures.Plain(made) + each.Unit, $"{count.Text}×{each.Text}");
    }

    /// <summary>检测200批次，合格180批次，合格率95%: the part is named by the rate's own word.</summary>
    public static (TextQuantity Total, string Made, string Said)? Share(TextQuantity[] told, int at, IndicatorReview review)
    {
        var (rate, part, whole) = (told[at], told[at - 1], told[at - 2]);
        // 通达108个行政村，占全县120个行政村的95%: the whole stands behind its part
        if (part.Before.StartsWith('占') && rate.Before.EndsWith('的')) (part, whole) = (whole with { IsDetail = false }, part);
        var isOfWhich = rate.Before.StartsWith('占');
        if (rate.Unit != "%" || part.Unit != whole.Unit || !IsPlain(isOfWhich ? part with { IsDetail = false } : part)
            || !IsPlain(isOfWhich ? whole with { IsDetail = false } : whole) || whole.Number <= part.Number) return null;
        // 占全县外出务工人口总数的8%: of all there are, and they are not told
        if (isOfWhich && rate.Before.Contains('全') && !AllOfPlace().IsMatch(whole.Lead + whole.After)) return null;
        // 就业204人，就业率达到90%: what is reached is held against what it is made of
        if (rate.IsAbout || rate.Text.EndsWith("以上", StringComparison.Ordinal)
            || rate.Bound is not (TargetOperator.Equal or TargetOperator.AtLeast) || rate.HalfDigit > 0m || part.IsMoney)
            return null;
        if (whole.Before.StartsWith('占') && rate.Before.EndsWith('的') && IsPlain(rate))
        {
            var share = part.Number / whole.Number * 100m;
            return Math.Abs(share - rate.Number) <= 1m ? null
                : (rate, Figures.Plain(Figures.Round(share, 1)) + "%", $"{part.Text}÷{whole.Text}");
        }

        // 1200户未改，完成改造900户，占未改户数的80%
        if (rate.Before.StartsWith('占') && rate.Before.Length > Named
            && Kinship.Of(rate.Before[1..], whole.Before + "|" + whole.After, []) > 0)
        {
            var part100 = part.Number / whole.Number * 100m;
            return Math.Abs(part100 - rate.Number) <= 1m ? null
                : (rate, Figures.Plain(Figures.Round(part100, 1)) + "%", $"{part.Text}÷{whole.Text}");
        }

        var name = rate.Before.TrimEnd([.. review.Standards.Words.RateVerbs.SelectMany(word => word)]);
        if (name.Length < 3 || name[^1] != '率' || !part.Before.Contains(name[^3..^1], StringComparison.Ordinal)) return null;
        var made = part.Number / whole.Number * 100m;
        // 服务320人，重点帮扶60人就业，就业率90%: what is far off is of others
        if (Math.Abs(made - rate.Number) > FarOff && (part.Before.Contains("重点", StringComparison.Ordinal)
            || part.Before.Contains("优先", StringComparison.Ordinal))) return null;
        return Math.Abs(made - rate.Number) <= 1m || (rate.Bound == TargetOperator.AtLeast && made > rate.Number) ? null
            : (rate, Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}");
    }

    [GeneratedRegex("全[县市区旗省州盟镇乡]")]
    private static partial Regex AllOfPlace();

    /// <summary>The one count that an «each» is for, told exactly; null where it is told by several or not at all.</summary>
    private static TextQuantity? Counted(TextQuantity each, TextQuantity[] told)
    {
        if (each.Per.Where(per => QuantityUnits.Kind(per) != Time).ToArray() is not [var of] || !IsExactly(each)) return null;
        // 12个镇（街道），每镇演出10场
        var counts = told.Where(other => other.Per.Count == 0 && (other.Unit == of
            || (other.Unit is "个" or "所" or "家" or "处" && of.Length == 1 && QuantityUnits.Kind(of).Length == 0
                && other.After.AsSpan(0, Math.Min(LongestNoun, other.After.Length)).Contains(of[0])))).ToArray();
        // 培训6期，其中电工2期、焊工4期，每期45人: the whole of them
        if (Array.FindAll(counts, count => !count.IsDetail) is [var whole]
            && counts.Where(count => count.IsDetail).Sum(count => count.Number) == whole.Number) counts = [whole];
        return counts is [var only] && IsExactly(only) ? only : null;
    }

    /// <summary>What a product may come to: by itself, by the spans of time that are told, by the months of a year.</summary>
    private static IEnumerable<decimal> Products(decimal made, TextQuantity each, TextQuantity[] told)
    {
        var spans = each.Per.Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        foreach (var span in spans) made *= told.FirstOrDefault(other => other.Unit == span && other.Per.Count == 0)?.Number
            ?? QuantityUnits.TimesAYear(span) ?? 1m;
        yield return made;
        if (spans.Length > 0) yield return made / (QuantityUnits.TimesAYear(spans[0]) ?? 1m);
        foreach (var span in told.Where(other => QuantityUnits.Kind(other.Unit) == Time && other.Number > 1m))
            yield return made * span.Number;
        // 4期、每期50人、2个班: what else is counted may be a factor too
        foreach (var other in told.Where(other => !other.IsMoney && other.Number is > 1m and < 100m && other.Unit != each.Unit))
            yield return made * other.Number;
    }

    private static bool IsSum(TextQuantity told, Domain.Packs.IndicatorWords words) => told.IsTotal
        || told.Lead.Contains("全年共", StringComparison.Ordinal)
        || (words.Sums.Any(word => told.Before.StartsWith(word, StringComparison.Ordinal))
            && !words.NoSums.Any(word => told.Before.StartsWith(word, StringComparison.Ordinal)));
}
