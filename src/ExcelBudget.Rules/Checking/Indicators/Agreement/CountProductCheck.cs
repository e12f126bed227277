using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Reckoning;
using ExcelBudget.Rules.Checking.Indicators.Telling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countProduct：数与数对不上。So many, each of so much, against the total that goal or indicators tell; so often a month against the year's;
/// a part and the whole against the rate; what else figures told beside each other make. Only where each of them is told once and exactly.
/// </summary>
internal sealed class CountProductCheck : ProjectCheck
{
    private const decimal Clearly = 0.1m;
    private const string Time = "时间";

    private static readonly Func<ReviewedProject, IndicatorReview, Miscount?>[] Calculations =
    [
        TotalOfEach.Of, ShareOfWhole.Of, SharesOfAll.Of, SharesWithSums.Of, Instalments.Of, RateOfPart.Of, ShareOfDetail.Of,
        GrowthOfLastYear.Of, YearsTogether.Of, GrowthBetween.Of, ListedCounts.Of, CountedParts.Of, TotalOfLines.Of, RoundsOfAll.Of,
        QuartersTogether.Of, ItemsTogether.Of, ChangeTold.Of, ToldAgain.Of, ToldInTwoParts.Of, StockAndAddition.Of,
    ];

    /// <inheritdoc />
    public override string Name => "countProduct";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        foreach (var found in InGoal(project, figures, review))
        {
            if (Remainder.IsTold(project, new Miscount(found.Made, found.Said, found.Total.Text))) continue;
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: found.Total.Text, Expected: found.Made, Match: found.Said)
            {
                Also = [.. figures.Lines.Where(line => line.Number == found.Total.Number && line.Unit == found.Total.Unit)
                    .Select(line => line.Line)],
            };
        }

        if (PayerShares.OfAmount(project, figures, review) is { } carried)
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Expected: carried.Made, Match: carried.Said,
                Actual: "项目金额 " + Money.AmountComparison.Said(project.Amount!.Value.Value));
        }

        if ((OfIndicators(figures) ?? YearlyTotals.OfYear(project, figures, review)) is { } against)
            yield return new Objection(project, against.Line, Actual: against.Line.Target, Expected: against.Made, Match: against.Said);
        else
        {
            foreach (var wrong in Reckoned(project, review))
                yield return new Objection(project, wrong.Line, ProjectPart.Goal, wrong.Written, wrong.Made,
                    wrong.Said)
                { Also = wrong.Also };
        }

        if (ComplementaryRates.Of(project, review) is { } rates)
        {
            yield return new Objection(project, rates.Line, Actual: rates.Written, Expected: rates.Made, Match: rates.Said)
            {
                Also = rates.Also,
            };
        }

        if (SpokenAmount.Of(project) is { } amount)
            yield return new Objection(project, null, ProjectPart.Goal, amount.Written, amount.Made, amount.Said) { Also = amount.Also };
    }

    /// <summary>The project's calculations that its figures do not bear out, the surest first; each figure is doubted once.</summary>
    private static IEnumerable<Miscount> Reckoned(ReviewedProject project, IndicatorReview review)
    {
        var told = new List<Miscount>();
        foreach (var calculation in Calculations)
        {
            if (calculation(project, review) is not { } wrong || told.Any(wrong.Doubts) || Remainder.IsTold(project, wrong)) continue;
            told.Add(wrong);
            yield return wrong;
        }
    }

    private static IEnumerable<(TextQuantity Total, string Made, string Said)> InGoal(ReviewedProject project, ProjectFigures figures,
        IndicatorReview review)
    {
        foreach (var each in figures.Goal)
        {
            if (YearlyTotals.YearlyBefore(each, figures, review) is { } spread) yield return spread;
        }

        foreach (var sentence in figures.Goal.GroupBy(told => told.Sentence))
        {
            var told = sentence.ToArray();
            for (var at = 1; at < told.Length; at++)
            {
                if (YearlyTotals.Yearly(told[at - 1], told[at], figures, review) is { } yearly) yield return yearly;
                if (at < 2) continue;
                // a total that is the amount may hold what the goal does not tell
                if (ToldProducts.Exchanged(told, at) is { } slip) yield return slip;
                else if (ToldProducts.Product(told, at, figures, review) is { } product
                    && !(product.Total.IsMoney && product.Total.Number == project.Amount?.Value)) yield return product;
                else if (ToldProducts.SharedOut(told, at, figures, review) is { } shared) yield return shared;
                else if (ToldProducts.Share(told, at, review) is { } share) yield return share;
            }
        }
    }

    /// <summary>培训期数 4期, 每期人数 50人 and 培训人数 300人 among the indicators.</summary>
    private static (ReviewedIndicator Line, string Made, string Said)? OfIndicators(ProjectFigures figures)
    {
        foreach (var each in figures.Lines.Where(line => line is { IsMoney: false, Per: [_] } && QuantityUnits.IsHeads(line.Unit)))
        {
            // 每位传承人带徒 ≥2人: people for each of people
            if (QuantityUnits.Kind(each.Per[0]) == Time || each.Per[0] == each.Unit) continue;
            if (figures.Lines.Where(line => line.Unit == each.Per[0] && line.Per.Count == 0).ToArray() is not [var count]) continue;
            if (figures.Lines.Where(line => ToldFigures.IsSame(line.Unit, each.Unit) && line.Per.Count == 0
                && line.Line.Group == each.Line.Group).ToArray() is not [var total]) continue;
            var made = count.Number * each.Number;
            var days = figures.Lines.Where(line => line.Unit == "天").Select(line => line.Number).Append(1m);
            if (days.Any(day => ToldFigures.IsAlike(made * day, total.Number, 0m, Clearly))) continue;
            return (total.Line, Figures.Plain(made) + total.Line.Unit, $"{count.Line.Target}×{each.Line.Target}");
        }

        return null;
    }
}
