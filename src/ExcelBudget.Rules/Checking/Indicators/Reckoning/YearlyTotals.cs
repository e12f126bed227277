using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Reckoning.ToldFigures;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>每月几次、全年几次。How often a month or quarter, against the year's total that goal or indicator tell.</summary>
internal static class YearlyTotals
{
    private const decimal Clearly = 0.1m;
    private const decimal MonthsOfYear = 12m;
    private const int Named = 3;

    /// <summary>A contract that begins or ends within the year.</summary>
    private static readonly string[] Terms = ["生效", "到期", "合同期"];

    /// <summary>每季度开展一次，全年共6次: the year's total right behind how often a month or quarter.</summary>
    public static (TextQuantity Total, string Made, string Said)? Yearly(TextQuantity each, TextQuantity total, ProjectFigures figures,
        IndicatorReview review)
    {
        if (each is not { IsMoney: false, IsAbout: false, Per: [var span] } || total.Unit != each.Unit || !IsPlain(total)
            || QuantityUnits.TimesAYear(span) is not (> 1m and <= MonthsOfYear and var times)) return null;
        // 每月2次，共5个月; 汛期每月1次
        if (WordList.IsIn(figures.Text, review.Standards.Words.Seasonal) || WordList.IsIn(figures.Text, review.Standards.Words.LeftOut)
            || figures.Goal.Any(told => told.Unit == span && told.Per.Count == 0 && !told.After.StartsWith('起'))) return null;
        // 合同5月1日生效、12月31日到期
        if (WordList.IsIn(figures.Text, Terms)) return null;
        // 每月督查2次，全年共督查20次: the verb may be told again
        if (WordList.Without(total.Lead, review.Standards.Words.YearTotals).Trim('|') is { Length: > 0 } left
            && !each.Before.Contains(left, StringComparison.Ordinal)) return null;
        var made = each.Number * times;
        // 11处每季度监测1次，共44次
        var isMade = total.Number == made || figures.Goal.Any(told => !told.IsMoney && told.Unit != each.Unit && told.Per.Count == 0
            && made * told.Number == total.Number);
        return isMade || (each.Bound != TargetOperator.Equal && total.Number > made) ? null
            : (total, Figures.Plain(made) + each.Unit, $"每{span}{each.Text}×{times:0}");
    }

    /// <summary>全年开展定量检测1500批次…；定量检测按季度均衡安排，每季度300批次: the year's total told before, in the same words.</summary>
    public static (TextQuantity Total, string Made, string Said)? YearlyBefore(TextQuantity each, ProjectFigures figures,
        IndicatorReview review)
    {
        if (each is not { IsMoney: false, IsAbout: false, IsDetail: false, Bound: TargetOperator.Equal, Per: [var span] }
            || QuantityUnits.TimesAYear(span) is not (> 1m and <= MonthsOfYear and var times)) return null;
        var words = review.Standards.Words;
        if (WordList.IsIn(figures.Text, words.Seasonal) || WordList.IsIn(figures.Text, words.LeftOut)
            || figures.Goal.Any(told => told.Unit == span && told.Per.Count == 0)) return null;
        var totals = figures.Goal.TakeWhile(told => !ReferenceEquals(told, each)).Where(told => told.Unit == each.Unit && IsPlain(told)
            && told.Lead.StartsWith("全年", StringComparison.Ordinal)
            // 漏洞扫描每季度1次 is of itself
            && Kinship.Of(each.Before.StartsWith('每') ? each.Context : each.Before, told.Before, words.Generic) >= Named).ToArray();
        if (totals is not [var total]) return null;
        var made = each.Number * times;
        return made == total.Number || figures.Goal.Any(told => !told.IsMoney && told.Per.Count == 0 && made * told.Number == total.Number)
            ? null : (total, Figures.Plain(made) + each.Unit, $"每{span}{each.Text}×{times:0}");
    }

    /// <summary>每月巡查2次 in the goal beside 全年巡查次数 ≥12次: nothing else is counted in its sentence, and no season is told.</summary>
    public static (ReviewedIndicator Line, string Made, string Said)? OfYear(ReviewedProject project, ProjectFigures figures,
        IndicatorReview review)
    {
        var words = review.Standards.Words;
        foreach (var each in figures.Goal)
        {
            if (each is not { IsMoney: false, IsAbout: false, Per: [var span] }
                || QuantityUnits.TimesAYear(span) is not (> 1m and var times) || QuantityUnits.Kind(each.Unit) != "次数") continue;
            // 每月2次，共5个月
            if (WordList.IsIn(project.Goal, words.Seasonal)
                || figures.Goal.Any(told => told.Unit == span && told.Per.Count == 0)) continue;
            if (figures.Lines.Where(line => line.Unit == each.Unit && line.Per.Count == 0
                && Kinship.Of(each, line.Line.Indicator.Name, words.Generic) > 1).ToArray() is not [var set]) continue;
            // what else is counted in its sentence or in its unit may be meant, unless this is told in all of the indicator's words
            var isNamed = Kinship.Of(each, set.Line.Indicator.Name, words.Generic) >= Named;
            if (figures.Goal.Any(told => !ReferenceEquals(told, each) && !told.IsMoney && (told.Unit == each.Unit ? told.Per.Count == 0
                && (!isNamed || told.Number == set.Number) : told.Sentence == each.Sentence && !isNamed))) continue;
            var made = each.Number * times;
            // 每月2次，全年24次: what the goal itself tells is held against the indicator as it stands
            if (figures.Goal.Any(told => told.Unit == each.Unit && told.Per.Count == 0 && told.Number == made)) continue;
            // 11处水源地每季度监测1次 beside 44次: once for each of what else is counted
            if (figures.Goal.Any(told => !told.IsMoney && told.Unit != each.Unit && told.Per.Count == 0
                && made * told.Number == set.Number)) continue;
            if (IsAlike(made, set.Number, 0m, Clearly) || set.Number == each.Number
                || (each.Bound != TargetOperator.Equal && set.Number > made)) continue;
            return (set.Line, Figures.Plain(made) + each.Unit, $"每{span}{each.Text}×{times:0}");
        }

        return null;
    }
}
