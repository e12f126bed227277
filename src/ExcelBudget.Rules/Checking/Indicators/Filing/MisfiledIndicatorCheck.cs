using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>misfiledIndicator：指标归类不当。A cost under 数量指标, a count under 质量指标; not where whole blocks are shifted.</summary>
internal sealed class MisfiledIndicatorCheck : ProjectCheck
{
    private const int NounLength = 2;

    /// <inheritdoc />
    public override string Name => "misfiledIndicator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (Displacement.IsShifted(project, review)) yield break;
        var isMoved = project.Indicators.Where(line => Displacement.Of(line, review) is not null).Select(line => line.Group).Distinct()
            .Skip(1).Any();
        foreach (var line in project.Indicators)
        {
            if ((Displacement.Of(line, review) ?? (isMoved ? Displacement.BesideOthers(line, review) : null)) is { } filing
                && !(filing.Kind == FilingStandard.Count && IsShareOf(project, line, filing.BelongsTo)))
                yield return new Objection(
                project, line, Actual: line.Group, Expected: filing.BelongsTo, Match: line.Target)
                { Field = "level2" };
        }
    }

    /// <summary>亿元以上项目 8个 beside 签约项目 25个: how many of what is counted elsewhere are good ones tells quality.</summary>
    private static bool IsShareOf(ReviewedProject project, ReviewedIndicator line, string counts) => project.Indicators.Any(whole =>
        whole.Group == counts && whole.Unit == line.Unit && whole.Number >= line.Number && Noun(whole) is { Length: > 0 } noun
            && noun == Noun(line));

    private static string Noun(ReviewedIndicator line)
    {
        var stem = line.Stem.TrimEnd('数', '量', '个');
        return stem.Length > NounLength ? stem[^NounLength..] : "";
    }
}
