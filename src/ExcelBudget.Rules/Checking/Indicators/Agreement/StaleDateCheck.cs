using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Checkers;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>staleDate：日期不在预算年度。Another year than the budget's in an indicator; what is meant (《》, 截至, spans) is left alone.</summary>
public sealed partial class StaleDateCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "staleDate";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var told = line.Indicator.Raw.Length > 0 ? line.Indicator.Raw : line.Indicator.Name + "\n" + line.Indicator.Value;
        var years = StaleYearChecker.StaleYears(Innocent().Replace(told + "\n" + line.Description, ""), review.Year).Where(year => year < review.Year).Distinct().ToArray();
        if (years.Length == 0) return null;
        var said = string.Join('、', years.Select(Said));
        return new Objection(project, line, Actual: said, Expected: Said(review.Year), Match: said);
    }

    /// <summary>Years that are meant: a span of months, a baseline, what is over (已于2024年7月完成).</summary>
    [GeneratedRegex(@"20\d{2}\s*[年.]\s*\d{1,2}\s*月?(\d{1,2}日)?\s*(-|—+|–|－|~|～|至|到)\s*(20\d{2}|次年|翌年)\s*[年.]?\s*\d{1,2}|20\d{2}年?度?\s*(实际|基数|基准|水平|同期|决算|完成值|平均)|(已|己)于?\s*20\d{2}年")]
    private static partial Regex Innocent();

    private static string Said(int year) => year.ToString(CultureInfo.InvariantCulture) + "年";
}
