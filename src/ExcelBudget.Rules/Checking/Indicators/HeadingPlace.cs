using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Whether a level 2 heading stands under a level 1 that the pack gives it.</summary>
internal static class HeadingPlace
{
    /// <summary>
    /// True for a line without target whose name is a heading's (满意度, 社会效益): a heading of a form nobody had seen, no indicator.
    /// </summary>
    public static bool IsHeading(ReviewedIndicator line, IndicatorStandards standards) =>
        line.Indicator.Operator == Domain.Indicators.TargetOperator.None && line.Stem.Length > 1
        && standards.Levels.Any(level => level.Level2.Append(level.Level1).Any(name => name == line.Stem || name == line.Stem + "指标"));

    /// <summary>
    /// True for a heading that the pack knows elsewhere: another level's 二级指标, or a 一级指标 itself. A heading nobody knows is no slip of
    /// place.
    /// </summary>
    public static bool IsForeign(ReviewedIndicator line, IndicatorStandards standards) =>
        LineAnswers.Of(line, standards, LineQuestion.ForeignHeading, standards, Find);

    private static bool Find(ReviewedIndicator line, IndicatorStandards standards)
    {
        var (level1, level2) = (line.Indicator.Level1, line.Indicator.Level2);
        if (level1.Length == 0 || level2.Length == 0 || level1 == level2) return false;
        return standards.Levels.Any(level => level.Level1 == level1)
            && !standards.Levels.Any(level => level.Level1 == level1 && level.Level2.Contains(level2))
            && standards.Levels.Any(level => level.Level1 != level1 && (level.Level1 == level2 || level.Level2.Contains(level2)));
    }
}
