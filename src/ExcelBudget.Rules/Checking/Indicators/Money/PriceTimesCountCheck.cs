using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Reckoning;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// priceTimesCount：单价×数量高于项目金额。A price for one, in the goal or an indicator, times what it is for, wherever that is told; 每人每月 runs for
/// twelve months unless others are told. Several prices with their counts are added up. What comes to many times the amount is no money of
/// this project.
/// </summary>
internal sealed class PriceTimesCountCheck : ProjectCheck
{
    private const decimal Many = 10m;

    /// <summary>A goal of more prices is a list of a whole county: each would be held against every count of it.</summary>
    private const int MostPrices = 60;
    private static readonly string[] InOrder = ["分别", "依次"];
    /// <summary>Two others beside it make a list of classes.</summary>
    private const int FewestOthers = 2;
    private const decimal TenThousand = 10_000m;

    /// <inheritdoc />
    public override string Name => "priceTimesCount";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || review.Meaning.SpeaksOfManyYears(project.Name)) return [];
        var parts = Groups(project, review).Where(group => group.Length > 0
            && !Array.TrueForAll(group, part => IsSettled(part, ProjectFigures.Of(project))))
            .ToArray();
        // what some reading of the goal explains is no fault: every count that a price may be for must lead above the amount
        // (四册×80元 of an amount of 8万元 is none)
        var above = parts.Select(group => group.Where(part => part.Yuan * Many >= amount.Value).ToArray())
            .Where(group => group.Length > 0 && group.All(part => IsAbove(part, amount.Value, amount.HalfWidth))).Select(group => group[0])
            .DistinctBy(part => part.Yuan).ToArray();
        // 16个×3万元 is the amount: 人均餐费 of others counted otherwise is paid by others
        if (parts.SelectMany(group => group).FirstOrDefault(part => IsAll(part, amount)) is { } whole)
            above = [.. above.Where(part => part.Counted.Intersect(whole.Counted).Any())];
        // 5个×6万元 is the amount, so 15个 are of three years
        above = [.. above.Where(part => !parts.Any(group => group.Any(other => other.Price == part.Price && IsAll(other, amount))))];
        // 高血压1.5万人、糖尿病0.5万人，人均37.5元: all that are counted in the unit make the amount
        above = [.. above.Where(part => !MakesAmount(part, ProjectFigures.Of(project), amount))];
        // 96台车共需768万元，本年安排500万元: the goal tells both
        above = [.. above.Where(part => !IsToldWith(part, project, amount))];
        // 共需112.2万元，中央安排40万元，县级安排72.2万元: up to 112.2万元 is paid for
        var paidFor = Math.Max(SharedWhole(project, amount), ContractSum(project, review));
        above = [.. above.Where(part => part.Yuan > paidFor)];
        if (above.Length > 0)
            return [.. above.Select(part => Objection(project, part.Yuan, part.Said, [.. Lines(project, part), .. part.Lines]))];
        // 268.32 beside 286.32: the same digits in another order, below the amount as well
        if (parts.SelectMany(group => group).DistinctBy(part => part.Yuan).ToArray() is [{ IsWhole: true } slip]
            && Explained.AreExchanged(slip.Yuan, amount.Value) && !project.PlainGoal.Contains("其余", StringComparison.Ordinal)
            && !ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }))
            return [Objection(project, slip.Yuan, slip.Said, [.. Lines(project, slip), .. slip.Lines])];
        if (Alone(project, review) is { } alone) return [alone];
        if (NumberedPrices.In(project) is { } numbered && IsAbove(numbered, amount.Value, amount.HalfWidth))
            return [Objection(project, numbered.Yuan, numbered.Said, [])];
        var firsts = parts.Select(group => group[0]).Where(part => part.Counted.Count > 0 && part.Told is null && !IsSumTold(part,
            project, review))
            .DistinctBy(part => part.Lines[0]).ToArray();
        var sum = firsts.Sum(part => part.Yuan);
        // 每件配送成本1.5元 under 经济效益指标 is an effect: only what a cost indicator sets is paid
        var paid = ProjectFigures.Of(project).Lines.Where(line => line.IsMoney && review.Meaning.IsFiledAsCost(line.Line))
            .Select(line => line.Number).ToHashSet();
        Part[] prices = [.. parts.Select(group => group[0]).Where(part => paid.Contains(part.Price)).DistinctBy(part => part.Price)];
        if (parts.Length == 0 && paidFor == 0m && !review.Meaning.SpeaksOfOtherFunds(ProjectFigures.Of(project).Goal)
            && !review.Meaning.SharesCosts(project.PlainGoal) && PricesOfThings.In(project) is { } things
            && IsAbove(new Part(things.Yuan, 0m, ""), amount.Value, amount.HalfWidth))
            return [Objection(project, things.Yuan, things.Said, things.Lines)];
        if (WithSums(project, review, prices, amount) is { } together) return [together];
        return firsts.Length > 1 && sum > paidFor
            && IsAbove(new Part(sum, firsts.Sum(part => part.HalfWidth), ""), amount.Value, amount.HalfWidth)
            ? [Objection(project, sum, string.Join(" + ", firsts.Select(part => part.Said)), [.. firsts.SelectMany(part => part.Lines)])]
            : [];
    }

    /// <summary>受理员46名，每人每月4800元，全年264.96万元: the goal itself says for how many the price is, and what it comes to.</summary>
    private static bool IsSettled(Part part, ProjectFigures figures)
    {
        for (var at = 1; at + 1 < figures.Goal.Count; at++)
        {
            var (count, told, sum) = (figures.Goal[at - 1], figures.Goal[at], figures.Goal[at + 1]);
            if (told is { IsMoney: true, Per: [var of, ..] } && told.Number == part.Price && count.Unit == of && count.Per.Count == 0
                && sum is { IsMoney: true, Per.Count: 0 } && sum.Sentence == told.Sentence
                && count.Number * part.Price * (told.Per.Contains("月") ? MonthsOfYear : 1m) == sum.Number
                // 工厂化养殖场3处 beside 工厂化养殖场治理 8处: the very thing, counted otherwise
                && !(count.Before.Length >= Noun && part.Lines.Any(line => !line.IsMoney && line.Stem.Contains(count.Before[^Noun..],
                    StringComparison.Ordinal)))) return true;
        }

        return false;
    }

    private const decimal MonthsOfYear = 12m;
    private const int Noun = 3;

    /// <summary>每册编印费38元 × 2000册 is the amount already, and 劳务费 ≤3万元 stands beside it.</summary>
    private static Objection? WithSums(ReviewedProject project, IndicatorReview review, Part[] firsts, Domain.Money.Measure amount)
    {
        if (firsts.Length == 0) return null;
        bool IsOther((ReviewedIndicator Line, Domain.Money.Measure Money) cost) => cost.Line.Money is not null
            && !review.Meaning.IsTotal(cost.Line) && !IndicatorMeaning.IsLowerBound(cost.Line) && !cost.Money.Meets(amount)
            && cost.Money.Value < amount.Value
            // 每月服务费 ≤155万元: the same, month by month
            && !(LineQuantity.Of(cost.Line) is { Per: var per } && per.Any(one =>
                Domain.Indicators.Quantities.QuantityUnits.TimesAYear(one)
                is > 1m))
            // 其中油茶90万元: a part of what the price comes to
            && !ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, IsDetail: true } && told.Number == cost.Money.Value)
            && !cost.Line.Indicator.Name.StartsWith('单') && !Array.Exists(firsts,
                part => part.Price == cost.Money.Value) && !Array.Exists(firsts, part => Enumeration.IsAlike(part.Yuan, cost.Money.Value)
                || part.Lines.Any(line => Kinship.Of(cost.Line.Indicator.Name, line.Indicator.Name, []) > 1)
                || (part.Told is { } told && Kinship.Of(cost.Line.Indicator.Name, told.Before, []) > 1));
        var costs = AmountComparison.Costs(project, review.Meaning).Where(IsOther).ToArray();
        // 合计46.4万元；清运费19.6万元: the goal says what the price comes to, and both make the amount
        if (costs.Any(cost => ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 }
            && told.Number + cost.Money.Value == amount.Value))) return null;
        if (costs.Length == 0 || !Array.Exists(firsts, part => part.IsWhole && part.Counted.Count > 0)) return null;
        var sum = firsts.Sum(part => part.Yuan) + costs.Sum(cost => cost.Money.Value);
        var half = firsts.Sum(part => part.HalfWidth) + costs.Sum(cost => cost.Money.HalfWidth);
        return IsAbove(new Part(sum, half, ""), amount.Value, amount.HalfWidth)
            ? Objection(project, sum, string.Join(" + ", firsts.Select(part => part.Said).Concat(costs.Select(cost => cost.Line.Target))),
                [.. firsts.SelectMany(part => part.Lines), .. costs.Select(cost => cost.Line)]) : null;
    }

    /// <summary>每册印制费 ≤18万元 of an amount of 8万元: one alone costs more than there is.</summary>
    private static Objection? Alone(ReviewedProject project, IndicatorReview review)
    {
        var (figures, meaning, amount) = (ProjectFigures.Of(project), review.Meaning, project.Amount!.Value);
        // 每人每天补助100万元 of 90万元, whoever pays
        if (figures.Goal.FirstOrDefault(told => told is { IsMoney: true, IsAbout: false } && told.Per.Contains("人")
            && told.Number > amount.Value + amount.HalfWidth && !meaning.SpeaksOfOtherMoney(told)
            && !IndicatorMeaning.ContainsAny(told.Lead, review.Standards.Words.Ceilings)
            && !figures.IsOfOtherYears(told, review.Year) && !IndicatorMeaning.ContainsAny(told.About,
                review.Standards.Words.Incomes)) is { } each) return Objection(project, each.Number, each.Before + each.Text, []);
        if (meaning.SpeaksOfOtherFunds(figures.Goal) || review.Meaning.SharesCosts(project.PlainGoal))
            return null;
        var price = figures.Lines.FirstOrDefault(line => line is { IsMoney: true, Per: [var per] } && meaning.IsFiledAsCost(line.Line)
            && meaning.IsCost(line.Line) && !IndicatorMeaning.IsLowerBound(line.Line)
            && line.Number > amount.Value + amount.HalfWidth
            && Domain.Indicators.Quantities.QuantityUnits.Kind(per) is "人" or "人次" or "个数" or "次数" or "户" or "面积" or "头数" or "株数"
            && !IsCeiling(line.Line.Indicator.Name, line.Number, figures, project, review)
            && !AmountComparison.IsOfManyYears(project, line.Line, meaning));
        return price is null ? null : Objection(project, price.Number, price.Line.Target, [price.Line]);
    }

    /// <summary>For each price what it comes to, by each count it may be for.</summary>
    private static IEnumerable<Part[]> Groups(ReviewedProject project, IndicatorReview review)
    {
        var (figures, meaning) = (ProjectFigures.Of(project), review.Meaning);
        var reader = new PriceReader(project, review);
        // 每亩保费28元，其中农户自缴20%: nobody pays the whole price alone
        var isShared = meaning.SpeaksOfOtherFunds(figures.Goal) || review.Meaning.SharesCosts(project.PlainGoal);
        if (isShared && !IsOnlyOwnMoney(project, review)) yield break;
        var isTold = HeadCount.In(project.PlainGoal) is not null;
        var prices = figures.Goal.Where(told => told is { IsMoney: true, IsAbout: false, Per.Count: > 0 }).ToArray();
        foreach (var price in isShared || prices.Length > MostPrices ? [] : prices)
        {
            // 生均设备值提高到7800元: what is reached is no price, unless a word of cost says so
            if (price.Bound is Domain.Indicators.TargetOperator.AtLeast
                && !IndicatorMeaning.ContainsAny(price.About, review.Standards.Words.Costs)) continue;
            // 小（1）型每座6万元、小（2）型每座2.5万元: brackets tore the class off the price
            if (price.Before.StartsWith('型') || IsCeiling(price.Lead, price.Number, figures, project, review)
                || figures.IsOfOtherYears(price, review.Year) || IsOneOfList(price.Number, figures, project)) continue;
            if (!meaning.SpeaksOfOtherMoney(price) && !(isTold && price.Per.Contains("人")))
                yield return [.. reader.Of(price)];
        }

        foreach (var price in figures.Lines.Where(line => line is { IsMoney: true, Per.Count: > 0 }))
        {
            if (!meaning.IsCost(price.Line) && !meaning.NamesCost(price.Line)) continue;
            if (isShared && !IndicatorMeaning.ContainsAny(price.Line.Stem, review.Standards.Words.Benefits)) continue;
            // 单件奖励上限 ≤5000元 is no price that each one costs
            if (IsCeiling(price.Line.Indicator.Name, price.Number, figures, project, review)
                || IsOneOfList(price.Number, figures, project)) continue;
            if (AmountComparison.IsOfManyYears(project, price.Line, meaning) || (isTold && price.Per.Contains("人"))) continue;
            yield return [.. reader.Of(price)];
        }
    }

    /// <summary>企业自筹不低于改造投资的50%: where others pay only what is theirs, a subsidy for one is paid for each by the budget.</summary>
    private static bool IsOnlyOwnMoney(ReviewedProject project, IndicatorReview review)
    {
        if (!project.PlainGoal.Contains(OwnMoney, StringComparison.Ordinal)) return false;
        var clauses = project.PlainGoal.Split('，', '。', '；', ';', '\n').Where(clause => !clause.Contains(OwnMoney,
            StringComparison.Ordinal)).ToArray();
        return !IndicatorMeaning.ContainsAny(string.Join('|', clauses), [.. review.Standards.Words.OtherFunds,
            .. review.Standards.Words.Shares]);
    }

    private const string OwnMoney = "自筹";

    /// <summary>
    /// 最高补助, or 3-5万元 told in the goal, or a price that the goal grades (分档): the most that one may get, not what each one costs.
    /// </summary>
    private static bool IsCeiling(string words, decimal price, ProjectFigures figures, ReviewedProject project, IndicatorReview review) =>
        IndicatorMeaning.ContainsAny(words, review.Standards.Words.Ceilings)
        || (IndicatorMeaning.ContainsAny(project.PlainGoal, review.Standards.Words.Ceilings)
            && !figures.Goal.Any(told => told.IsMoney && told.Number == price && told.Per.Count > 0
                && !IndicatorMeaning.ContainsAny(told.About, review.Standards.Words.Ceilings)))
        || figures.Goal.Any(told => told is { IsMoney: true, IsAbout: true } && told.Number == price)
        || EndsRange(project.PlainGoal, price) || EndsRange(project.PlainGoal, price / TenThousand);

    /// <summary>县道120公里、乡道210公里，每公里分别为7000元、3500元: which price is for which count only the order tells.</summary>
    private static bool IsOneOfList(decimal price, ProjectFigures figures, ReviewedProject project) =>
        figures.Goal.FirstOrDefault(told => told is { IsMoney: true, Per.Count: > 0 } && told.Number == price) is { } said
        && (IsOfClass(said, figures) || IsOfTwo(said, figures) || figures.Goal.Count(told => told is { IsMoney: true, Per.Count: > 0 }
            && told.Sentence == said.Sentence) > 1
        && project.PlainGoal.IndexOf(said.Text, StringComparison.Ordinal) is > 0 and var at
        && project.PlainGoal.AsSpan(0, at) is var before
        && IndicatorMeaning.ContainsAny(before[(before.LastIndexOfAny('。', '；') + 1)..].ToString(), InOrder));

    /// <summary>一类园每园4万元、二类园每园3万元; 80至89周岁1500人每人每月50元，100周岁及以上4人每人每月500元: which are meant the goal says.</summary>
    private static bool IsOfClass(TextQuantity price, ProjectFigures figures) => figures.Goal.Count(told => told.IsMoney
        && told.Per.SequenceEqual(price.Per) && told.Number != price.Number && told.Sentence >= price.Sentence - FewestOthers
        && told.Sentence <= price.Sentence + FewestOthers) >= FewestOthers;

    /// <summary>
    /// 简易案件每件50元、疑难案件每件300元: of two prices told one behind the other, with no count between, only the goal knows which count is whose.
    /// </summary>
    private static bool IsOfTwo(TextQuantity price, ProjectFigures figures)
    {
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (one, other) = (figures.Goal[at - 1], figures.Goal[at]);
            if (one is { IsMoney: true, Per: [_] } && other is { IsMoney: true, Per: [_] } && one.Per.SequenceEqual(other.Per)
                && one.Number != other.Number && one.Sentence == other.Sentence && (one.Number == price.Number
                    || other.Number == price.Number)
                && figures.Goal.Count(told => told is { IsMoney: false, Per.Count: 0 } && told.Unit == one.Per[0]) < FewestOthers
                && figures.Lines.Count(line => line is { IsMoney: false, Per.Count: 0 }
                    && line.Unit == one.Per[0]) < FewestOthers) return true;
        }

        return false;
    }

    private static bool EndsRange(string goal, decimal price)
    {
        var said = Domain.Money.Figures.Plain(price);
        for (var at = goal.IndexOf(said, StringComparison.Ordinal); at >= 0; at = goal.IndexOf(said, at + 1, StringComparison.Ordinal))
        {
            if (at > 1 && goal[at - 1] is '-' or '~' or '～' or '—' or '–' or '－' or '至') return true;
        }

        return false;
    }

    /// <summary>
    /// 每件100元，全年办结1200件，计12万元 beside 调解成功 1950件: the goal itself says what this price comes to, and tells the other count of other
    /// things.
    /// </summary>
    private static bool IsSumTold(Part part, ReviewedProject project, IndicatorReview review)
    {
        var (figures, goal) = (ProjectFigures.Of(project), ProjectFigures.Of(project).Goal);
        if (part.Lines is not [var priced, var counted] || Kinship.Of(priced.Indicator.Name, counted.Indicator.Name, []) > 1
            || !figures.Lines.Any(line => ReferenceEquals(line.Line, counted) && figures.IsTold(line))) return false;
        for (var at = 0; at < goal.Count; at++)
        {
            if (goal[at] is not { IsMoney: true, Per.Count: > 0 } price || price.Number != part.Price) continue;
            var sum = goal.Skip(at + 1).TakeWhile(told => told.Sentence == price.Sentence && !(told.IsMoney && told.Per.Count > 0))
                .FirstOrDefault(told => told.IsMoney);
            if (sum is not null && sum.Number != part.Yuan && WordList.IsIn(sum.Before, review.Standards.Words.Makes)) return true;
        }

        return false;
    }

    /// <summary>True when the goal tells what price and count make, and the amount as well.</summary>
    private static bool IsToldWith(Part part, ReviewedProject project, Domain.Money.Measure amount)
    {
        var sums = ProjectFigures.Of(project).Goal.Where(told => told is { IsMoney: true, Per.Count: 0 }).ToArray();
        return Array.Exists(sums, sum => sum.Number == part.Yuan) && Array.Exists(sums, sum => sum.Number == amount.Value);
    }

    /// <summary>
    /// The largest sum of the goal that this amount and one or two other sums of the goal make: what others pay, or what is left of last
    /// year, pays for the rest; 0 where the goal tells none.
    /// </summary>
    private static decimal SharedWhole(ReviewedProject project, Domain.Money.Measure amount)
    {
        var sums = ProjectFigures.Of(project).Goal.Where(told => told is { IsMoney: true, Per.Count: 0 }).Select(told => told.Number)
            .Distinct().ToArray();
        if (!sums.Contains(amount.Value)) return 0m;
        bool IsMade(decimal rest) => sums.Contains(rest) || Array.Exists(sums, one => one < rest && rest - one != one
            && sums.Contains(rest - one));
        return sums.Where(sum => sum > amount.Value && IsMade(sum - amount.Value)).DefaultIfEmpty().Max();
    }

    /// <summary>合同总价23.6万元，验收后先付60%: what is bought, of which the amount pays a part; 0 where the goal tells no contract.</summary>
    private static decimal ContractSum(ReviewedProject project, IndicatorReview review) => ProjectFigures.Of(project).Goal
        .Where(told => told is { IsMoney: true, Per.Count: 0 } && WordList.IsIn(told.Before, review.Standards.Words.ContractSums))
        .Select(told => told.Number).DefaultIfEmpty().Max();

    private static bool MakesAmount(Part part, ProjectFigures figures, Domain.Money.Measure amount) => part.Counted.Any(unit =>
        figures.Goal.Where(told => told.Unit == unit && told is { IsMoney: false, Per.Count: 0 }).Select(told =>
            told.Number).Distinct().ToArray()
            is { Length: > 1 } counts && Math.Abs((counts.Sum() * part.Price) - amount.Value) <= amount.HalfWidth);

    private static bool IsAll(Part part, Domain.Money.Measure amount) =>
        part.Counted.Count > 0 && Math.Abs(part.Yuan - amount.Value) <= part.HalfWidth + amount.HalfWidth;

    private static bool IsAbove(Part part, decimal amount, decimal halfWidth) =>
        part.Yuan <= Many * amount && part.Yuan - part.HalfWidth > amount + halfWidth && part.Yuan > 1.01m * amount;

    /// <summary>Indicators that set the price of the goal.</summary>
    private static IEnumerable<ReviewedIndicator> Lines(ReviewedProject project, Part part) => part.Told is not { } told
        ? []
        : ProjectFigures.Of(project).Lines.Where(line => line.IsMoney && line.Number == told.Number && line.Per.Count > 0)
            .Select(line => line.Line);

    private static Objection Objection(ReviewedProject project, decimal yuan, string said, ReviewedIndicator[] lines) => new(
        project, lines.FirstOrDefault(), ProjectPart.Goal, AmountComparison.Said(yuan), AmountComparison.Said(project.Amount!.Value.Value),
            said)
    { Also = lines };
}
