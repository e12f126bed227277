using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>Which of the pack's levels a project has and which it lacks.</summary>
/// <param name="MissingLevels1">一级指标 with nothing under them, in the pack's order.</param>
/// <param name="MissingLevels2">Required 二级指标 with nothing under them, of level 1 that are there.</param>
/// <param name="IsTruncated">True when a free text breaks off: its last levels are missing and nothing before them.</param>
internal sealed record Dimensions(IReadOnlyList<string> MissingLevels1, IReadOnlyList<string> MissingLevels2, bool IsTruncated)
{
    /// <summary>Signs behind the stem of a heading: 产出-, 效益（.</summary>
    private const string Joints = "-—－（(）):：，,、";

    private const string Breaks = "\n\t -—－（(:：，,、。；;【\"“<>*#|｜";

    public static Dimensions Of(ReviewedProject project, IndicatorStandards standards) => project.Memory.Of(project, standards, Find);

    private static Dimensions Find(ReviewedProject project, IndicatorStandards standards)
    {
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in project.Indicators)
        {
            groups.Add(line.Indicator.Level1);
            groups.Add(line.Indicator.Level2);
        }

        // most projects have them all
        if (HasAll(groups, standards)) return Complete;
        var needed = standards.Levels.Where(level => !level.IsOptional).ToArray();
        var missing = needed.Where(level => !groups.Contains(level.Level1) && !IsUnread(project, level.Level1, standards)
                // （数量）…: a form that prints level 2 alone
                && !level.Level2.Any(name => IsUnread(project, name, standards)))
            .Select(level => level.Level1).ToArray();
        var partial = needed.Where(level => groups.Contains(level.Level1))
            .SelectMany(level =>
                level.Required.Where(required => !groups.Contains(required) && !IsUnderWrongName(project, level, standards)
                    && !IsUnread(project, required, standards)))
            .ToArray();
        var isCut = project is { IsFreeText: true, BreaksOff: true } && missing.Length > 0 && missing.Length < needed.Length
            && !project.EmptyHeadings.Intersect(missing).Any()
            && needed.TakeLast(missing.Length).Select(level => level.Level1).SequenceEqual(missing);
        return new Dimensions(missing, partial, isCut);
    }

    private static readonly Dimensions Complete = new([], [], IsTruncated: false);

    private static bool HasAll(HashSet<string> groups, IndicatorStandards standards)
    {
        foreach (var level in standards.Levels)
        {
            if (level.IsOptional) continue;
            if (!groups.Contains(level.Level1)) return false;
            foreach (var required in level.Required)
            {
                if (!groups.Contains(required)) return false;
            }
        }

        return true;
    }

    /// <summary>
    /// 产出-数量-建广场-8个, 数量上，…: a heading that the text prints and the reading did not take for one is not missing. One that was read and
    /// has nothing under it is.
    /// </summary>
    private static bool IsUnread(ReviewedProject project, string level, IndicatorStandards standards)
    {
        if (project.Text.Length == 0 || project.EmptyHeadings.Contains(level)) return false;
        var (text, stem) = (project.Text, level.EndsWith("指标", StringComparison.Ordinal) ? level[..^2] : level);
        for (var at = text.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.Ordinal))
        {
            var end = at + stem.Length;
            // 数量上，…; 效益指…; 二是数量
            if (end < text.Length && (Joints.Contains(text[end], StringComparison.Ordinal)
                    || standards.Words.HeadingEnds.Any(word => string.CompareOrdinal(text, end, word, 0, word.Length) == 0))
                && (at == 0 || Breaks.Contains(text[at - 1], StringComparison.Ordinal)
                    || standards.Words.HeadingStarts.Any(word => text.AsSpan(0, at).EndsWith(word)))) return true;
        }

        return false;
    }

    /// <summary>The heading may only be misspelt: another finding speaks of a heading that the level does not know.</summary>
    private static bool IsUnderWrongName(ReviewedProject project, LevelStandard level, IndicatorStandards standards) =>
        project.Indicators.Any(line => line.Indicator.Level1 == level.Level1 && HeadingPlace.IsForeign(line, standards));
}
