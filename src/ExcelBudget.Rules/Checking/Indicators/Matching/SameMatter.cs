using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>同一件事。Whether a quantity of the goal and an indicator's speak of the same thing, and whether they agree.</summary>
internal static class SameMatter
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IReadOnlyList<string>, string[][]> Deeds = [];

    private static readonly string[] Groups = ["失能", "残疾", "独居", "留守", "空巢", "特困", "低保", "孤儿", "重大", "较大", "突出"];
    private static readonly string[] Effects = ["带动", "辐射", "撬动"];
    private const int Kin = 2;
    private const int ShortestSlip = 3;
    private const int LongList = 3;
    private const int LongestMember = 4;
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Length = "长度";
    private const string Day = "天";
    private const string Days = "天数";
    private const string Month = "月";
    private const string Months = "月数";

    internal static bool IsAbout(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review)
    {
        if (IsOfOtherEnd(quantity, line) || IsBroughtAbout(quantity, line) || IsOfSomePeople(line, figures)) return false;
        if (quantity.Unit != line.Unit || (line.Per.Count > 0 && quantity is { IsMoney: false, Per.Count: 0 })) return false;
        if (quantity.Unit == Percent) return SameRate.Is(quantity, line, review) || SameRate.IsOnlyGrowth(quantity, line, told,
            figures, review);
        if (quantity.IsMoney ? !IsSameRole(quantity, line, review) : IsOtherDeed(quantity, line, review)) return false;
        if (IsOtherSize(quantity, line, review)) return false;
        if (IsDaysOfYear(quantity, line, told, figures) || IsMonthsOfPay(quantity, line, told)) return true;
        // a span of time is about many things: only words in common tell which
        if (QuantityUnits.Kind(quantity.Unit) == Time)
        {
            return Kinship.Of(quantity, line.Line.Indicator.Name, review.Standards.Words.Generic) is var shared and > 0
                && (shared >= Kin || IsOnlyLimit(quantity, line, told, figures)
                    || ((IsScaled(quantity.Number, line.Number)
                            || Kinship.NamesTheSame(quantity, line.Line.Indicator.Name, review.Standards.Words.Generic))
                        && IsOnlySpan(quantity, line, told, figures))
                    || IsNextOfList(quantity, line, told, figures, review));
        }

        var near = Fit(quantity, line, review);
        if (near >= Kin) return true;
        // what other indicators carry to the figure is theirs
        var isAlone = told.Count(other => IsLike(other, quantity) && !figures.IsCarried(other)) == 1 && !figures.IsCarried(quantity)
            && figures.Lines.Count(other => IsLike(quantity, other) && !figures.IsTold(other)) == 1 && !figures.IsTold(line);
        if (quantity.IsMoney)
        {
            return quantity.Per.Count > 0 && (isAlone || IsOnlyOfPayer(quantity, line, told, figures, review))
                && review.Meaning.IsPrice(line.Line);
        }
        if (Reached.AreSame(quantity, line, figures, review)) return true;

        // 消杀面积 60平方米 beside 60万平方米: 万 was left out
        if (isAlone && (near > 0 || IsSlip(quantity.Number, line.Number)
            || (LostTenThousand.Parts(quantity, line) && LostTenThousand.Tells(quantity, line, review)))) return true;
        return isAlone && !review.Standards.Words.CommonUnits.Contains(quantity.Unit) && (near > 0 || SharesSign(quantity, line, review)
            // 对120家单位开展安全检查，全年共480家次
            || (WordList.Without(quantity.Lead, review.Standards.Words.YearTotals).Trim('|').Length == 0
                && Kinship.Of(quantity.Context, line.Line.Indicator.Name, review.Standards.Words.Generic) > 0));
    }

    /// <summary>失能老人护理补贴 where the goal speaks of all the old: of some of them only.</summary>
    private static bool IsOfSomePeople(LineQuantity line, ProjectFigures figures) => Groups.Any(word =>
        line.Line.Stem.Contains(word, StringComparison.Ordinal) && !figures.Text.Contains(word, StringComparison.Ordinal));

    /// <summary>60户示范 beside 示范户带动新建农房 ≥200户: what others do because of it.</summary>
    private static bool IsBroughtAbout(TextQuantity quantity, LineQuantity line) => Effects.Any(word =>
        line.Line.Stem.IndexOf(word, StringComparison.Ordinal) > 0 && !quantity.Lead.Contains(word, StringComparison.Ordinal));

    /// <summary>年初在册12座 beside 年末在册桥梁 ≤5座: what there was, and what there will be.</summary>
    internal static bool IsOfOtherEnd(TextQuantity quantity, LineQuantity line) =>
        quantity.Lead.Contains("年初", StringComparison.Ordinal) && line.Line.Stem.AsSpan().IndexOfAny('末', '底') > 0
        && (line.Line.Stem.Contains("年末", StringComparison.Ordinal) || line.Line.Stem.Contains("年底", StringComparison.Ordinal)
            || line.Line.Stem.Contains("期末", StringComparison.Ordinal));

    /// <summary>路面宽4米, 4米宽的路 beside 硬化道路 16000米: how wide or thick it is says nothing of how long.</summary>
    private static bool IsOtherSize(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        if (QuantityUnits.Kind(quantity.Unit) != Length) return false;
        var before = quantity.Before.TrimEnd('度', '为', '约', '达', '到', '在', '均', '按');
        return review.Standards.Words.Sizes.Any(size =>
            (before.EndsWith(size, StringComparison.Ordinal) || quantity.After.StartsWith(size, StringComparison.Ordinal))
            && !line.Line.Indicator.Name.Contains(size, StringComparison.Ordinal));
    }

    /// <summary>全年按250天计算 beside 全年供餐天数 ≥365天: the days of the year, told once without another thing, and set once.</summary>
    private static bool IsDaysOfYear(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures) =>
        IsDaysOfYear(quantity) && NamesDaysOfYear(line) && told.Count(IsDaysOfYear) == 1 && figures.Lines.Count(NamesDaysOfYear) == 1;

    /// <summary>按12个月计 beside 补贴发放月数 10个月: the only count of months, behind a word that reckons.</summary>
    private static bool IsMonthsOfPay(TextQuantity quantity, LineQuantity line, TextQuantity[] told) =>
        quantity is { Unit: Month, Per.Count: 0 } && line.Unit == Month && line.Line.Stem.EndsWith(Months, StringComparison.Ordinal)
        && quantity.Before.TrimEnd('共', '计', '满') is "" or "按" or "全年" or "全年按" or "发放" or "每年" or "补助" or "补贴"
        && told.Count(other => other is { Unit: Month, Per.Count: 0 }) == 1;

    private static bool IsDaysOfYear(TextQuantity told) => told is { Unit: Day, Per.Count: 0 }
        && QuantityUnits.IsBareYear(told.Before.TrimEnd('按', '为', '共', '计'))
        && (told.After.Length == 0 || told.After is ['计' or '测' or '核', ..]);

    private static bool NamesDaysOfYear(LineQuantity line) => line is { Unit: Day, Per.Count: 0 }
        && line.Line.Stem.EndsWith(Days, StringComparison.Ordinal) && !line.IsForOne;

    /// <summary>预计90户, 需276万元: words that name nothing, and none behind the figure.</summary>
    private static bool IsBare(TextQuantity quantity, IndicatorReview review) => quantity.Counted.Length == 0
        && quantity.After.Length < Kin
        && WordList.Without(quantity.Before, review.Standards.Words.BareWords).Count(char.IsLetter) is var own && own < Kin
        // 其中耕2万亩次: a part has words of its own, short as they are
        && !(quantity.IsDetail && own > 0 && quantity.Lead.EndsWith("其中" + quantity.Before.Replace("其中", "", StringComparison.Ordinal),
            StringComparison.Ordinal))
        // of a list of three and more nobody knows which is meant
        && quantity.Lead.Split('、').Length < LongList;

    /// <summary>轮换期不超过4个月 beside 轮换空库期 ≤6个月: both are limits, and neither goal nor indicators tell another such span.</summary>
    private static bool IsOnlyLimit(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures) =>
        quantity.Bound is TargetOperator.AtMost or TargetOperator.LessThan
        && line.Bound is TargetOperator.AtMost or TargetOperator.LessThan
        && told.Count(other => other.Unit == quantity.Unit) == 1 && figures.Lines.Count(other => other.Unit == line.Unit) == 1;

    /// <summary>城区急救到达时间不超过12分钟，农村不超过30分钟: goes on with what was told right before it, which another indicator carries.</summary>
    private static bool IsNextOfList(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review)
    {
        var at = Array.IndexOf(told, quantity);
        if (at < 1 || quantity.Before.Length is < 2 or > LongestMember) return false;
        var first = told[at - 1];
        return first.Sentence == quantity.Sentence && first.Unit == quantity.Unit && first.Bound == quantity.Bound
            && line.Bound == quantity.Bound && line.Line.Indicator.Name.StartsWith(quantity.Before, StringComparison.Ordinal)
            && figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == first.Unit && other.Number == first.Number
                && other.Line.Group == line.Line.Group && Kinship.Of(first, other.Line.Indicator.Name,
                    review.Standards.Words.Generic) > 0);
    }

    /// <summary>授权期3年 beside 授权使用期 ≥30年: ten times as much is a slip of the pen.</summary>
    private static bool IsScaled(decimal said, decimal set) => said > 0m && (set == said * 10m || set * 10m == said);

    private static bool IsOnlySpan(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures) =>
        told.Count(other => other.Unit == quantity.Unit) == 1 && figures.Lines.Count(other => other.Unit == line.Unit) == 1;

    /// <summary>服务42所学校 is not 检查20所学校: both say what is done, and it is not the same.</summary>
    private static bool IsOtherDeed(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var (said, named) = (Deed(quantity.Before, review), Deed(line.Line.Indicator.Name, review));
        return said >= 0 && named >= 0 && said != named;
    }

    /// <summary>The place of the deed that a text names last; -1 when it names none.</summary>
    private static int Deed(string text, IndicatorReview review)
    {
        var (found, last) = (-1, -1);
        var deeds = Deeds.GetValue(review.Standards.Words.Deeds, static list => [.. list.Select(deed => deed.Split('|'))]);
        for (var place = 0; place < deeds.Length; place++)
        {
            foreach (var word in deeds[place])
            {
                if (text.LastIndexOf(word, StringComparison.Ordinal) is var at && at > last) (found, last) = (place, at);
            }
        }

        return found;
    }

    /// <summary>A sum is no price for one: 摄像机36万元 beside 摄像机单价 ≤6万元.</summary>
    internal static bool IsSameRole(TextQuantity quantity, LineQuantity line, IndicatorReview review) =>
        SamePer(quantity.Per, line.Per) && (quantity.Per.Count > 0 || !review.Meaning.IsPerUnit(line.Line))
            && Payer(quantity.Before, review) == Payer(line.Line.Indicator.Name, review);

    /// <summary>每户1200元，其中省级400元、县级200元 beside 每户县级奖补: the one price that this payer pays, in goal and indicators.</summary>
    private static bool IsOnlyOfPayer(TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review) => Payer(quantity.Before, review) is { } payer
        && told.Count(other => IsLike(other, quantity) && Payer(other.Before, review) == payer) == 1
        && figures.Lines.Count(other => other.IsMoney && SamePer(other.Per, line.Per) && Payer(other.Line.Indicator.Name, review) == payer)
            == 1;

    /// <summary>县级每亩补贴 is no 每亩保费: who pays tells which part of the price is meant.</summary>
    internal static string? Payer(string words, IndicatorReview review) => review.Standards.Words.Payers
        .FirstOrDefault(payer => words.Contains(payer, StringComparison.Ordinal))?[..1];

    /// <summary>6800 and 8600, 520 and 502: the same digits in another order are one figure mistyped.</summary>
    private static bool IsSlip(decimal said, decimal set)
    {
        var (one, other) = (Figures.Plain(said), Figures.Plain(set));
        return said != set && one.Length >= ShortestSlip && one.Length == other.Length && one.Order().SequenceEqual(other.Order());
    }

    internal static bool IsLike(TextQuantity one, TextQuantity other) => one.Unit == other.Unit && SamePer(one.Per, other.Per);

    internal static bool IsLike(TextQuantity one, LineQuantity other) => one.Unit == other.Unit && SamePer(one.Per, other.Per);

    /// <summary>
    /// How well a quantity is told in an indicator's words: those around it, the list it stands in, the noun it counts.
    /// </summary>
    internal static int Fit(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var whole = quantity;
        // 换发制式服装，人均1200元: bare words are of what the sentence said before
        if (IsBare(quantity, review))
        {
            // 其中工龄满20年的180人: its own clause, where that says something
            var said = WordList.Without(quantity.Lead, review.Standards.Words.BareWords).Count(char.IsLetter) > Kin
                ? quantity.Lead : quantity.Context;
            var kin = Kinship.Of(Plain(said), Plain(line.Line.Indicator.Name), review.Standards.Words.Generic);
            return Math.Max(kin, OfNoun(quantity, line, Nearness(quantity, line, review)));
        }

        // 检验拖拉机、联合收割机1450台: the verb stands before the list
        if (quantity.Lead.Length > quantity.Before.Length && !quantity.Lead.Any(char.IsAsciiDigit)
            && quantity.Lead.EndsWith(quantity.Before, StringComparison.Ordinal)) whole = quantity with { Before = quantity.Lead };
        var near = Nearness(whole, line, review);
        return OfNoun(quantity, line, near);
    }

    /// <summary>小（一）型 is 小一型; figures name nothing.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Where(sign => !char.IsAsciiDigit(sign) && sign is not ('（' or '）' or '(' or ')')));

    /// <summary>分4个班 beside 举办培训班 6个: the one sign behind the figure ends the name.</summary>
    private static int OfNoun(TextQuantity quantity, LineQuantity line, int near) => near == 0 && quantity.After.Length == 1
        && line.Line.Stem.EndsWith(quantity.After, StringComparison.Ordinal) ? Kin : near;

    internal static bool SamePer(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == other.Count && one.All(other.Contains);

    internal static int Nearness(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var generic = review.Standards.Words.Generic;
        var kin = Kinship.Of(quantity, line.Line.Indicator.Name, generic);
        return kin < Kin && Kinship.NamesTheSame(quantity, line.Line.Indicator.Name, generic) ? Kin : kin;
    }

    /// <summary>车辆20辆 and 公务用车32辆.</summary>
    private static bool SharesSign(TextQuantity quantity, LineQuantity line, IndicatorReview review)
    {
        var words = quantity.Before.Length > 4 ? quantity.Before[^4..] : quantity.Before;
        words += quantity.After.Length > 4 ? quantity.After[..4] : quantity.After;
        var name = review.Standards.Words.Generic.Aggregate(line.Line.Indicator.Name,
            static (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        return words.Any(sign => char.IsLetter(sign) && name.Contains(sign, StringComparison.Ordinal));
    }

    internal static bool Agrees(TextQuantity told, LineQuantity line, bool isIncome = false)
    {
        var (said, set) = (told.Number, line.Number);
        // 103245亩 beside 10.32万亩
        if (Math.Abs(said - set) <= Math.Max(told.HalfDigit, line.HalfDigit)) return true;
        if (said == set) return true;
        if (told.IsMoney && !isIncome && told.Per.Count == 0 && told.Bound != TargetOperator.Equal && set <= said) return true;
        // a part of the cost told in the goal and its limit are the same figure
        if (told.IsMoney && !isIncome && told.Per.Count == 0) return told.IsAbout && Enumeration.IsAlike(said, set);
        if (said == set || (told.IsAbout && Enumeration.IsAlike(said, set))) return true;
        return (told.Bound, line.Bound) switch
        {
            (TargetOperator.AtLeast or TargetOperator.MoreThan,
                TargetOperator.AtLeast or TargetOperator.MoreThan or TargetOperator.Equal) => !told.IsAbout ? set >= said
                    && !IsOtherAim(told, line) : said >= set,
            (TargetOperator.AtLeast or TargetOperator.MoreThan, _) => set >= said,
            (TargetOperator.AtMost or TargetOperator.LessThan, _) => set <= said,
            // a price for one that the goal tells exactly is the limit itself
            // ≥4场 lets the work fall short of the 6场 that the goal promises
            (_, TargetOperator.AtLeast or TargetOperator.MoreThan) => false,
            (_, TargetOperator.AtMost or TargetOperator.LessThan) => !told.IsMoney && said <= set,
            _ => false,
        };
    }

    /// <summary>增长8%以上 beside 增长率 ≥18%: a digit more is a slip; ≥98% beside 95%以上 promises more.</summary>
    private static bool IsOtherAim(TextQuantity told, LineQuantity line) => told.Unit == Percent && told.Number != line.Number
        && !line.Line.Stem.Contains("进度", StringComparison.Ordinal)
        && (Figures.Plain(line.Number), Figures.Plain(told.Number)) is var (set, said) && set.Length == said.Length + 1
        && (set.EndsWith(said, StringComparison.Ordinal) || set.StartsWith(said, StringComparison.Ordinal));

    /// <summary>True for a limit from above, false for one from below, null for neither.</summary>
    internal static bool? IsBelow(TargetOperator bound) => bound switch
    {
        TargetOperator.AtMost or TargetOperator.LessThan => true,
        TargetOperator.AtLeast or TargetOperator.MoreThan => false,
        _ => null,
    };
}
