using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 取错了数。An indicator that carries a figure which the goal tells of something else: of the year before, of where a change starts,
/// of a part, of what another indicator is about; while the goal tells another figure in the indicator's own words, which no
/// indicator carries.
/// </summary>
internal static partial class TakenFigure
{
    private const int Kin = 2;
    private const int ShortestName = 4;
    private static readonly System.Buffers.SearchValues<char> Joints = System.Buffers.SearchValues.Create("、和；（(，");

    /// <summary>The figure that the goal tells in the indicator's words; null where its own figure may be meant.</summary>
    /// <param name="line">The indicator.</param>
    /// <param name="told">What the goal tells of the project's own year.</param>
    /// <param name="figures">All figures of the project.</param>
    /// <param name="review">What is checked.</param>
    public static TextQuantity? Meant(LineQuantity line, TextQuantity[] told, ProjectFigures figures, IndicatorReview review)
    {
        var like = figures.Goal.Where(quantity => quantity.Number == line.Number && IsLike(quantity, line)).ToArray();
        var now = Array.FindAll(like, quantity => !figures.IsOfOtherYears(quantity, review.Year));
        if (like.Length == 0 && !figures.Past.Any(quantity => quantity.Number == line.Number && IsLike(quantity, line))) return null;
        var open = Array.FindAll(told, quantity => quantity.Number != line.Number && IsLike(quantity, line) && !quantity.IsAbout
            && (!line.IsMoney || IsSameRole(quantity, line, review)
                || !review.Meaning.IsCost(line.Line)) && !Agrees(quantity, line) && !figures.IsCarried(quantity));
        if (open.Length == 0) return null;
        // 取得证书108人 beside 培训取证人数 ≥108人: what comes of the work has other words than the work
        if (Array.Exists(now, quantity => AreOfOneResult(quantity, line, review))) return null;
        var own = now.Select(quantity => Fit(quantity, line, review)).DefaultIfEmpty().Max();
        // 安居家园1260户、幸福里480户，共1740户
        if (own == 0 && now.Length > 0 && IsOnlyOfUnit(line, figures) && open.Where(quantity => quantity.IsTotal).ToArray() is [var total]
            && Array.TrueForAll(now, part => part.Sentence == total.Sentence && part.Number < total.Number)) return total;
        if (OfAll(line, now, open, figures) is { } whole) return whole;
        var best = open.MaxBy(quantity => Fit(quantity, line, review))!;
        var fit = Fit(best, line, review);
        if (open.Count(quantity => Fit(quantity, line, review) == fit) > 1) return null;
        // 分布在15个乡镇30个村 beside 30个: both are told of it in one breath
        if (Array.Exists(now, quantity => quantity.Sentence == best.Sentence && quantity.Lead.StartsWith(best.Lead + best.Text,
            StringComparison.Ordinal) && quantity.Lead.AsSpan(best.Lead.Length).IndexOfAny(Joints) < 0)) return null;
        // 见习单位42家 beside 见习单位 10家: the figure told under the indicator's whole name, and its own under another
        if (now.Length > 0 && IsCalledSo(best, line) && !Array.Exists(now, quantity => quantity.IsTotal || IsCalledSo(quantity, line)
                || IsOfItsDeed(quantity, line))
            && !IsSetElsewhere(line, figures)) return best;
        // 对6座坝加固，其中大型坝2座、中型坝4座 beside 加固大型坝 2座: the indicator names the part
        if (Array.Exists(now, part => IsPartOf(part, best) && (IsNamedPart(part, best, line, review)
            // 其中距边境线0至3公里范围180名 beside 0至3公里护边员
            || line.Line.Indicator.Name.AsSpan().ContainsAnyInRange('0', '9')))
            || Array.Exists(now, part => Range().Match(line.Line.Indicator.Name) is { Success: true } range
                && part.Before.Contains(range.Value, StringComparison.Ordinal))) return null;
        // 200件文物，其中二级文物20件 beside 采集文物 200件: the whole it is
        if (Array.Exists(now, whole => IsPartOf(best, whole))) return null;
        if (now.Length == 0) return fit >= Kin || (fit > 0 && open.Count(quantity => !quantity.IsDetail) == 1) ? best : null;
        if (fit > own && own == 0 && Array.TrueForAll(now, part => IsPartOf(part, best)) && !IsSetElsewhere(line, figures)) return best;
        if (!Array.TrueForAll(now, quantity => IsOfOther(quantity, line, figures, review))) return null;
        return fit >= own + Kin || (fit > own && open.Length == 1 && now.All(figures.IsCarriedTwice)) ? best : null;
    }

    /// <summary>3至10公里.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("[0-9]+[至到-][0-9]+")]
    private static partial System.Text.RegularExpressions.Regex Range();

    private static bool AreOfOneResult(TextQuantity told, LineQuantity line, IndicatorReview review) =>
        review.Standards.Words.PartsOfPeople.Select(group => group.Split('=')[0].Split('|')).Any(results =>
            IndicatorMeaning.ContainsAny(told.About, results) && IndicatorMeaning.ContainsAny(line.Line.Stem, results));

    /// <summary>检验1450台，其中拖拉机1180台: a part right of its whole.</summary>
    private static bool IsPartOf(TextQuantity part, TextQuantity whole) =>
        part.IsDetail && !whole.IsDetail && part.Sentence == whole.Sentence && part.Number < whole.Number;

    /// <summary>True when two signs that tell the part from its whole stand in the indicator's name.</summary>
    private static bool IsNamedPart(TextQuantity part, TextQuantity whole, LineQuantity line, IndicatorReview review)
    {
        var own = WordList.Without(part.Before.Replace("其中", "|", StringComparison.Ordinal), review.Standards.Words.Generic);
        var all = whole.Before + "|" + whole.After;
        return Enumerable.Range(0, Math.Max(0, own.Length - 1)).Select(at => own.Substring(at, 2)).Any(pair =>
            pair.All(char.IsLetter) && line.Line.Indicator.Name.Contains(pair, StringComparison.Ordinal)
            && !all.Contains(pair, StringComparison.Ordinal));
    }

    /// <summary>新造青檀林 500亩 and, among the effects, 新增青檀林面积 ≥500亩: the figure of another indicator, told again.</summary>
    private static bool IsSetElsewhere(LineQuantity line, ProjectFigures figures) => figures.Lines.Any(other =>
        !ReferenceEquals(other, line) && other.Number == line.Number && other.Unit == line.Unit && other.Line.Group != line.Line.Group);

    /// <summary>
    /// 汽修基地购置设备86台、数控基地购置设备42台，合计128台 beside 购置设备 86台: the parts make the total, and the indicator does not say which part.
    /// </summary>
    private static TextQuantity? OfAll(LineQuantity line, TextQuantity[] now, TextQuantity[] open, ProjectFigures figures)
    {
        if (now is not [var own] || !IsOnlyOfUnit(line, figures) || open.Where(quantity => quantity.IsTotal).ToArray() is not [var total]
            || total.Sentence != own.Sentence) return null;
        var parts = figures.Goal.TakeWhile(quantity => !ReferenceEquals(quantity, total))
            .Where(quantity => quantity.Sentence == total.Sentence && IsLike(quantity, line)).ToArray();
        if (parts.Length < 2 || !parts.Contains(own) || parts.Sum(part => part.Number) != total.Number) return null;
        var shared = parts.Select(part => part.Before).Aggregate(CommonEnd);
        var which = own.Before[..^shared.Length];
        return which.Length > 1 && Kinship.Of(which, line.Line.Indicator.Name, []) == 0 ? total : null;
    }

    private static string CommonEnd(string one, string other)
    {
        var length = 0;
        while (length < Math.Min(one.Length, other.Length) && one[^(length + 1)] == other[^(length + 1)]) length++;
        return one[^length..];
    }

    private static bool IsCalledSo(TextQuantity told, LineQuantity line) =>
        line.Line.Stem.Length >= ShortestName && told.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal);

    /// <summary>积案80件，力争化解76件 beside 化解信访积案 ≥76件: told right behind the verb by which the indicator begins.</summary>
    private static bool IsOfItsDeed(TextQuantity told, LineQuantity line) => line.Line.Stem.Length > ShortestName
        && told.Before.EndsWith(line.Line.Stem[..2], StringComparison.Ordinal);

    private static bool IsOnlyOfUnit(LineQuantity line, ProjectFigures figures) =>
        figures.Lines.Count(other => other.Unit == line.Unit && SamePer(other.Per, line.Per)) == 1;

    /// <summary>其中初中9所, or what another indicator names better: told in words that are not this indicator's.</summary>
    private static bool IsOfOther(TextQuantity told, LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var fit = Fit(told, line, review);
        if (figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Number == told.Number && IsLike(told, other)
            && other.Line.Group == line.Line.Group && Fit(told, other, review) > fit)) return true;
        return !told.IsTotal && fit < Kin && HasWords(told, review) && !IsSetElsewhere(line, figures);
    }

    private static bool HasWords(TextQuantity told, IndicatorReview review) =>
        WordList.Without(told.Before + told.After + told.Counted, review.Standards.Words.Generic).Count(char.IsLetter)
            > (told.IsDetail ? 0 : 1);
}
