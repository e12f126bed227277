using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// misplacedHeading：二级指标放错位置。A heading under a level 1 that it does not belong to: (四)效益指标 inside 产出指标. One objection for a heading.
/// </summary>
internal sealed partial class MisplacedHeadingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "misplacedHeading";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review) =>
        Unheaded(project).Concat(project.Indicators
        .Where(line => HeadingPlace.IsForeign(line, review.Standards))
        .DistinctBy(line => (line.Indicator.Level1, line.Indicator.Level2))
        .Select(line => new Objection(project, line, Actual: line.Indicator.Level2, Expected: line.Indicator.Level1)
        { Field = "level2", IsDoubtful = project.Doubt.IsUnclear }));

    /// <summary>（五）社会效益指标 behind （四）成本指标, or 产出指标⇥社会效益指标 in one row: printed as a part of 产出指标.</summary>
    private static IEnumerable<Objection> Unheaded(ReviewedProject project)
    {
        if (!InOutputs().IsMatch(project.Text)) return [];
        var line = project.Indicators.FirstOrDefault(line => line.Indicator.Level1 == Benefits && line.Indicator.Level2 != Benefits
            && line.Indicator.Level2.Length > 0);
        return line is null ? [] : [new Objection(project, line, Actual: line.Indicator.Level2, Expected: Outputs) { Field = "level2",
            IsDoubtful = true }];
    }

    private const string Outputs = "产出指标";
    private const string Benefits = "效益指标";

    [GeneratedRegex(@"(?m)^[|｜\s]*产出指标\s*[\t|｜/／-]\s*(?:社会|经济|生态)效益指标|[(（]四[)）](?:成本|时效)指标[^一二三]{0,200}[(（]五[)）](?:社会|经济|生态)"
        + @"效益指标[^一]{0,200}二、满意度")]
    private static partial Regex InOutputs();
}
