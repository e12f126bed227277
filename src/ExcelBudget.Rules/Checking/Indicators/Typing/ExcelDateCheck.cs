using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>excelDate：日期变成了序号。A bare number that is a day as Excel counts it, where a date belongs: 完成时间 45657.</summary>
internal sealed class ExcelDateCheck : LineCheck
{
    // 2000-01-01 to 2050-12-31
    private const decimal FirstDay = 36_526m;
    private const decimal LastDay = 55_152m;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <inheritdoc />
    public override string Name => "excelDate";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        Is(line, review)
            ? new Objection(
            project, line, Actual: line.Target, Expected: DayZero.AddDays((int)line.Number!.Value)
            .ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture)) : null;

    /// <summary>True for such a number, also where its column of units repeats it (44,561 44,561).</summary>
    internal static bool Is(ReviewedIndicator line, IndicatorReview review) =>
        line is { Number: >= FirstDay and <= LastDay } && !line.Indicator.Unit.Any(char.IsLetter)
        && line.Number == decimal.Truncate(line.Number.Value)
        && IndicatorMeaning.ContainsAny(line.Indicator.Name + line.Group, review.Standards.Words.Times);
}
