using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 对不上的一对。A figure of the goal that no indicator carries, and an indicator whose figure the goal does not tell, in one unit: where each
/// is the
/// other's only or best match, they are one thing set down in two ways. Asked last, of what the nearer readings leave open.
/// </summary>
internal static class OpenPair
{
    private const string Percent = "%";
    private const string Points = "百分点";
    private const string Time = "时间";
    private const string Part = "其中";

    /// <summary>Words that a sum or a rate must share with a name: there are many of them, of many things.</summary>
    private const int Telling = 4;

    /// <summary>Two figures of one thing lie no further apart than this, unless noughts or digits were mistaken.</summary>
    private const decimal Furthest = 3.4m;
    private const decimal Beyond = 100m;

    /// <summary>综合利用率92% is no 离田利用率 ≥45%.</summary>
    private const decimal MostPoints = 15m;

    /// <summary>In a goal of more figures nobody can say which are each other's only match.</summary>
    private const int MostTold = 120;

    /// <summary>The figure of the goal that the indicator contradicts; null where they agree or nobody knows.</summary>
    public static TextQuantity? Of(LineQuantity line, ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        if (figures.Goal.Count > MostTold || figures.Lines.Count > MostTold || line.Unit.Length == 0 || line.Unit.EndsWith(Points,
            StringComparison.Ordinal)
            || !IsNamed(line)
            || !OpenFigures.IsOpen(line, project, figures))
            return null;
        var like = figures.Goal.Where(told => IsAlike(told, line, review) && !figures.IsOfOtherYears(told, review.Year)
            && !review.Meaning.SpeaksOfManyYears(told.Before)).ToArray();
        var shared = like.Select(told => SharedWords.Of(told, line, project, review)).ToArray();
        var most = shared.DefaultIfEmpty().Max();
        if (Best([.. like.Where((_, at) => shared[at] == most)], line) is not { IsAbout: false } only || AreOne(only, line, review)
            || !OpenFigures.IsOpen(only, project, figures) || OpenFigures.IsTerm(only, line, figures) || !IsOwn(only, most, project,
                figures, review)
            || OtherRoles.IsSetElsewhere(only, line, figures, review) || OtherRoles.IsWithNamed(only, line)
            || OtherRoles.IsOutcome(only, line, review)) return null;
        // 每户1万元 beside 县级每户承担 4000元: what one payer pays is another price
        if (line.IsMoney && Payer(only.Before, review) != Payer(line.Line.Indicator.Name, review)) return null;
        var rivals = figures.Lines.Where(other => !ReferenceEquals(other, line) && IsAlike(only, other, review)
            && review.Meaning.IsCost(other.Line) == review.Meaning.IsCost(line.Line)).ToArray();
        if (rivals.Any(other => most > 0 && OpenFigures.IsOpen(other, project, figures)
            && SharedWords.Of(only, other, project, review) >= most)) return null;
        if (!line.IsMoney && line.Unit != Percent && SharedWords.AreOfTwoDeeds(only, line, project, review.Standards.Words)) return null;
        // 轮换期不超过4个月、质保期12个月 beside 轮换空库期: of several spans only the one that ends in the name's last words
        if (QuantityUnits.Kind(line.Unit) == Time && like.Length > 1 && !SharedWords.EndsAlike(only, line, review.Standards.Words))
            return null;
        if (line.Unit == Percent) return most >= Telling && SharedWords.AreOfOneRate(only, line, review.Standards.Words) ? only : null;
        if (line.IsMoney && only.Per.Count == 0 && SharedWords.Each(only.Before) is null)
            return most >= Telling && review.Meaning.IsCost(line.Line) ? only : null;
        return most > 0 || (like.Length == 1 && rivals.Length == 0 && IsTelling(line, figures, review)
            && Kinship.Of(figures.Text, line.Line.Stem, review.Standards.Words.Generic) > 0) ? only : null;
    }

    /// <summary>每人每月600元 beside 补助标准 ≤600元/月: a price is for all that either side says it is for.</summary>
    private static bool IsAlike(TextQuantity told, LineQuantity line, IndicatorReview review)
    {
        if (!OpenFigures.IsOneUnit(told.Unit, line.Unit) || IsOfOtherEnd(told, line)
            // 验收合格拨付60% beside 项目验收合格率
            || (told.Unit == Percent && review.Standards.Words.PayVerbs.Any(word => told.Before.EndsWith(word, StringComparison.Ordinal))))
            return false;
        if (!line.IsMoney) return SamePer(told.Per, line.Per);
        if (told.Per.Count == 0 && SharedWords.Each(told.Before) is { } each) return SharedWords.Each(line.Line.Indicator.Name) == each;
        if (told.Per.Count == 0 && told.Text.Contains('/', StringComparison.Ordinal)) return false;
        if (told.Per.Count == 0) return line.Per.Count == 0 && !review.Meaning.IsPerUnit(line.Line);
        return (line.Per.Count > 0 || review.Meaning.IsPrice(line.Line))
            && (line.Per.All(told.Per.Contains) || told.Per.All(line.Per.Contains));
    }

    /// <summary>完成抽检1650批次，其中农产品660批次: of figures told in the same words the whole is meant, not its parts.</summary>
    private static TextQuantity? Best(TextQuantity[] told, LineQuantity line)
    {
        if (told.Length < 2) return told.Length == 1 ? told[0] : null;
        if (line.Line.Stem.StartsWith(Part, StringComparison.Ordinal) || told.Any(one => one.Sentence != told[0].Sentence)) return null;
        var whole = Array.FindAll(told, one => one.IsTotal);
        if (whole.Length == 0) whole = Array.FindAll(told, one => !one.IsDetail);
        return whole is [var only] && told.All(one => ReferenceEquals(one, only) || one.Number < only.Number) ? only : null;
    }

    private static bool AreOne(TextQuantity told, LineQuantity line, IndicatorReview review) => told.Number == line.Number
        || (Agrees(told, line) && !IsExact(told, line, review)) || !IsNear(told.Number, line.Number, line.Unit == Percent)
        // 综合机械化率74.8% beside ≥76%: what there is, and what it is to become
        || (line.Unit == Percent && told.Bound == TargetOperator.Equal && IsBelow(line.Bound) is { } below
            && (below ? line.Number < told.Number : line.Number > told.Number));

    /// <summary>年利率4% is a price: a limit of 6% is another one.</summary>
    private static bool IsExact(TextQuantity told, LineQuantity line, IndicatorReview review) => line.Unit == Percent
        && told.Bound == TargetOperator.Equal
        && review.Standards.Words.ExactRates.Any(word => line.Line.Stem.EndsWith(word, StringComparison.Ordinal));

    /// <summary>One figure set down in two ways differs by little, or by a nought: 5株 beside 3200株 is another thing.</summary>
    private static bool IsNear(decimal said, decimal set, bool isRate)
    {
        if (said <= 0m || set <= 0m) return false;
        if (isRate) return Math.Abs(said - set) <= MostPoints || Figures.Plain(said).Order().SequenceEqual(Figures.Plain(set).Order());
        var times = Math.Max(said, set) / Math.Min(said, set);
        return times < Furthest || times is 10m or 100m || Figures.Plain(said).Order().SequenceEqual(Figures.Plain(set).Order());
    }

    /// <summary>保护古茶树3200株 beside 古茶树死亡株数 ≤5株: no slip makes the one of the other.</summary>
    public static bool IsFar(TextQuantity told, LineQuantity line)
    {
        if (told.Number <= 0m || line.Number <= 0m || line.IsMoney) return false;
        var times = Math.Max(told.Number, line.Number) / Math.Min(told.Number, line.Number);
        return times > Beyond && !Figures.Plain(times).TrimEnd('0').Equals("1", StringComparison.Ordinal);
    }

    /// <summary>在全县10所中心学校巡展: what is done in all of them is done in so many; 全县现有42所学校 is told for its own sake.</summary>
    private static bool IsOwn(TextQuantity told, int shared, ReviewedProject project, ProjectFigures figures, IndicatorReview review) =>
        OwnQuantities.IsOwn(told, figures, review) || (shared > 1 && told.Per.Count == 0 && !told.IsMoney
            && review.Standards.Words.Places.Any(place => told.Before.EndsWith(place, StringComparison.Ordinal))
            && !WordList.IsIn(told.Lead, review.Standards.Words.Existing) && SharedWords.GoesOn(told, project.Goal));

    /// <summary>A figure without a name: what a comma tore off another.</summary>
    private static bool IsNamed(LineQuantity line) => line.Line.Stem is [not (>= '0' and <= '9'), _, ..];

    /// <summary>组织送戏下乡60场 beside 演出场次 ≥48场: no word in common, but the one figure in 场 on either side.</summary>
    private static bool IsTelling(LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        !figures.Past.Any(past => past.Unit == line.Unit) && QuantityUnits.Kind(line.Unit) != Time
        && !review.Standards.Words.CommonUnits.Contains(line.Unit);
}
