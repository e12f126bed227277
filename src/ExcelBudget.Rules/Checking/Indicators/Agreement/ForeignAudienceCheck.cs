using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignAudience：别的领域、别的地方的指标。在校学生对食堂满意度 in 养羊扶持, 清理河道淤泥 in 年鉴编印, 红柳县农户满意度 in 宁塬县: what is meant belongs to
/// another field or county, of which neither the unit's name nor the project's, its goal nor any other indicator speaks.
/// </summary>
internal sealed class ForeignAudienceCheck : LineCheck
{
    private const int LongestName = 16;
    private const string Graduates = "大学生";
    private const string Content = "满意度";
    private const string Meals = "伙食";
    private const int MostOfAudience = 4;

    /// <inheritdoc />
    public override string Name => "foreignAudience";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OtherPlace(project, line, review) is { } place)
            return new Objection(project, line, Actual: line.Target, Match: place) { Field = "name" };
        // a whole sentence speaks of more than what it sets
        if (line.IsStatement || line.Stem.Length > LongestName) return null;
        if (IsWide(project, review)) return null;
        // 培训伙食费: meals are paid for in any business
        if (line.Stem.Contains(Meals, StringComparison.Ordinal) && !line.Stem.EndsWith(Content, StringComparison.Ordinal)) return null;
        // 信访件数 ≤2件: that nobody complains is an effect of any work
        if ((line.Number is null || IndicatorMeaning.IsUpperBound(line)) && WordList.IsIn(line.Stem,
            review.Standards.Words.Complaints)) return null;
        // 大学生新兵占比: those who have left school
        var stem = line.Stem.Replace(Graduates, "", StringComparison.Ordinal);
        var fields = BusinessFields.Of(review.Standards.Words);
        if (!fields.AreIn(stem)) return null;
        // 青塘区水务局: the name of the place has signs of its own
        var said = review.UnitName[(review.UnitName.AsSpan().IndexOfAny("县区市旗") + 1)..] + project.Name + project.Goal
            + string.Concat(project.Indicators
            .Where(other => !ReferenceEquals(other, line)).Select(other => other.Indicator.Name));
        // whose content is asked for says more than what else is done
        var isAudience = stem.EndsWith(Content, StringComparison.Ordinal);
        var own = project.Name + "|" + project.Goal;
        // 供热信访件办结率 in 集中供热: a word of its own beside the field's
        if (!isAudience && Kinship.Of(stem, own, [.. review.Standards.Words.Generic, .. review.Standards.Words.FitsAll]) > 0) return null;
        return fields.Foreign(stem, said, own, isAudience ? MostOfAudience : BusinessFields.MostFields) is { } who
            ? new Objection(project, line, Actual: line.Target, Match: who) { Field = "name" } : null;
    }

    /// <summary>河口乡政府综合运转, 驻村工作队: what a township does and what is done for a village is of every field.</summary>
    private static bool IsWide(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        return IndicatorMeaning.ContainsAny(project.Name, words.WideBusiness)
            || words.PlaceSigns.Any(sign => sign is not ("县" or "旗") && ((project.Name.IndexOf(sign, StringComparison.Ordinal) is 2 or 3
                    // 送戏下乡: whereto, no place
                    && project.Name[project.Name.IndexOf(sign, StringComparison.Ordinal) - 1]
                        is not ('下' or '进' or '入' or '返' or '城' or 'e' or 'E'))
                || review.UnitName.LastIndexOf(sign, StringComparison.Ordinal) > 1));
    }

    private static string? OtherPlace(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OtherTown(project, line, review.Standards.Words) is { } town) return town;
        if (PlaceNames.NotOf(review.UnitName, line.Indicator.Name, review.Standards.Words) is not { } place) return null;
        return project.Name.Contains(place[..2], StringComparison.Ordinal) || project.Goal.Contains(place[..2], StringComparison.Ordinal)
            || project.Indicators.Any(other => !ReferenceEquals(other, line)
                && other.Indicator.Name.Contains(place[..2], StringComparison.Ordinal)) ? null : place;
    }

    /// <summary>青坪镇人居环境 in 柳堰镇村庄保洁: the name begins with a town, and the project with another, of which alone the rest speaks.</summary>
    private static string? OtherTown(ReviewedProject project, ReviewedIndicator line, Domain.Packs.IndicatorWords words)
    {
        if (PlaceNames.In(project.Name, words).FirstOrDefault() is not { } own || own[^1] is '县' or '旗' || !PlaceNames.IsName(own, words)
            || !project.Name.StartsWith(own, StringComparison.Ordinal)) return null;
        var other = PlaceNames.In(line.Indicator.Name, words).FirstOrDefault();
        return other is not null && other[2..] == own[2..] && other != own && PlaceNames.IsName(other, words)
            && line.Indicator.Name.StartsWith(other, StringComparison.Ordinal) && !project.Goal.Contains(other[..2],
                StringComparison.Ordinal)
            ? other : null;
    }
}
