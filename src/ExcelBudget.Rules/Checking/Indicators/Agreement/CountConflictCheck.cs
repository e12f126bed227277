using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countConflict：人数、次数、标准前后不一致。A count, a price for one or a part of the cost in the goal or the name that contradicts the indicator on
/// the same thing. Only when that indicator is the only one it can mean; one figure that agrees does not silence another that does not.
/// </summary>
internal sealed class CountConflictCheck : ProjectCheck
{
    private const int Kin = 2;

    /// <summary>Smaller figures are told of many things.</summary>
    private const decimal Unlikely = 20m;
    private const int LongestShared = 5;
    private const int ShortestName = 4;
    private const int LongestEach = 3;
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Pieces = "个数";

    /// <inheritdoc />
    public override string Name => "countConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (Deadlines.PutOff(project, review) is { } late)
            yield return new Objection(project, late.Line, Actual: late.Line.Target, Expected: late.Told, Match: late.Told);
        foreach (var line in project.Memory.OpenOf(project, review.Meaning))
        {
            if ((RankTold.Better(line, project, review.Standards.Words)
                ?? NothingHappens.Denied(line, project.Goal, review.Standards.Words)) is { } promised)
                yield return new Objection(project, line, Actual: line.Target, Expected: promised, Match: promised);
        }

        var figures = ProjectFigures.Of(project);
        var told = figures.Name.Concat(figures.Goal).Where(quantity => OwnQuantities.IsOwn(quantity, figures, review)).ToArray();
        var others = figures.Goal.Where(quantity => quantity.IsMoney && review.Meaning.SpeaksOfOtherMoney(quantity)
            && !review.Meaning.SpeaksOfManyYears(quantity.Before) && !figures.IsOfOtherYears(quantity, review.Year)).ToArray();
        var forOne = figures.Goal.Where(quantity => quantity is { IsMoney: false, Per.Count: > 0 }
            && !figures.IsOfOtherYears(quantity, review.Year)).ToArray();
        // 因贫失学学生0人: nothing to happen is no count of what is done
        foreach (var line in figures.Lines.Where(line => line.Number > 0m || line.Unit == Percent))
        {
            if ((Said(line, told, others, forOne, project, review) ?? WorkDone.Of(line, figures, review)
                ?? OpenPair.Of(line, project, figures, review)?.Text) is { } said)
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: said, Match: said);
        }
    }

    /// <summary>What the name or the goal says instead of what an indicator sets; null where they agree or nobody knows.</summary>
    private static string? Said(LineQuantity line, TextQuantity[] told, TextQuantity[] others, TextQuantity[] forOne,
        ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (PayerShares.Instead(line, figures, project, review) is { } share) return share;
        if (Opposite(line, figures, review) is { } bound) return bound.Text;
        if ((PairedCounts.Swapped(line, figures) ?? PairedCounts.Exchanged(line, figures)) is { } paired) return paired.Text;
        if (WholeForYear.Own(line, figures, review.Standards.Words) is { } year) return year.Text;
        if (FallsShort(line, told, review) is { } more) return more.Text;
        if (AllDone(line, figures, review) is { } allOf) return allOf.Text;
        if (OfUnitPrice(line, figures, review) is { } priced) return priced.Text;
        if (PayerShares.SumOf(line, figures, review) is { } borne) return borne.Text;
        if (AsShare(line, figures, review) is { } share1) return share1.Text;
        if (ForThing(line, figures) is { } thing) return thing.Text;
        if (LostTenThousand.In(line, figures, review) is { } lost) return lost.Text;
        if (OfEach(line, figures, review) is { } each) return each;
        if (Taken(line, told, forOne, figures, review) is { } meant) return meant.Text;
        // 三年累计27期 beside ≥27期: the indicator is set for several years
        if (figures.IsOfSeveralYears(line, review)) return null;
        if (!line.IsMoney && line.Per.Count > 0) return ForOne(line, forOne, figures, review)?.Text;
        if (InName(line) is { } named) return named.Text;
        if (OfParts(line, figures) is { } total) return total.Text;
        if (OfAll(line, figures, review) is { } all) return Figures.Plain(all) + line.Line.Unit;
        // 户均增收3000元 is compared with income only
        var isOther = line.IsMoney && !review.Meaning.IsPrice(line.Line);
        // 每户贷款4万元 is no income
        var about = (isOther ? others : told).Where(quantity => !(isOther && IsLoanBeside(quantity, line, review))
            && !(line.IsMoney && quantity.Per.Count == 0 && IsTimesCount(quantity.Number, line.Number, figures))
            // 每站2万元，配防护服4套 of 14 stations beside 56套
            && !IsOfEachPriced(quantity, line, figures)
            && IsAbout(quantity, line, told, figures, review)
            && !OtherRoles.IsSetElsewhere(quantity, line, figures, review)
            && !figures.Lines.Any(other => IsNearer(other, quantity, line, told, figures, review))).ToArray();
        // 人行道1455㎡，面包砖1164㎡ beside 人行道及面包砖2619㎡: the indicator adds them up
        if (about.Length > 1 && about.Sum(quantity => quantity.Number) == line.Number) return null;
        if (IsGoneOn(line, figures, review) || IsToldOtherwise(line, figures)) return null;
        return Array.Find(about, quantity => !Agrees(quantity, line, isOther) && !IsStatusQuo(quantity, line, review)
            // 一类每人每月200元、二类300元 beside 人均 ≤300元: the price of another class
            && !(line.IsMoney && figures.Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }
                && told.Number == line.Number && told.Sentence == quantity.Sentence
                && told.Lead.Contains('、', StringComparison.Ordinal)))
            && !OtherRoles.IsPartOfWhole(quantity, line, project)
            && !OtherRoles.IsWithNamed(quantity, line)) is
        { } wrong && !OtherRoles.IsExcused(wrong, about, line, figures, review) ? wrong.Text : null;
    }

    private static bool IsLoanBeside(TextQuantity quantity, LineQuantity line, IndicatorReview review) =>
        WordList.IsIn(quantity.About, review.Standards.Words.Loans)
        && WordList.IsIn(line.Line.Indicator.Name, review.Standards.Words.Incomes);

    /// <summary>为14个站补齐器材，每站2万元，配防护服4套 beside 配备防护服 56套: what a price for one of them pays, as many times as there are.</summary>
    private static bool IsOfEachPriced(TextQuantity told, LineQuantity line, ProjectFigures figures) => !line.IsMoney && told.Number > 0m
        && figures.Goal.TakeWhile(other => !ReferenceEquals(other, told)).LastOrDefault(other => other.IsMoney) is { Per: [var of] } price
        && price.Sentence == told.Sentence && figures.Goal.Any(count => count.Number * told.Number == line.Number && !count.IsMoney
            && (count.Unit == of || count.After.Contains(of, StringComparison.Ordinal)));

    /// <summary>158名，计37.92万元 beside 年补助 2400元: the one is the other as many times as something is counted.</summary>
    private static bool IsTimesCount(decimal said, decimal set, ProjectFigures figures)
    {
        if (set <= 0m || said <= set) return false;
        var times = said / set;
        return times > 1m && decimal.Truncate(times) == times
            && (figures.Goal.Any(told => !told.IsMoney && told.Number == times && told.Unit != Percent)
                || figures.Lines.Any(line => !line.IsMoney && line.Number == times && line.Unit != Percent));
    }

    /// <summary>True for another indicator that a quantity is told of as well or better.</summary>
    private static bool IsNearer(LineQuantity other, TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review) => !ReferenceEquals(other, line)
        // the price that carries another of the goal is of that
        && !(quantity is { IsMoney: true, Per.Count: > 0 } && figures.IsTold(other) && other.Number != quantity.Number)
        && IsAbout(quantity, other, told, figures, review) && Fit(quantity, other, review) >= Fit(quantity, line, review);

    private static TextQuantity? Taken(LineQuantity line, TextQuantity[] told, TextQuantity[] forOne, ProjectFigures figures,
        IndicatorReview review) =>
        // 户均增收3000元 is compared with income only; 由6000元提高到6480元 tells which of the two is meant
        line.IsMoney && !review.Meaning.IsCost(line.Line) ? figures.Past.Any(past => past.Number == line.Number && past.IsMoney)
                ? TakenFigure.Meant(line, [.. figures.Goal], figures, review) : null
            : TakenFigure.Meant(line, !line.IsMoney && line.Per.Count > 0 ? forOne : told, figures, review) is { } meant
                && !OtherRoles.IsTold(meant, line, figures) && !OtherRoles.IsOutcome(meant, line, review) ? meant : null;

    /// <summary>
    /// 发放劳务报酬不低于144万元 beside 发放劳务报酬 ≥104万元 among the effects: at least so much, told once in the indicator's very words, and it
    /// sets less.
    /// </summary>
    private static TextQuantity? FallsShort(LineQuantity line, TextQuantity[] told, IndicatorReview review)
    {
        if (line is not { IsMoney: true, Per.Count: 0 } || IsBelow(line.Bound) is not false || line.Line.Stem.Length < ShortestName
            || review.Meaning.IsFiledAsCost(line.Line)) return null;
        return told.Where(quantity => quantity is { IsMoney: true, Per.Count: 0 }
            && quantity.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal)).ToArray() is [{ IsAbout: false } only]
            && IsBelow(only.Bound) is false && only.Number > line.Number ? only : null;
    }

    /// <summary>上年检查发现的31处隐患全部销号 beside 隐患销号数 28处: all of them, of whatever year they are.</summary>
    private static TextQuantity? AllDone(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == Percent) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0 && !quantity.IsAbout
            && review.Standards.Words.AllOfIt.Any(word => quantity.After.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                && at + word.Length + 2 <= quantity.After.Length
                && line.Line.Stem.Contains(quantity.After.Substring(at + word.Length, 2), StringComparison.Ordinal)
                && Kinship.Of(quantity.After[..at], line.Line.Indicator.Name, review.Standards.Words.Generic) > 0)).ToArray();
        return told is [var only] && only.Number != line.Number ? only : null;
    }

    /// <summary>占全县行政村的76% beside 行政村覆盖率 ≥86%: the goal's one share of all, and the indicator's one rate of them.</summary>
    private static TextQuantity? AsShare(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.Unit != Percent || !review.Standards.Words.Coverings.Any(word => line.Line.Stem.EndsWith(word, StringComparison.Ordinal)))
            return null;
        var told = figures.Goal.Where(share => share is { Unit: Percent, IsAbout: false } && share.Before.StartsWith('占')
            && Kinship.Of(share.Before[1..], line.Line.Indicator.Name, review.Standards.Words.Generic) >= Kin).ToArray();
        return told is [var only] && !Agrees(only, line) && !figures.Goal.Any(other => other.Unit == Percent
            && other.Number == line.Number)
            ? only : null;
    }

    /// <summary>140名对象，每人每月150元 beside 终端 140部 and 每部每月 ≤180元: each has one, so that both are one price.</summary>
    private static TextQuantity? ForThing(LineQuantity line, ProjectFigures figures)
    {
        if (!line.IsMoney || line.Per.Count != 2 || line.Per.FirstOrDefault(per => QuantityUnits.Kind(per) != Time)
            is not { } of) return null;
        var count = figures.Lines.FirstOrDefault(other => other.Unit == of && other.Per.Count == 0)?.Number;
        var told = figures.Goal.Where(price => price is { IsMoney: true, IsAbout: false, Per.Count: > 0 }).ToArray();
        if (count is null || told is not [{ Per.Count: 2 } only] || only.Per.Contains(of) || !only.Per.Any(line.Per.Contains)) return null;
        var whose = only.Per.First(per => QuantityUnits.Kind(per) != Time);
        return only.Number != line.Number && figures.Goal.Any(one => one.Unit == whose && one.Number == count && one.Per.Count == 0)
            ? only : null;
    }

    /// <summary>志愿马甲每件30元 beside 马甲单价 ≤40元: a price for one of what the name says, and the goal's only price of it.</summary>
    private static TextQuantity? OfUnitPrice(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (!line.IsMoney || line.Per.Count > 0) return null;
        var end = review.Standards.Words.PriceEnds.FirstOrDefault(word => line.Line.Stem.EndsWith(word, StringComparison.Ordinal));
        var thing = end is null ? "" : line.Line.Stem[..^end.Length];
        if (thing.Length < 2) return null;
        var told = figures.Goal.Where(price => price is { IsMoney: true, IsAbout: false, Per: [_], Bound: TargetOperator.Equal }
            && (price.Counted.EndsWith(thing, StringComparison.Ordinal) || price.Before.StartsWith(thing,
                StringComparison.Ordinal))).ToArray();
        return told is [var only] && only.Number != line.Number
            && figures.Goal.Count(price => price is { IsMoney: true, Per.Count: > 0 } && price.Per.SequenceEqual(only.Per)) == 1
            && !figures.Lines.Any(other => other.IsMoney && other.Number == only.Number) ? only : null;
    }

    /// <summary>5个消防站各购置摩托车2辆 beside 购置摩托车 2辆: all of them together, where no total is told.</summary>
    private static string? OfEach(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Per.Count > 0) return null;
        var told = figures.Goal.Where(quantity => IsLike(quantity, line) && EachTimes.Of(quantity, review.Standards.Words) is not null
            && Fit(quantity, line, review) >= Kin).ToArray();
        if (told is not [var only] || EachTimes.Of(only, review.Standards.Words) is not { } made || made == line.Number
            || only.Bound != TargetOperator.Equal) return null;
        // 7个卡口各2名、2个小卡口各1名
        if (figures.Goal.Any(quantity => !ReferenceEquals(quantity, only) && quantity.Sentence == only.Sentence && IsLike(quantity, line)
            && quantity.Before.Contains('各', StringComparison.Ordinal))) return null;
        // another total told beside it is compared itself
        return figures.Goal.Any(other => !ReferenceEquals(other, only) && other.Number != made && IsLike(other, line)
            && Fit(other, line, review) > 0) ? null
            : Figures.Plain(made) + line.Line.Unit;
    }

    /// <summary>住院转诊率控制在12%以内 beside 住院转诊率 ≥12%: the same figure of the same thing, bound the other way.</summary>
    private static TextQuantity? Opposite(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || IsBelow(line.Bound) is not { } below) return null;
        // told as a direction, not as a conflict
        if (below ? review.Meaning.IsMoreBetter(line.Line) || review.Meaning.IsHighShare(line.Line)
            : review.Meaning.IsLessBetter(line.Line) || review.Meaning.IsTimeLimit(line.Line)) return null;
        var same = figures.Goal.Where(told => told.Number == line.Number && IsLike(told, line)).ToArray();
        return same is [var only] && IsBelow(only.Bound) is { } isBelow && isBelow != below
            // 考核得分低于80分的扣减: what happens to those that fall short
            && !only.After.StartsWith('的') && Fit(only, line, review) > Kin ? only : null;
    }

    /// <summary>
    /// 一类860人、二类420人、三类160人，合计1440人 beside the same three and 享受津贴教师 1404人: the goal's total, made by what the other indicators
    /// carry.
    /// </summary>
    private static TextQuantity? OfParts(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == Percent) return null;
        var parts = figures.Lines.Where(other => !ReferenceEquals(other, line) && other.Unit == line.Unit && other.Per.Count == 0
            && other.Line.Group == line.Line.Group).ToArray();
        if (parts.Length < Kin || !parts.All(part => figures.Goal.Any(told => told.Unit == part.Unit && told.Number == part.Number)))
            return null;
        var sum = parts.Sum(part => part.Number);
        return sum == line.Number || figures.Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number) ? null
            : figures.Goal.FirstOrDefault(told => told.IsTotal && told.Unit == line.Unit && told.Number == sum && told.Per.Count == 0);
    }

    /// <summary>上半年检查324家，下半年再补检18家 beside 检查 342家: what goes on is added to what was done before.</summary>
    private static bool IsGoneOn(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var told = figures.Goal.Where(quantity => IsLike(quantity, line)).ToArray();
        return !line.IsMoney && Array.Exists(told, more => WordList.IsIn(more.Lead, review.Standards.Words.Further)
            && Array.Exists(told, one => one.Sentence == more.Sentence && !ReferenceEquals(one, more)
                && one.Number + more.Number == line.Number));
    }

    /// <summary>综合机械化率74.8% beside ≥76%: what there is, told as it stands, and what it is to become.</summary>
    private static bool IsStatusQuo(TextQuantity told, LineQuantity line, IndicatorReview review) => line.Unit == Percent
        && told.Bound == TargetOperator.Equal && IsBelow(line.Bound) is { } below
        && (told.Years is { } years ? years.To < review.Year
            : review.Standards.Words.Places.Any(place => told.Context.StartsWith(place, StringComparison.Ordinal)))
        && (below ? line.Number < told.Number : line.Number > told.Number);

    /// <summary>公益性岗位110个 beside 安置公益性岗位人员 110人: its very figure, counted by what each of them has.</summary>
    private static bool IsToldOtherwise(LineQuantity line, ProjectFigures figures) => !line.IsMoney && line.Per.Count == 0
        && line.Unit != Percent && line.Number >= Unlikely && figures.Goal.Any(told => told.Number == line.Number && told.Unit != line.Unit
            && told is { IsMoney: false, Per.Count: 0 } && told.Unit != Percent && QuantityUnits.Kind(told.Unit) != Time
            && Kinship.Of(told.Context + "|" + told.After, line.Line.Indicator.Name, []) > 0);

    /// <summary>硬化道路3公里 ≥5公里: the figure at the end of the name against the target.</summary>
    private static TextQuantity? InName(LineQuantity line)
    {
        var name = line.Line.Indicator.Name;
        if (line.Per.Count > 0 || line.Unit == Percent || QuantityUnits.Kind(line.Unit) == Time) return null;
        if (name.Length == 0 || name.AsSpan().IndexOfAnyInRange('0', '9') <= 0) return null;
        return QuantityText.Read(name) is [{ Per.Count: 0, IsAbout: false, After.Length: 0, Bound: TargetOperator.Equal } told]
            && told.Unit == line.Unit && told.Number != line.Number && name.EndsWith(told.Text, StringComparison.Ordinal)
            && told.Before.Length > 1 ? told : null;
    }

    /// <summary>
    /// 揉捻机10台、烘干机6台、杀青机4台 beside 购置加工设备 ≥18台: the one indicator of that unit is named for all of them together, and its figure is
    /// neither their sum nor one of them.
    /// </summary>
    private static decimal? OfAll(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var name = line.Line.Stem.TrimEnd('数', '量', '台', '套', '件', '个');
        if (!review.Standards.Words.Collective.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || figures.Lines.Count(other => other.Unit == line.Unit) > 1) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0).ToArray();
        if (told.Length < 2 || told.Any(quantity => quantity.IsAbout || quantity.IsDetail || quantity.Sentence != told[0].Sentence
            || quantity.Number == line.Number)) return null;
        var sum = told.Sum(quantity => quantity.Number);
        return sum != line.Number ? sum : null;
    }

    /// <summary>
    /// 每月上岗不少于8天 beside 每月上岗天数 ≥6天: the only count of the goal in the same unit, per the same span or thing, that is told in the
    /// words of this indicator and of no other.
    /// </summary>
    private static TextQuantity? ForOne(LineQuantity line, TextQuantity[] told, ProjectFigures figures, IndicatorReview review)
    {
        string[] without = [.. review.Standards.Words.Generic, .. line.Per.Select(per => "每" + per)];
        int Near(TextQuantity quantity, LineQuantity other) =>
            Kinship.NamesTheSame(quantity, other.Line.Indicator.Name, without) ? Math.Max(Kin, Of(quantity, other)) : Of(quantity, other);
        int Of(TextQuantity quantity, LineQuantity other) => Kinship.Of(quantity, other.Line.Indicator.Name, without);
        var same = told.Where(quantity => quantity.Unit == line.Unit && IsPerSame(quantity, line)).ToArray();
        // 每期50人 beside 每期培训人数 ≥60人: neither side tells another such figure
        var isOnly = same is [var only] && ((only.Before.StartsWith('每') && only.Before.Length <= LongestEach)
                || WordList.Without(only.Before, review.Standards.Words.BareWords).Trim('|').Length == 0)
            && figures.Lines.Count(other => other.Unit == line.Unit && SamePer(other.Per, line.Per)) == 1;
        var about = isOnly ? same : [.. same.Where(quantity => Near(quantity, line) >= Kin)];
        return about is [var one] && !Agrees(one, line)
            && (isOnly || !figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == line.Unit
                && Near(one, other) >= Near(one, line)))
            ? one
            : null;
    }

    /// <summary>The same span or thing; 每月驱虫1次 and 每只犬驱虫次数 12次/月 share the span that both name.</summary>
    private static bool IsPerSame(TextQuantity quantity, LineQuantity line)
    {
        if (line.Per.All(quantity.Per.Contains)) return true;
        var spans = line.Per.Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        return spans.Length > 0 && quantity.Per.Count > 0 && quantity.Per.All(spans.Contains) && spans.All(quantity.Per.Contains);
    }
}
