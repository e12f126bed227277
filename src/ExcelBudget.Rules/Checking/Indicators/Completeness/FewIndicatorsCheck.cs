using System.Globalization;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>fewIndicators：指标过少。Fewer indicators than the pack wants, although no required level is missing.</summary>
internal sealed class FewIndicatorsCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "fewIndicators";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var count = project.Indicators.Count;
        if (count >= review.Standards.FewestIndicators || Dimensions.Of(project, review.Standards).MissingLevels1.Count > 0) return [];
        return [new Objection(project, Actual: Said(count), Expected: Said(review.Standards.FewestIndicators))];
    }

    private static string Said(int count) => count.ToString(CultureInfo.InvariantCulture);
}
