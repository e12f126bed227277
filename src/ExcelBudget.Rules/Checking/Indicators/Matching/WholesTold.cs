using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 总数。Totals that the goal tells, or that its parts make, beside the one indicator of all of them: 5个站各购置2辆 beside 购置 2辆.
/// </summary>
internal static class WholesTold
{
    private const int Kin = 2;

    /// <summary>Smaller figures are told of many things.</summary>
    private const decimal Unlikely = 20m;

    /// <summary>A figure so many times another is of something else.</summary>
    private const decimal Far = 5m;
    private const string Percent = "%";
    private const string Time = "时间";

    /// <summary>上年检查发现的31处隐患全部销号 beside 隐患销号数 28处: all of them, of whatever year they are.</summary>
    public static TextQuantity? AllDone(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == Percent) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0 && !quantity.IsAbout
            && review.Standards.Words.AllOfIt.Any(word => quantity.After.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at
                && at + word.Length + 2 <= quantity.After.Length
                && line.Line.Stem.Contains(quantity.After.Substring(at + word.Length, 2), StringComparison.Ordinal)
                && Kinship.Of(quantity.After[..at], line.Line.Indicator.Name, review.Standards.Words.Generic) > 0)).ToArray();
        // 31处隐患全部整改 beside 重大隐患整改 6处: some of them by name
        return told is [var only] && only.Number != line.Number && !Array.Exists(Some, word => line.Line.Stem.Contains(word,
            StringComparison.Ordinal) && !(only.Lead + only.After).Contains(word, StringComparison.Ordinal)) ? only : null;
    }

    private static readonly string[] Some = ["重大", "较大", "突出", "严重", "重点", "特种", "一般", "骨干", "抽检", "复查"];

    /// <summary>5个消防站各购置摩托车2辆 beside 购置摩托车 2辆: all of them together, where no total is told.</summary>
    public static string? OfEach(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        if (line.IsMoney || line.Per.Count > 0) return null;
        var told = figures.Goal.Where(quantity => IsLike(quantity, line) && EachTimes.Of(quantity, review.Standards.Words) is not null
            && Fit(quantity, line, review) >= Kin).ToArray();
        // 4个站各2台，另备2台
        if (figures.Goal.Any(quantity => IsLike(quantity, line) && quantity.Lead.Contains('另'))) return null;
        if (told is not [var only] || EachTimes.Of(only, review.Standards.Words) is not { } made || made == line.Number
            || only.Bound != TargetOperator.Equal) return null;
        // 7个卡口各2名、2个小卡口各1名
        if (figures.Goal.Any(quantity => !ReferenceEquals(quantity, only) && quantity.Sentence == only.Sentence && IsLike(quantity, line)
            && quantity.Before.Contains('各', StringComparison.Ordinal))) return null;
        // another total told beside it is compared itself
        return figures.Goal.Any(other => !ReferenceEquals(other, only) && other.Number != made && IsLike(other, line)
            && Fit(other, line, review) > 0) ? null
            : Figures.Plain(made) + line.Line.Unit;
    }

    /// <summary>
    /// 一类860人、二类420人、三类160人，合计1440人 beside the same three and 享受津贴教师 1404人: the goal's total, made by what the other indicators
    /// carry.
    /// </summary>
    public static TextQuantity? OfParts(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == Percent) return null;
        var parts = figures.Lines.Where(other => !ReferenceEquals(other, line) && other.Unit == line.Unit && other.Per.Count == 0
            && other.Line.Group == line.Line.Group).ToArray();
        if (parts.Length < Kin || !parts.All(part => figures.Goal.Any(told => told.Unit == part.Unit && told.Number == part.Number)))
            return null;
        var sum = parts.Sum(part => part.Number);
        return sum == line.Number || line.Number * Far < sum || figures.Goal.Any(told => told.Unit == line.Unit
            && told.Number == line.Number) ? null
            : figures.Goal.FirstOrDefault(told => told.IsTotal && told.Unit == line.Unit && told.Number == sum && told.Per.Count == 0);
    }

    /// <summary>
    /// 揉捻机10台、烘干机6台、杀青机4台 beside 购置加工设备 ≥18台: the one indicator of that unit is named for all of them together, and its figure is
    /// neither their sum nor one of them.
    /// </summary>
    public static decimal? OfAll(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var name = line.Line.Stem.TrimEnd('数', '量', '台', '套', '件', '个');
        if (!review.Standards.Words.Collective.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || figures.Lines.Count(other => other.Unit == line.Unit) > 1) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0).ToArray();
        if (told.Length < 2 || told.Any(quantity => quantity.IsAbout || quantity.IsDetail || quantity.Sentence != told[0].Sentence
            || quantity.Number == line.Number)) return null;
        var sum = told.Sum(quantity => quantity.Number);
        return sum != line.Number && sum * Far > line.Number ? sum : null;
    }

    /// <summary>硬化道路3公里 ≥5公里: the figure at the end of the name against the target.</summary>
    public static TextQuantity? InName(LineQuantity line)
    {
        var name = line.Line.Indicator.Name;
        if (line.Per.Count > 0 || line.Unit == Percent || QuantityUnits.Kind(line.Unit) == Time) return null;
        if (name.Length == 0 || name.AsSpan().IndexOfAnyInRange('0', '9') <= 0) return null;
        return QuantityText.Read(name) is [{ Per.Count: 0, IsAbout: false, After.Length: 0, Bound: TargetOperator.Equal } told]
            && told.Unit == line.Unit && told.Number != line.Number && name.EndsWith(told.Text, StringComparison.Ordinal)
            && told.Before.Length > 1 ? told : null;
    }

    /// <summary>上半年检查324家，下半年再补检18家 beside 检查 342家: what goes on is added to what was done before.</summary>
    public static bool IsGoneOn(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var told = figures.Goal.Where(quantity => IsLike(quantity, line)).ToArray();
        return !line.IsMoney && Array.Exists(told, more => WordList.IsIn(more.Lead, review.Standards.Words.Further)
            && Array.Exists(told, one => one.Sentence == more.Sentence && !ReferenceEquals(one, more)
                && one.Number + more.Number == line.Number));
    }

    /// <summary>公益性岗位110个 beside 安置公益性岗位人员 110人: its very figure, counted by what each of them has.</summary>
    public static bool IsToldOtherwise(LineQuantity line, ProjectFigures figures) => !line.IsMoney && line.Per.Count == 0
        && line.Unit != Percent && line.Number >= Unlikely && figures.Goal.Any(told => told.Number == line.Number && told.Unit != line.Unit
            && told is { IsMoney: false, Per.Count: 0 } && told.Unit != Percent && QuantityUnits.Kind(told.Unit) != Time
            && Kinship.Of(told.Context + "|" + told.After, line.Line.Indicator.Name, []) > 0);
}
