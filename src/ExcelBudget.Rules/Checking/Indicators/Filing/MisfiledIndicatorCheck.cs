using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>misfiledIndicator：指标归类不当。A cost under 数量指标, a count under 质量指标; not where whole blocks are shifted.</summary>
internal sealed class MisfiledIndicatorCheck : ProjectCheck
{
    private const int NounLength = 2;
    private const string Elsewhere = "质量指标或效益指标";

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
            if (IsNoSatisfaction(line, review))
            {
                yield return new Objection(project, line, Actual: line.Group, Expected: Elsewhere, Match: line.Target)
                { Field = "level2" };
                continue;
            }

            // 快递进村均价由3元降到2元: the price that falls is what comes of it
            if (line.IsMoney && ProjectFigures.Of(project).Past.Any(past => past.IsMoney
                && Kinship.Of(past, line.Indicator.Name, []) > 1)) continue;
            // 完成设备投资 ≥3200万元: what others invest is no cost
            if (line.IsMoney && IndicatorMeaning.IsLowerBound(line) && line.Stem.Contains("投资", StringComparison.Ordinal)) continue;
            // 预算控制率 ≤100% among the costs: how far the money is kept to
            if (line.IsPercent && line.Group.Contains("成本", StringComparison.Ordinal) && CostRates.Any(word => line.Stem.EndsWith(word,
                StringComparison.Ordinal))) continue;
            // 比对结果满意率 is a grade of the laboratory's
            if (IndicatorMeaning.EndsWith(line, review.Standards.Words.NoSatisfaction)) continue;
            if ((Displacement.Of(line, review) ?? (isMoved ? Displacement.BesideOthers(line, review) : null)) is { } filing
                // 校准频率 ≥2次/周: how often tells how well
                && !(filing.Kind == FilingStandard.Count && (IndicatorMeaning.EndsWith(line, review.Standards.Words.Frequencies)))
                && !(filing.Kind == FilingStandard.Count && IsShareOf(project, line, filing.BelongsTo)))
                yield return new Objection(
                project, line, Actual: line.Group, Expected: filing.BelongsTo, Match: line.Target)
                { Field = "level2" };
        }
    }

    private static readonly string[] CostRates = ["预算控制率", "成本控制率", "成本节约率", "资金控制率", "费用控制率", "投资控制率"];

    /// <summary>检测档案归档 规范完整 under 满意度指标: a result in words that asks nobody.</summary>
    private static bool IsNoSatisfaction(ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (line.Indicator.Level1 != words.SatisfactionLevel || review.Meaning.IsClassified(line)
            || IndicatorMeaning.ContainsAny(line.Indicator.Name + line.Indicator.Value, words.Asking)) return false;
        // 任务完成率 ≥98%: nobody is asked
        // 单位面积电耗下降 ≥3%
        if (line.IsPercent) return IndicatorMeaning.EndsWith(line, words.Asked) || IndicatorMeaning.EndsWith(line, words.DeclineWords)
            || IndicatorMeaning.EndsWith(line, words.GrowthWords);
        // 供水受益人口 ≥1.2万人: who is served is counted, and not asked
        if (line.Number is not null && Domain.Indicators.Quantities.QuantityUnits.IsHeads(line.Unit)
            && IndicatorMeaning.IsLowerBound(line) && !IndicatorMeaning.ContainsAny(line.Indicator.Name, words.Complaints)) return true;
        return line.Indicator is { Operator: Domain.Indicators.TargetOperator.Qualitative } && !line.IsStatement
            && !line.Indicator.Value.Any(char.IsDigit);
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
