using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>staleDate：日期不在预算年度。Another year than the budget's in an indicator; what is meant (《》, 截至, spans) is left alone.</summary>
internal sealed partial class StaleDateCheck : LineCheck
{
    /// <summary>2022年6月底前, 2022年12月: nothing but a day.</summary>
    private static readonly WordPatterns<Regex> Terms = new(words => WordPattern.Make(
        $@"^{WordPattern.Any(words.DayLeads)}?20[0-9]{{2}}[年.\-/]\s*(?:[0-9]{{1,2}}月?|{WordPattern.Any(words.YearEnds)}).{{0,8}}$"));

    /// <inheritdoc />
    public override string Name => "staleDate";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var (name, value) = (line.Indicator.Name, line.Indicator.Value);
        if (!StaleYearChecker.MayHoldYear(line.Indicator.Raw) && !StaleYearChecker.MayHoldYear(name)
            && !StaleYearChecker.MayHoldYear(value) && !StaleYearChecker.MayHoldYear(line.Description)) return null;
        // of a table with the years before only the target counts
        var isRow = line.Indicator.Raw.Length == 0 || line.Indicator.Raw.Contains('\t', StringComparison.Ordinal);
        var told = isRow ? name + "\n" + value : line.Indicator.Raw;
        var years = StaleYearChecker.StaleYears(told + "\n" + line.Description, review.Year).Where(year => year < review.Year
                && !StaleYearChecker.IsSettled(told, year, review.Standards.Words.LookingBack)).Distinct().ToArray();
        if (years.Length == 0) return NextYear(project, line, review);
        // （原2021年）2022年9月1日前: the budget's own year is told as well
        if (value.Contains(Said(review.Year)[..4], StringComparison.Ordinal)
            && !years.Any(year => value.Contains(Said(year)[..4], StringComparison.Ordinal))) return null;
        var said = string.Join('、', years.Select(Said));
        // only a past day that the target itself sets makes the printed text wrong for certain
        return new Objection(project, line, Actual: said, Expected: Said(review.Year), Match: said)
        {
            IsDoubtful = project.Doubt.IsUnclear || told.Contains(Said(review.Year)[..4], StringComparison.Ordinal)
                || !Terms.Of(review.Standards.Words).IsMatch(line.Indicator.Value),
        };
    }

    /// <summary>
    /// 招聘活动完成时间 2027年12月底前 in the budget of 2026: done a whole year after it is paid for, and the goal knows nothing of that.
    /// </summary>
    private static Objection? NextYear(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        var (words, next) = (review.Standards.Words, review.Year + 1);
        if (!line.Indicator.Value.StartsWith(Said(next), StringComparison.Ordinal) || !Late().IsMatch(line.Indicator.Value)
            || !words.Finishes.Concat(Arrives).Any(word => line.Stem.Contains(word, StringComparison.Ordinal))
                || WordList.IsIn(line.Stem, words.OffWork)
            || (project.Name + project.Goal).Contains(Said(next)[..4], StringComparison.Ordinal)
            || WordList.IsIn(project.Goal, words.NextYears) || review.Meaning.SpeaksOfManyYears(project.Name + project.Goal)
            || project.Indicators.Any(other => !ReferenceEquals(other, line)
                && other.Indicator.Raw.Contains(Said(next)[..4], StringComparison.Ordinal))) return null;
        return new Objection(project, line, Actual: Said(next), Expected: Said(review.Year), Match: Said(next)) { IsDoubtful = true };
    }

    private static readonly string[] Arrives = ["入库", "到位", "交付", "上线", "投用", "投入使用", "开馆", "开通"];

    [GeneratedRegex("年[0-9]{1,2}月")]
    private static partial Regex Late();

    private static string Said(int year) => year.ToString(CultureInfo.InvariantCulture) + "年";
}
