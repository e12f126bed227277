using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// unitConflict：计量单位与目标不一致。The same figure for the same thing, people in the goal and pieces in the indicator: 230人 and ≥230个.
/// </summary>
internal sealed class UnitConflictCheck : LineCheck
{
    private static readonly string[] People = ["人", "户"];
    private static readonly string[] Kindred = ["人", "人次", "户", "户次", "%", "个百分点"];

    /// <inheritdoc />
    public override string Name => "unitConflict";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (!review.Meaning.IsCount(line) || LineQuantity.Of(line) is not { Per.Count: 0 } set || Kindred.Contains(set.Unit)) return null;
        var generic = review.Standards.Words.Generic;
        var told = ProjectFigures.Of(project).Goal
            .FirstOrDefault(quantity => People.Contains(quantity.Unit) && quantity.Per.Count == 0 && quantity.Number == set.Number
            && (Kinship.Of(quantity, line.Indicator.Name, []) > 1 || Kinship.NamesTheSame(quantity, line.Indicator.Name, generic)));
        // 村组干部230人 ≥230个: the name itself tells the unit
        told ??= Domain.Indicators.Quantities.QuantityText.Read(line.Indicator.Name)
            .FirstOrDefault(quantity => People.Contains(quantity.Unit) && quantity.Number == set.Number);
        return told is null ? null : new Objection(project, line, Actual: line.Target, Expected: told.Text, Match: line.Unit);
    }
}
