using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// goalCost：目标与成本指标的各项对不上。The goal tells several sums and the cost indicators carry some of them: a sum that no indicator carries, or, where
/// the goal names all its parts, an indicator that the goal does not tell.
/// </summary>
public sealed class GoalCostCheck : ProjectCheck
{
    private const int Kin = 2;

    /// <inheritdoc />
    public override string Name => "goalCost";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || project.Indicators.Any(line => review.Meaning.IsCost(line) && review.Meaning.IsTotal(line))) yield break;
        var told = Enumeration.Of(project, review);
        var parts = told.Parts.Where(part => part.Told is { Per.Count: 0 }).ToArray();
        var costs = ProjectFigures.Of(project).Lines.Where(line => line is { IsMoney: true, Per.Count: 0 } && review.Meaning.IsCost(line.Line) && !review.Meaning.IsPerUnit(line.Line)).ToArray();
        if (parts.Length < 2 || costs.Length == 0 || costs.Any(cost => cost.Number == amount.Value) || !costs.Any(cost => parts.Any(part => part.Yuan == cost.Number))) yield break;
        foreach (var part in parts.Where(part => !costs.Any(cost => cost.Number == part.Yuan || IsKin(part, cost, review))))
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: part.Told!.Text, Match: Said(part));
        }

        if (!told.IsExhaustive || told.IsUnclear) yield break;
        foreach (var cost in costs.Where(cost => !parts.Any(part => cost.Number == part.Yuan || IsKin(part, cost, review))))
        {
            yield return new Objection(project, cost.Line, Actual: cost.Line.Target, Match: cost.Line.Title + cost.Line.Target);
        }
    }

    private static bool IsKin(Part part, LineQuantity cost, IndicatorReview review) => Kinship.Of(part.Told!, cost.Line.Indicator.Name, review.Standards.Words.Generic) >= Kin;

    private static string Said(Part part) => part.Told!.Before + part.Told.Text;
}
