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

    /// <inheritdoc />
    public override string Name => "goalParts";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || review.Meaning.SpeaksOfManyYears(project.Name)) return [];
        if (OwnTotal.In(project, review) is { } own) return [Objection(project, new Enumeration([own], false, false))];
        var told = Enumeration.Of(project, review);
        var half = told.Parts.Sum(part => part.HalfWidth) + amount.HalfWidth;
        if (told.Parts.Count == 0 || told.Parts.Any(part => part.Yuan > amount.Value + half)
            || (Enumeration.IsAlike(told.Sum, amount.Value) && !IsExact(told))) return [];
        // of a goal of many sums nobody knows which are parts: only those right before a total that is the amount are
        if (ProjectFigures.Of(project).Goal.Count(told => told is { IsMoney: true, Per.Count: 0 }) > MostSums) told = BeforeTotal(project, told, amount);
        if (told.Parts.Count == 0) return [];
        // 每园35万元，共140万元，导师24万元，补贴36万元，合计200万元: some of them, told one after the other, are all
        if (MakesAmount(told.Parts, amount)) return [];
        var isAbove = told.Parts.Count > 1 && told.Sum - half > amount.Value;
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

    private static bool MakesAmount(IReadOnlyList<Part> parts, Domain.Money.Measure amount)
    {
        for (var first = 0; first < parts.Count - 1; first++)
        {
            var (sum, half) = (parts[first].Yuan, parts[first].HalfWidth + amount.HalfWidth);
            for (var next = first + 1; next < parts.Count; next++)
            {
                sum += parts[next].Yuan;
                half += parts[next].HalfWidth;
                if (Math.Abs(sum - amount.Value) <= half && next - first + 1 < parts.Count) return true;
            }
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
