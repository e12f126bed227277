using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// goalCost：目标与成本指标的各项对不上。The goal tells several sums and the cost indicators carry some of them: a sum that no indicator carries, or,
/// where the goal names all its parts, an indicator that the goal does not tell.
/// </summary>
internal sealed partial class GoalCostCheck : ProjectCheck
{
    private const int Kin = 2;
    private const decimal Trifle = 10m;

    /// <inheritdoc />
    public override string Name => "goalCost";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (Remainder(project, review) is { } remainder) yield return remainder;
        if (project.Amount is not { Value: > 0m } amount
            || project.Indicators.Any(line => review.Meaning.IsCost(line) && review.Meaning.IsTotal(line)))
        {
            yield break;
        }
        var told = Enumeration.Of(project, review);
        var parts = told.Parts.Where(part => part.Told is { Per.Count: 0 }).ToArray();
        var costs = ProjectFigures.Of(project).Lines
            .Where(line => line is { IsMoney: true, Per.Count: 0 } && review.Meaning.IsCost(line.Line)
                && !review.Meaning.IsPerUnit(line.Line)).ToArray();
        // sums that do not make the amount, of a goal that does not say that it names them all, are examples
        if (!told.IsExhaustive && !Enumeration.IsAlike(told.Sum, amount.Value)) yield break;
        if (parts.Length < 2 || costs.Length == 0 || costs.Any(cost => cost.Number == amount.Value)
            || !costs.Any(cost => parts.Any(part => part.Yuan == cost.Number)))
        {
            yield break;
        }
        // 标线52万元 beside 标线更新费 25万元: the other figure for the same thing is told as a conflict
        var odd = costs.Where(cost => !parts.Any(part => part.Yuan == cost.Number)).ToArray();
        var priced = Products(project, review).ToArray();
        var carried = parts.ToLookup(part => Array.Exists(priced, yuan => Enumeration.IsAlike(yuan, part.Yuan))
            || costs.Any(cost => cost.Number == part.Yuan || IsKin(part, cost, review)) || odd.Any(cost => Near(part, cost, review) > 0));
        // where the indicators leave out more than they carry, or a trifle, they were not meant to name all
        var missing = carried[false].Where(part => part.Told!.IsAbout is false && part.Yuan >= amount.Value / Trifle
            && !IsSetBy(part, costs, project, review) && !IsShareOfCost(part, costs, project)).ToArray();
        // 清洗17.6万元、改造26万元、绿化14万元 beside 清洗费 alone: who names one cost of three names examples
        if (!told.IsExhaustive && missing.Length > 0
            && parts.Count(part => IsSetBy(part, costs, project, review)) is var set
            && (set < Kin || set + missing.Length < parts.Length)) yield break;
        foreach (var part in missing.Length <= carried[true].Count() ? missing : [])
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: part.Told!.Text, Match: Said(part));
        }

        if (!told.IsExhaustive || told.IsUnclear) yield break;
        foreach (var cost in odd.Where(cost => !parts.Any(part => Near(part, cost, review) > 0)))
        {
            yield return new Objection(project, cost.Line, Actual: cost.Line.Target, Match: cost.Line.Title + cost.Line.Target);
        }
    }

    /// <summary>贴息分两次，兑付16万元、20万元 beside 贴息 ≤36万元: with the other figures of its sentence it is what an indicator carries.</summary>
    private static bool IsShareOfCost(Part part, LineQuantity[] costs, ReviewedProject project) =>
        ProjectFigures.Of(project).Goal.Where(told => told is { IsMoney: true, Per.Count: 0 }
                && told.Sentence == part.Told!.Sentence && !ReferenceEquals(told, part.Told)).ToArray() is { Length: > 0 } beside
        && Array.Exists(costs, cost => cost.Number != part.Yuan && (cost.Number == part.Yuan + beside.Sum(told => told.Number)
            || Array.Exists(beside, told => cost.Number == part.Yuan + told.Number)));

    /// <summary>True for a part that a cost indicator sets, as a sum or as a price for one with its count.</summary>
    private static bool IsSetBy(Part part, LineQuantity[] costs, ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        return Array.Exists(costs, cost => cost.Number == part.Yuan || IsKin(part, cost, review))
            // 每月物业费 ≤2.6万元 beside 物业费31.2万元
            || figures.Lines.Any(line => line is { IsMoney: true, Per: [var span] } && review.Meaning.IsCost(line.Line)
                && Domain.Indicators.Quantities.QuantityUnits.TimesAYear(span) is { } times && line.Number * times == part.Yuan)
            || IsMadeBySetPrice(part, figures, review)
            || figures.Lines.Any(line => line is { IsMoney: true, Per.Count: > 0 } && review.Meaning.IsCost(line.Line)
                && figures.Goal.Concat<object>(figures.Lines).Any(count => Enumeration.IsAlike(part.Yuan, line.Number * Number(count))));
    }

    /// <summary>每人每月补助200元，每点1人，需6.72万元: what the price right before it comes to, and an indicator sets that price.</summary>
    private static bool IsMadeBySetPrice(Part part, ProjectFigures figures, IndicatorReview review)
    {
        if (part.Told is not { Per.Count: 0 } sum || !WordList.IsIn(sum.Before, review.Standards.Words.Makes)) return false;
        var price = figures.Goal.TakeWhile(told => !ReferenceEquals(told, sum)).LastOrDefault(told => told.IsMoney);
        return price is { Per.Count: > 0 } && price.Sentence == sum.Sentence
            && figures.Lines.Any(line => line is { IsMoney: true, Per.Count: > 0 } && line.Number == price.Number
                && review.Meaning.IsCost(line.Line));
    }

    private static decimal Number(object count) => count switch
    {
        Domain.Indicators.Quantities.TextQuantity { IsMoney: false } told => told.Number,
        LineQuantity { IsMoney: false } set => set.Number,
        _ => 0m,
    };

    /// <summary>What the prices of the indicators come to: 158个×5000元 carries the 79万元 of the goal.</summary>
    private static IEnumerable<decimal> Products(ReviewedProject project, IndicatorReview review)
    {
        var reader = new PriceReader(project, review);
        return ProjectFigures.Of(project).Lines.Where(line => line is { IsMoney: true, Per.Count: > 0 })
            .SelectMany(reader.Of).Select(part => part.Yuan).Concat(Loosely(project));
    }

    /// <summary>每册45元 and 1.6万册, 每人每月800元 and 40人: every price times every count in its unit, wherever they stand.</summary>
    internal static IEnumerable<decimal> Loosely(ReviewedProject project)
    {
        var figures = ProjectFigures.Of(project);
        var counts = figures.Goal.Where(told => told is { IsMoney: false, Per.Count: 0 }).Select(told => (told.Unit, told.Number))
            .Concat(figures.Lines.Where(line => line is { IsMoney: false, Per.Count: 0 }).Select(line => (line.Unit, line.Number)))
            .Distinct().ToArray();
        return from price in figures.Goal.Where(told => told is { IsMoney: true, Per.Count: > 0 }).Select(told => (told.Per, told.Number))
                   .Concat(figures.Lines.Where(line => line is { IsMoney: true, Per.Count: > 0 }).Select(line => (line.Per, line.Number)))
               from count in counts
               where price.Per.Contains(count.Unit)
               select price.Number * count.Number * price.Per.Aggregate(1m, (times, per) =>
                   times * (Domain.Indicators.Quantities.QuantityUnits.TimesAYear(per) ?? 1m));
    }

    /// <summary>其余用于器材购置: what the goal leaves over against the cost of that thing.</summary>
    private static Objection? Remainder(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || Rest().Match(project.PlainGoal) is not { Success: true } rest) return null;
        var told = Enumeration.Of(project, review);
        if (told.IsUnclear || told.Parts.Count == 0 || told.Parts.Any(part => part.IsAssumed || part.Told?.IsAbout == true)) return null;
        var left = amount.Value - told.Sum;
        var costs = ProjectFigures.Of(project).Lines
            .Where(line => line is { IsMoney: true, Per.Count: 0 } && review.Meaning.IsCost(line.Line)
                && Kinship.Of(rest.Groups["what"].Value, line.Line.Indicator.Name, review.Standards.Words.Generic) > 1).ToArray();
        return left > 0m && costs is [var cost] && !Enumeration.IsAlike(cost.Number, left)
            ? new Objection(project, cost.Line, Actual: cost.Line.Target, Expected: AmountComparison.Said(left),
                Match: cost.Line.Title + cost.Line.Target)
            : null;
    }

    [GeneratedRegex(@"其余(?:资金|经费)?(?:全部)?(?:用于|为|作为)(?<what>[^，。；;,]{2,14})")]
    private static partial Regex Rest();

    private static bool IsKin(Part part, LineQuantity cost, IndicatorReview review) => Near(part, cost, review) >= Kin;

    private static int Near(Part part, LineQuantity cost, IndicatorReview review) =>
        Kinship.Of(part.Told!, cost.Line.Indicator.Name, review.Standards.Words.Generic);

    private static string Said(Part part) => part.Told!.Before + part.Told.Text;
}
