using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 另有所指的数。A figure of the goal beside an indicator that carries another: the whole of several years, a part, a total, what other
/// indicators add up to. Such a figure contradicts nothing.
/// </summary>
internal static class OtherRoles
{
    private const int Kin = 2;
    private const string Percent = "%";
    private const string Time = "时间";

    /// <summary>
    /// A larger or smaller figure beside the one that agrees is another role: the whole of several years, a part, a total.
    /// </summary>
    public static bool IsExcused(TextQuantity wrong, TextQuantity[] about, LineQuantity line, ProjectFigures figures,
        IndicatorReview review)
    {
        if (IsTold(wrong, line, figures) || IsOutcome(wrong, line, review)) return true;
        if (IsToldElsewhere(wrong, line, figures, review) || IsSumOfAll(wrong, line, figures) || IsSumOfLines(wrong, line, figures))
            return true;
        if (!Array.Exists(about, quantity => Agrees(quantity, line))) return false;
        // 总投资1500万元，建设农田1万亩，分两年实施；本年建设4000亩
        if (review.Meaning.SpeaksOfManyYears(string.Join('\n',
            figures.Goal.Where(quantity => quantity.Sentence == wrong.Sentence).Select(quantity => quantity.About))))
        {
            return true;
        }
        var best = about.Where(quantity => Agrees(quantity, line)).Max(quantity => Nearness(quantity, line, review));
        return wrong.IsDetail || Nearness(wrong, line, review) < best
            || IndicatorMeaning.ContainsAny(wrong.About, review.Standards.Words.Totals) || wrong.IsAbout;
    }

    /// <summary>培训后就业人数 ≥40人 beside 培训120人: what comes of the work afterwards is less than the work.</summary>
    public static bool IsOutcome(TextQuantity told, LineQuantity line, IndicatorReview review) => !line.IsMoney && line.Unit != Percent
        && line.Number < told.Number && line.Line.Indicator.Name.IndexOf('后', StringComparison.Ordinal) is > 0 and var after
        && review.Standards.Words.Outcomes.FirstOrDefault(word =>
            line.Line.Indicator.Name.AsSpan(after + 1).StartsWith(word, StringComparison.Ordinal)) is { } outcome
        // 培训后就业不少于100人: the goal tells it of the outcome itself
        && !(told.Lead + told.After).Contains(outcome, StringComparison.Ordinal);

    /// <summary>
    /// 1300户，其中东街4个小区900户，西关2个小区400户 beside 900户 and 400户: the indicators set the parts, the goal tells them right behind the whole.
    /// </summary>
    public static bool IsTold(TextQuantity whole, LineQuantity line, ProjectFigures figures)
    {
        if (whole.IsMoney || line.Unit == Percent || line.Per.Count > 0) return false;
        var parts = figures.Goal.SkipWhile(told => !ReferenceEquals(told, whole)).Skip(1)
            .Where(told => told.Sentence == whole.Sentence && told.Unit == whole.Unit && told.Per.Count == 0).ToArray();
        return parts.Length > 1 && parts.Sum(part => part.Number) == whole.Number && parts.All(figures.IsCarried)
            && parts.Any(part => part.Number == line.Number);
    }

    /// <summary>
    /// 每头保费60元，其中县级承担45元 beside 县级每头补贴 ≤45元: the goal tells the indicator's very figure, of something that no other indicator
    /// names better, and the other figure is no nearer.
    /// </summary>
    private static bool IsToldElsewhere(TextQuantity wrong, LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        line.Unit != Percent && figures.Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number
            && !ReferenceEquals(told, wrong) && (told.IsMoney || IsLike(told, line)) && Nearness(told, line, review) is var near
            && (near > 0 || (told.IsMoney && told.Per.Count > 0 && SamePer(told.Per, line.Per)
                && Payer(told.Before, review) == Payer(line.Line.Indicator.Name, review)) || IsItsOwn(told, line, figures))
            && !figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == told.Unit && other.Number == told.Number
                && Nearness(told, other, review) > near));

    /// <summary>100周岁及以上，预计30人: the figure of this indicator and of no other, told once.</summary>
    private static bool IsItsOwn(TextQuantity told, LineQuantity line, ProjectFigures figures) => told is { IsMoney: false, Per.Count: 0 }
        && figures.Lines.Count(other => other.Number == line.Number && other.Unit == line.Unit) == 1
        && figures.Goal.Count(other => other.Number == line.Number && other.Unit == line.Unit) == 1;

    /// <summary>图书馆、文化馆及16个文化站 beside 免费开放场馆 18个: what is named before the count is counted with it.</summary>
    public static bool IsWithNamed(TextQuantity told, LineQuantity line)
    {
        if (told.IsMoney || told.Per.Count > 0 || line.Number <= told.Number || told.Context.Length == 0
            || told.Context[^1] is not ('及' or '和' or '与')) return false;
        var clause = told.Context[(told.Context.LastIndexOfAny(['，', '：', '；', '。', ',', ':', ';']) + 1)..];
        return !clause.Any(char.IsDigit) && line.Number - told.Number == clause.Split('、').Length;
    }

    /// <summary>示范班1期、培训班2期 beside 培训班期数 3期: the indicator counts all of the sentence.</summary>
    private static bool IsSumOfAll(TextQuantity wrong, LineQuantity line, ProjectFigures figures)
    {
        var alike = figures.Goal.Where(told => told.Sentence == wrong.Sentence && IsLike(told, wrong) && told.Unit != Percent).ToArray();
        // 药品抽检60批次、医疗器械抽检20批次: each has an indicator of its own name
        if (wrong.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal) && alike.All(told => ReferenceEquals(told, wrong)
            || figures.Lines.Any(other => other.Number == told.Number && told.Before.EndsWith(other.Line.Stem, StringComparison.Ordinal))))
            return false;
        return alike.Length > 1 && alike.Sum(told => told.Number) == line.Number;
    }

    /// <summary>资助学生4210人次 beside 650人次, 2560人次 and 1000人次: the indicators tell the parts of the goal's whole.</summary>
    private static bool IsSumOfLines(TextQuantity whole, LineQuantity line, ProjectFigures figures)
    {
        var alike = figures.Lines.Where(other => other.Unit == line.Unit && other.Line.Group == line.Line.Group).ToList();
        var place = alike.IndexOf(line);
        for (var first = place; first >= 0; first--)
        {
            var sum = alike.Skip(first).Take(place - first).Sum(part => part.Number);
            foreach (var part in alike.Skip(place))
            {
                // a part that the goal tells by itself (新增停车位180个) is no part of this whole
                if (!ReferenceEquals(part, line) && figures.Goal.Any(told => told.Unit == part.Unit && told.Number == part.Number)) break;
                sum += part.Number;
                if (sum == whole.Number && sum != line.Number) return true;
            }
        }

        return false;
    }

    /// <summary>培训工匠250人 beside 培训工匠 ≥250个 and 新增持证工匠 ≥150人: another indicator carries the figure in a unit of its own.</summary>
    public static bool IsSetElsewhere(TextQuantity quantity, LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        !quantity.IsMoney && quantity.Number != line.Number && figures.Lines.Any(other => !ReferenceEquals(other, line)
            && other.Number == quantity.Number && other.Unit != quantity.Unit && !other.IsMoney && other.Unit != Percent
            && QuantityUnits.Kind(other.Unit) != Time && Nearness(quantity, other, review) >= Nearness(quantity, line, review)
            && Nearness(quantity, other, review) >= Kin);

    /// <summary>其中中央资金829万元, or one sum of several, beside a limit that is the project's whole amount.</summary>
    public static bool IsPartOfWhole(TextQuantity told, LineQuantity line, ReviewedProject project) =>
        told.IsMoney && ((told.Number < line.Number && project.Amount?.Value == line.Number)
            // 66万元全部用于设备购置、站房建设和联网 tells the whole of several
            || (told.Per.Count == 0 && told.Number > line.Number && project.Amount?.Value == told.Number));
}
