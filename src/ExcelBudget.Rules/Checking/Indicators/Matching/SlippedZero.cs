using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>多写或漏写一个零。全年任务1.8万亩 beside 1.08万亩: the digits are the same but for noughts, and nothing else is counted in that unit.</summary>
internal static class SlippedZero
{
    private const int FewestDigits = 2;
    private const decimal Far = 2m;

    /// <summary>What the goal tells instead; null where it tells the figure itself or several wholes.</summary>
    public static TextQuantity? Of(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == "%" || line.Bound
            is not (TargetOperator.Equal or TargetOperator.AtLeast)) return null;
        var told = figures.Goal.Where(one => one.Unit == line.Unit && one.Per.Count == 0).ToArray();
        if (Array.Exists(told, one => one.Number == line.Number)
            || figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == line.Unit && other.Per.Count == 0
                && !figures.IsTold(other))) return null;
        var wholes = Array.FindAll(told, one => one is { IsDetail: false, IsAbout: false } && Digits(one.Number) == Digits(line.Number)
            && Digits(one.Number).Length >= FewestDigits && !figures.IsCarried(one) && Math.Max(one.Number,
                line.Number) < Far * Math.Min(one.Number, line.Number));
        return wholes is [var only] ? only : null;
    }

    private static string Digits(decimal number) => string.Concat(Figures.Plain(number).Where(sign => sign is >= '1' and <= '9'));
}
