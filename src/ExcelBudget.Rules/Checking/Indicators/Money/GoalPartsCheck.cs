using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// goalParts：目标中的各项金额与项目金额不符。The parts that a goal tells, as sums or as prices times counts: together above the amount, or below it
/// where the goal says that all the money goes there (全部用于).
/// </summary>
internal sealed class GoalPartsCheck : ProjectCheck
{
    /// <summary>A goal that tells more sums than these has more to tell than its parts.</summary>
    private const int MostSums = 6;

    // who tells more than that tells no list of parts
    private const int MostParts = 12;

    /// <inheritdoc />
    public override string Name => "goalParts";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (OwnTotal.OfThisYear(project, review) is { } yearly) return [Objection(project, new Enumeration([yearly], false, false))];
        if (project.Amount is not { Value: > 0m } amount || review.Meaning.SpeaksOfManyYears(project.Name)) return [];
        if (OwnTotal.In(project, review) is { } own) return [Objection(project, new Enumeration([own], false, false))];
        if (UsesTogether.In(project) is { } uses)
        {
            return [new Objection(project, null, ProjectPart.Goal, AmountComparison.Said(uses.Yuan), AmountComparison.Said(amount.Value),
                uses.Said)];
        }

        var told = Enumeration.Of(project, review);
        var half = told.Parts.Sum(part => part.HalfWidth) + amount.HalfWidth;
        if (told.Parts.Count == 0 || told.Parts.Any(part => part.Yuan > amount.Value + half)
            || (Enumeration.IsAlike(told.Sum, amount.Value) && !IsExact(told))) return [];
        // of a goal of many sums nobody knows which are parts: only those right before a total that is the amount are
        if (ProjectFigures.Of(project).Goal.Count(sum => sum is { IsMoney: true, Per.Count: 0 }) > MostSums)
            told = BeforeTotal(project, told, amount);
        // 每园35万元，共140万元，导师24万元，补贴36万元，合计200万元: some of them are all, the others tell what those are made of
        // 财政拨款31.2万元，上年结转6万元 … 62处，每处6000元: who pays, and what all of it is paid for
        if (told.Parts.Any(part => part.Told is { Per.Count: > 0 } && Math.Abs(part.Yuan - amount.Value) <= part.HalfWidth
            + amount.HalfWidth)
            && told.Parts.All(part => part.Told is { Per.Count: > 0 } || (part.Told is { } sum
                && (sum.Before.EndsWith("拨款", StringComparison.Ordinal) || WordList.IsIn(sum.Before,
                    review.Standards.Words.Payers))))) return [];
        if (told.Parts.Count is 0 or > MostParts || Makes(told.Parts, 0, 0, amount.Value, amount.HalfWidth)) return [];
        // C级每户最高1.6万元、D级每户最高3万元，平均每户2万元: not each gets the most
        var isAbove = told.Parts.Count > 1 && told.Sum - half > amount.Value
            && !told.Parts.Any(part => part.Told is { Per.Count: > 0 } price
                && IndicatorMeaning.ContainsAny(price.Lead, review.Standards.Words.Ceilings));
        var isBelow = told.IsExhaustive && !told.IsUnclear && told.Sum + half < amount.Value
            && (told.Parts.Count > 1 || told.Parts[0].Told is { Per.Count: > 0 });
        return isAbove || isBelow ? [Objection(project, told)] : [];
    }

    /// <summary>The sums of the sentence in which the amount is told as a total, up to it; none where it is not.</summary>
    private static Enumeration BeforeTotal(ReviewedProject project, Enumeration all, Domain.Money.Measure amount)
    {
        var goal = ProjectFigures.Of(project).Goal;
        var total = goal.FirstOrDefault(told => told is { IsMoney: true, Per.Count: 0 } && told.Number == amount.Value
            && told.Lead.Contains('计', StringComparison.Ordinal));
        if (total is null) return all with { Parts = [] };
        var before = goal.TakeWhile(told => !ReferenceEquals(told, total)).Where(told => told.Sentence == total.Sentence).ToHashSet();
        return all with { Parts = [.. all.Parts.Where(part => part.Told is { } told && before.Contains(told))] };
    }

    /// <summary>True when some of the parts from one on make what is left, but not all of them.</summary>
    private static bool Makes(IReadOnlyList<Part> parts, int from, int taken, decimal left, decimal half)
    {
        if (taken > 1 && taken < parts.Count && Math.Abs(left) <= half) return true;
        for (var at = from; at < parts.Count; at++)
        {
            if (parts[at].Yuan <= left + half + parts[at].HalfWidth
                && Makes(parts, at + 1, taken + 1, left - parts[at].Yuan, half + parts[at].HalfWidth)) return true;
        }

        return false;
    }

    /// <summary>每个155万元，共4个，资金全部用于: nothing was rounded, so nothing may be left over.</summary>
    private static bool IsExact(Enumeration told) => told.IsExhaustive
        && told.Parts.All(part => part is { IsAssumed: false, IsWhole: true } && part.Told?.IsAbout == false);

    private static Objection Objection(ReviewedProject project, Enumeration told)
    {
        var lines = ProjectFigures.Of(project).Lines
            .Where(line => line.IsMoney && told.Parts.Any(part => part.Told?.Number == line.Number)).Select(line => line.Line).ToArray();
        return new Objection(
            project, null, ProjectPart.Goal, AmountComparison.Said(told.Sum), AmountComparison.Said(project.Amount!.Value.Value),
                string.Join('、', told.Parts.Select(part => part.Said)))
        { Also = lines };
    }
}
