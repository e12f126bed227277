using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking;

/// <summary>The two sides of a relation as they are printed side by side: two decimals, more when two would hide the gap or not add up.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Difference">Left − right.</param>
/// <param name="Gap">The difference without sign.</param>
internal sealed record ShownSides(FindingValue Left, FindingValue Right, FindingValue Difference, FindingValue Gap)
{
    // 万元 with two decimals as forms print it, with four to the 元, with six to the 分
    private const int Step = 2;
    private const int MostDecimals = 6;

    public static ShownSides Of(decimal left, decimal right)
    {
        var decimals = Step;
        while (decimals < MostDecimals && !AddsUp(left, right, decimals)) decimals += Step;
        return new ShownSides(
            new FindingValue.Amount(left, decimals),
            new FindingValue.Amount(right, decimals),
            new FindingValue.Amount(left - right, decimals),
            new FindingValue.Amount(Math.Abs(left - right), decimals));
    }

    /// <summary>One figure alone: two decimals, more when two would print a zero that is none.</summary>
    public static FindingValue One(decimal value)
    {
        var decimals = Step;
        while (decimals < MostDecimals && value != 0m && Figures.Round(value, decimals) == 0m) decimals += Step;
        return new FindingValue.Amount(value, decimals);
    }

    private static bool AddsUp(decimal left, decimal right, int decimals)
    {
        var gap = Figures.Round(left - right, decimals);
        return (gap != 0m || left == right) && Figures.Round(left, decimals) - Figures.Round(right, decimals) == gap;
    }
}
