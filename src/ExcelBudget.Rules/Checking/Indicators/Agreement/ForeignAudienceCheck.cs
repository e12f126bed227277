namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignAudience：别的领域、别的地方的指标。在校学生对食堂满意度 in 养羊扶持, 秸秆综合利用率 in 年鉴编印, 红柳县农户满意度 in 宁塬县: what is meant belongs to
/// another field or county, of which neither the unit's name nor the project's, its goal nor any other indicator speaks.
/// </summary>
internal sealed class ForeignAudienceCheck : LineCheck
{
    /// <summary>免疫密度 is a share too.</summary>
    private const string Density = "密度";
    private const string Graduates = "大学生";

    /// <inheritdoc />
    public override string Name => "foreignAudience";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OtherPlace(project, line, review) is { } place)
            return new Objection(project, line, Actual: line.Target, Match: place) { Field = "name" };
        if (line.Number is null || line.Unit is not ("%" or "％" or "‰") || !(IndicatorMeaning.EndsWith(line, review.Standards.Words.Rates)
            || line.Stem.EndsWith(Density, StringComparison.Ordinal))) return null;
        if (IsWide(project, review)) return null;
        // 大学生新兵占比: those who have left school
        var stem = line.Stem.Replace(Graduates, "", StringComparison.Ordinal);
        var said = review.UnitName + project.Name + project.Goal + string.Concat(project.Indicators
            .Where(other => !ReferenceEquals(other, line)).Select(other => other.Indicator.Name));
        return BusinessFields.Of(review.Standards.Words).Foreign(stem, said) is { } who
            ? new Objection(project, line, Actual: line.Target, Match: who) { Field = "name" } : null;
    }

    /// <summary>河口乡政府综合运转, 驻村工作队: what a township does and what is done for a village is of every field.</summary>
    private static bool IsWide(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        return IndicatorMeaning.ContainsAny(project.Name, words.WideBusiness)
            || words.PlaceSigns.Any(sign => sign is not ("县" or "旗") && (project.Name.IndexOf(sign, StringComparison.Ordinal) is 2 or 3
                || review.UnitName.LastIndexOf(sign, StringComparison.Ordinal) > 1));
    }

    private static string? OtherPlace(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (PlaceNames.NotOf(review.UnitName, line.Indicator.Name, review.Standards.Words) is not { } place) return null;
        return project.Name.Contains(place[..2], StringComparison.Ordinal) || project.Goal.Contains(place[..2], StringComparison.Ordinal)
            || project.Indicators.Any(other => !ReferenceEquals(other, line)
                && other.Indicator.Name.Contains(place[..2], StringComparison.Ordinal)) ? null : place;
    }
}
