using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// vagueTarget：指标值含糊，无法考核。Words by which nothing can be measured: 加强管理, 若干项, 有所提高, 进一步完善; and satisfaction in words where the
/// pack wants a percentage.
/// </summary>
internal sealed class VagueTargetCheck : LineCheck
{
    private const int LongestDeed = 4;

    /// <inheritdoc />
    public override string Name => "vagueTarget";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        Is(line, review) && !IsSoft(line, review) ? new Objection(project, line, Actual: line.Indicator.Value) : null;

    /// <summary>True for words that only leave open how much or when (不断提高, 及时): a hint, no question.</summary>
    internal static bool IsSoft(ReviewedIndicator line, IndicatorReview review)
    {
        var said = line.Indicator.Value;
        var words = review.Standards.Words;
        // 定性 优良中低差: the scale by which it will be graded, as some forms print it
        if (IsDegreeOfEffect(line, review) || said is "优良中低差" or "优良中差" or "好中差" or "高中低") return true;
        return words.Soft.Any(word => said.StartsWith(word, StringComparison.Ordinal))
            && !words.Vague.Any(word => said.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>群众法治意识 有所提高 among the effects: what comes of it is told, only not how much.</summary>
    private static bool IsDegreeOfEffect(ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        return words.Degrees.Any(word => line.Indicator.Value.StartsWith(word, StringComparison.Ordinal))
            && line.Indicator.Level1 != words.SatisfactionLevel && !review.Standards.Levels.Any(level =>
                level.Level1 == line.Indicator.Level1 && level.Level2.Any(review.Standards.Measured.Contains));
    }

    /// <summary>及时拨付 under 时效指标 tells no time.</summary>
    private static bool IsDeedInTime(string said, string word, ReviewedIndicator line, IndicatorReview review) =>
        said.Length <= word.Length + LongestDeed && said.StartsWith(word, StringComparison.Ordinal) && !said.Any(char.IsDigit)
            && review.Standards.Filing.Any(filing => filing.Kind == Domain.Packs.FilingStandard.Span && filing.BelongsTo == line.Group);

    /// <summary>True for such words.</summary>
    internal static bool Is(ReviewedIndicator line, IndicatorReview review) =>
        LineAnswers.Of(line, review.Standards, LineQuestion.Vague, review, Find);

    private static bool Find(ReviewedIndicator line, IndicatorReview review)
    {
        if (line.Indicator.Operator != TargetOperator.Qualitative || (!line.IsStatement && RepeatsNameCheck.Repeats(line))) return false;
        var words = review.Standards.Words;
        var said = line.Indicator.Value;
        var isVague = words.Vague.Any(
            word => line.IsStatement ? said.EndsWith(word, StringComparison.Ordinal) : said.Contains(word, StringComparison.Ordinal));
        var isUnmeasured = words.SatisfactionWords.Contains(said) && line.Indicator.Level1 == words.SatisfactionLevel;
        isVague |= line.IsStatement
            ? words.VagueTimes.Any(word => said == word || IsDeedInTime(said, word, line, review))
            : words.VagueStarts.Any(word => said.StartsWith(word, StringComparison.Ordinal));
        // a deed under 产出指标 is to be measured; under 效益指标 a sentence may say what comes of it
        var isDeed = line.IsStatement && review.Standards.Filing.Any(filing => filing.BelongsTo == line.Group)
            && words.VagueStarts.Any(word => said.StartsWith(word, StringComparison.Ordinal));
        return isVague || isUnmeasured || isDeed;
    }
}
