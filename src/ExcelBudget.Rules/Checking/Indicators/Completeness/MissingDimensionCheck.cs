using ExcelBudget.Rules.Checking.Indicators.Filing;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>
/// missingDimension：缺一级指标。A project without any indicator under a level 1 that the pack requires; all that is missing in one objection.
/// </summary>
internal sealed class MissingDimensionCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "missingDimension";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var dimensions = Dimensions.Of(project, review.Standards);
        string[] levels1 = [.. dimensions.MissingLevels1.Where(level => !IsFiledElsewhere(project, level, review))];
        if (levels1.Length == 0 || dimensions.IsTruncated) return [];
        return [new Objection(project, Match: string.Join('、', levels1.Concat(dimensions.MissingLevels2)))
        {
            IsDoubtful = project.Doubt.IsUnclear,
        }];
    }

    /// <summary>
    /// 学员满意度 under 质量指标: the indicator of the level is there and in the wrong place, which is told at it; put right, nothing is missing.
    /// </summary>
    private static bool IsFiledElsewhere(ReviewedProject project, string level1, IndicatorReview review) => project.Indicators.Any(line =>
        Displacement.Of(line, review)?.BelongsTo is { } home
            && (home == level1 || review.Standards.Levels.Any(level => level.Level1 == level1 && level.Level2.Contains(home))));
}
