using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingName：缺指标名称。A target that does not say what it measures.</summary>
internal sealed class MissingNameCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "missingName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Operator != TargetOperator.None && IsNone(line.Indicator.Name)
                ? new Objection(project, line, Actual: line.Target) { Field = "name" }
                : null;

    /// <summary>True without any letter: punctuation, or a figure alone.</summary>
    private static bool IsNone(string name)
    {
        var isFigure = true;
        foreach (var sign in name)
        {
            if (!char.IsLetterOrDigit(sign)) isFigure = false;
            else if (!char.IsDigit(sign)) return false;
        }

        return isFigure || !name.Any(char.IsDigit);
    }

    /// <inheritdoc />
    protected override string? Shared(Objection objection) => objection.At?.Group;
}
