namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// unitAgainstName：计量单位与名称不符。A count in percent, people in 次; a unit that begins with a stroke and has lost its first half (/本); a
/// price written backwards (次/350元).
/// </summary>
public sealed class UnitAgainstNameCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "unitAgainstName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (line.Number is null || line.Indicator.Unit.Length == 0) return null;
        if (line.Unit.Length == 0) return new Objection(project, line, Actual: line.Target, Expected: "完整的计量单位", Match: line.Indicator.Unit);
        if (IsBackwards(line)) return new Objection(project, line, Actual: line.Indicator.Raw, Expected: "元/" + line.Unit, Match: line.Indicator.Unit);
        var unit = line.Unit == "％" ? "%" : line.Unit;
        var broken = review.Standards.Units.FirstOrDefault(standard => standard.Refused.Contains(unit) && IndicatorMeaning.EndsWith(line, standard.Names));
        return broken is null ? null : new Objection(project, line, Actual: line.Target, Expected: broken.Usual, Match: line.Unit);
    }

    private static bool IsBackwards(ReviewedIndicator line) =>
        line.Indicator.Unit.Split('/') is [_, var last] && !line.IsMoney && ReviewedIndicator.MoneyIn(last.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.')) is not null;
}
