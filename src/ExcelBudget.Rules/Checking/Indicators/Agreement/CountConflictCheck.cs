using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Subjects;
using ExcelBudget.Rules.Checking.Indicators.Telling;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countConflict：人数、次数、标准前后不一致。A count, a price for one or a part of the cost in the goal or the name that contradicts the indicator on
/// the same thing. Only when that indicator is the only one it can mean; one figure that agrees does not silence another that does not.
/// </summary>
internal sealed class CountConflictCheck : ProjectCheck
{
    private const string Percent = "%";
    private const decimal Whole = 100m;

    /// <inheritdoc />
    public override string Name => "countConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if ((MonthlyTerms.PutOff(project) ?? Deadlines.PutOff(project, review)) is { } late)
            yield return new Objection(project, late.Line, Actual: late.Line.Target, Expected: late.Told, Match: late.Told);
        if (WorseThanLastYear.Of(project, review) is { } worse)
            yield return new Objection(project, worse.Line, Actual: worse.Line.Target, Expected: worse.Told, Match: worse.Told);
        if (PaidHowOften.Of(project) is { } paid)
            yield return new Objection(project, paid.Line, Actual: paid.Line.Target, Expected: paid.Told, Match: paid.Told);
        foreach (var line in project.Memory.OpenOf(project, review.Meaning))
        {
            if ((RankTold.Better(line, project, review.Standards.Words)
                ?? NothingHappens.Denied(line, project.Goal, review.Standards.Words)) is { } promised)
                yield return new Objection(project, line, Actual: line.Target, Expected: promised, Match: promised);
        }

        var figures = ProjectFigures.Of(project);
        var told = figures.Name.Concat(figures.Goal).Where(quantity => OwnQuantities.IsOwn(quantity, figures, review)
            // 管理产业引导基金5亿元 of a project of 60万元: so much is no money of its own
            && !(quantity.IsMoney && project.Amount is { Value: > 0m } amount && quantity.Number > Whole * amount.Value)
            // 验收合格拨付60% beside 项目验收合格率
            && !(quantity.Unit == Percent && review.Standards.Words.PayVerbs.Any(word =>
                quantity.Before.EndsWith(word, StringComparison.Ordinal)))).ToArray();
        var others = figures.Goal.Where(quantity => quantity.IsMoney && review.Meaning.SpeaksOfOtherMoney(quantity)
            && !review.Meaning.SpeaksOfManyYears(quantity.Before) && !figures.IsOfOtherYears(quantity, review.Year)).ToArray();
        var forOne = figures.Goal.Where(quantity => quantity is { IsMoney: false, Per.Count: > 0 }
            && !figures.IsOfOtherYears(quantity, review.Year)).ToArray();
        // 因贫失学学生0人: nothing to happen is no count of what is done
        foreach (var line in figures.Lines.Where(line => line.Number > 0m || line.Unit == Percent))
        {
            if (IsRaised(line, figures) || IsGrowthTold(line, figures, review)) continue;
            var terms = TermsOfSum.Of(line, figures);
            if ((Said(line, told, others, forOne, project, review) ?? WorkDone.Of(line, figures, review)
                ?? OpenPair.Of(line, project, figures, review)?.Text ?? TermsOfSum.Whole(line, terms, figures, review)?.Text)
                    is not { } said)
                continue;
            // 50万元 of 终端50万元、140万元、60万元 beside 终端设备费用 ≤250万元 is no other figure for it
            if (terms.Exists(term => term.Text == said)) continue;
            yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: said, Match: said);
        }
    }

    /// <summary>由520公斤提高到570公斤，增加50公斤 beside 新增粮食产能 ≥50公斤: by so much is what the indicator sets.</summary>
    private static bool IsGrowthTold(LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        IsShareOfStock(line, figures, review)
        || (line.Line.Stem.Contains("新增", StringComparison.Ordinal) || WordList.IsIn(line.Line.Stem, review.Standards.Words.GrowthWords))
        && figures.Goal.Any(told => told.Number == line.Number
            && told.Unit == line.Unit && review.Standards.Words.GrowthWords.Any(word => told.Before.EndsWith(word,
                StringComparison.Ordinal)));

    /// <summary>现行标准每人每月50元，本年起提高10元 beside 60元/人·月: the price and what it is raised by.</summary>
    private static bool IsRaised(LineQuantity line, ProjectFigures figures) => line is { IsMoney: true, Per.Count: > 0 }
        && figures.Goal.Any(raise => raise is { IsMoney: true, Per.Count: 0 } && (raise.Before.EndsWith("提高", StringComparison.Ordinal)
            || raise.Before.EndsWith("上调", StringComparison.Ordinal) || raise.Before.EndsWith("增加", StringComparison.Ordinal))
            && figures.Goal.Any(price => price.IsMoney && SamePer(price.Per, line.Per) && price.Number + raise.Number == line.Number));

    /// <summary>由上年的1200张增长15% beside 新增床位 180张: the share of what there was.</summary>
    private static bool IsShareOfStock(LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        WordList.IsIn(line.Line.Stem, review.Standards.Words.Additions)
        && figures.Goal.Any(share => share.Unit == Percent
            && review.Standards.Words.GrowthWords.Any(word => share.Before.EndsWith(word, StringComparison.Ordinal))
            && figures.Goal.Concat(figures.Past).Any(stock => stock.Unit == line.Unit && stock.Sentence == share.Sentence
                && stock.Number * share.Number / Whole == line.Number));

    /// <summary>What the name or the goal says instead of what an indicator sets; null where they agree or nobody knows.</summary>
    private static string? Said(LineQuantity line, TextQuantity[] told, TextQuantity[] others, TextQuantity[] forOne,
        ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (Array.Exists(told, quantity => IsOfOtherEnd(quantity, line))) told = [.. told.Where(quantity => !IsOfOtherEnd(quantity,
            line))];
        if (PayerShares.Instead(line, figures, project, review) is { } share) return share;
        if (RatesTold.FallsTo(line, project) is { } falls) return falls;
        if (RatesTold.Opposite(line, figures, review) is { } bound) return bound.Text;
        if ((PairedCounts.Swapped(line, figures) ?? PairedCounts.Exchanged(line, figures)) is { } paired) return paired.Text;
        if (WholeForYear.Own(line, figures, review.Standards.Words) is { } year) return year.Text;
        if (PricesTold.FallsShort(line, told, review) is { } more) return more.Text;
        if (WholesTold.AllDone(line, figures, review) is { } allOf) return allOf.Text;
        if (PricesTold.OfUnitPrice(line, figures, review) is { } priced) return priced.Text;
        if ((PayerShares.SumOf(line, figures, review) ?? PayerShares.OtherPayers(line, figures, review)) is { } borne) return borne.Text;
        if (RatesTold.AsShare(line, figures, review) is { } share1) return share1.Text;
        if ((PricesTold.ForThing(line, figures) ?? AgeClasses.Other(line, figures)) is { } thing) return thing.Text;
        if ((LostTenThousand.In(line, figures, review) ?? SlippedZero.Of(line, figures)) is { } lost) return lost.Text;
        if (OppositeChange.Of(line, figures, review) is { } opposite) return opposite.Before + opposite.Text;
        if (OtherScale.Of(line, told, figures, review) is { } scaled) return scaled.Text;
        if (WholesTold.OfEach(line, figures, review) is { } each) return each;
        if (Taken(line, told, forOne, figures, review) is { } meant) return meant.Text;
        // 三年累计27期 beside ≥27期: the indicator is set for several years
        if (figures.IsOfSeveralYears(line, review)) return null;
        if (!line.IsMoney && line.Per.Count > 0) return CountsForOne.ForOne(line, forOne, figures, review)?.Text;
        if (WholesTold.InName(line) is { } named) return named.Text;
        if (WholesTold.OfParts(line, figures) is { } total) return total.Text;
        if (WholesTold.OfAll(line, figures, review) is { } all) return Figures.Plain(all) + line.Line.Unit;
        // 户均增收3000元 is compared with income only
        var isOther = line.IsMoney && !review.Meaning.IsPrice(line.Line);
        // 每户贷款4万元 is no income
        var about = (isOther ? others : told).Where(quantity => !(isOther && IsLoanBeside(quantity, line, review))
            && !(line.IsMoney && quantity.Per.Count == 0 && PricesTold.IsTimesCount(quantity.Number, line.Number, figures))
            // 每站2万元，配防护服4套 of 14 stations beside 56套
            && !PricesTold.IsOfEachPriced(quantity, line, figures)
            // 审稿费150元/千字: a price for one of what no list knows
            && !(quantity is { IsMoney: true, Per.Count: 0 } && quantity.Text.Contains('/', StringComparison.Ordinal))
            && IsAbout(quantity, line, told, figures, review)
            && !OtherRoles.IsSetElsewhere(quantity, line, figures, review)
            && !figures.Lines.Any(other => IsNearer(other, quantity, line, told, figures, review))).ToArray();
        // 人行道1455㎡，面包砖1164㎡ beside 人行道及面包砖2619㎡: the indicator adds them up
        // but not 药品抽检60批次、医疗器械抽检20批次 beside 药品抽检 80批次
        if (about.Length > 1 && about.Sum(quantity => quantity.Number) == line.Number
            && (line.IsMoney || about.Count(quantity => quantity.Before.EndsWith(line.Line.Stem,
                StringComparison.Ordinal)) != 1)) return null;
        if (WholesTold.IsGoneOn(line, figures, review) || WholesTold.IsToldOtherwise(line, figures)) return null;
        return Array.Find(about, quantity => !Agrees(quantity, line, isOther) && !OpenPair.IsFar(quantity, line)
            && !RatesTold.IsStatusQuo(quantity, line, review)
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

    /// <summary>True for another indicator that a quantity is told of as well or better.</summary>
    private static bool IsNearer(LineQuantity other, TextQuantity quantity, LineQuantity line, TextQuantity[] told, ProjectFigures figures,
        IndicatorReview review) => !ReferenceEquals(other, line)
        // the price that carries another of the goal is of that
        && !(figures.IsTold(other) && other.Number != quantity.Number
            && (quantity is { IsMoney: true, Per.Count: > 0 } || IsPartOf(other, quantity, line, figures)))
        && IsAbout(quantity, other, told, figures, review) && Fit(quantity, other, review) >= Fit(quantity, line, review);

    /// <summary>完成抽检1650批次，其中农产品660批次 beside 抽检 1560批次 and 农产品抽检 660批次: the whole is not what the indicator of a part sets.</summary>
    private static bool IsPartOf(LineQuantity other, TextQuantity whole, LineQuantity line, ProjectFigures figures) =>
        !whole.IsDetail && !figures.IsTold(line) && figures.Goal.Any(part => part.IsDetail && part.Number == other.Number
            && part.Sentence == whole.Sentence && IsLike(part, other) && part.Number < whole.Number);

    private static TextQuantity? Taken(LineQuantity line, TextQuantity[] told, TextQuantity[] forOne, ProjectFigures figures,
        IndicatorReview review) =>
        // 户均增收3000元 is compared with income only; 由6000元提高到6480元 tells which of the two is meant
        line.IsMoney && !review.Meaning.IsCost(line.Line) ? figures.Past.Any(past => past.Number == line.Number && past.IsMoney)
                ? TakenFigure.Meant(line, [.. figures.Goal], figures, review) : null
            : TakenFigure.Meant(line, !line.IsMoney && line.Per.Count > 0 ? forOne : told, figures, review) is { } meant
                && !OwnSubject.IsOfOther(meant, line, figures) && !OtherRoles.IsTold(meant, line, figures)
                    && !OtherRoles.IsOutcome(meant, line, review) ? meant : null;

}
