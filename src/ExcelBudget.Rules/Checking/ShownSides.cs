using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// Two figures as they are printed side by side: as the form prints them, with more decimals when those would hide the gap or not add up.
/// </summary>
/// <param name="Left">Left side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Difference">Left − right.</param>
/// <param name="Gap">The difference without sign.</param>
internal sealed record ShownSides(FindingValue Left, FindingValue Right, FindingValue Difference, FindingValue Gap)
{
    private const int Step = 2;

    /// <summary>Decimals of figures that are no money, and those of 元 that tell the 分.</summary>
    private const int Usual = 2;

    /// <summary>Those of 万元 that tell the 分, and as many as figures that are no money ever need.</summary>
    private const int Most = 6;

    /// <summary>Two figures in the unit of a form.</summary>
    /// <param name="form">The form at whose cell they are told.</param>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side, of the same dimension.</param>
    public static ShownSides Of(FormDefinition form, Measure left, Measure right)
    {
        var dimension = (left - right).Dimension;
        var (shownLeft, shownRight) = (form.Number(left), form.Number(right));
        var (decimals, most) = DecimalsOf(form, dimension);
        while (decimals < most && !AddsUp(shownLeft, shownRight, decimals)) decimals += Step;
        var unit = UnitOf(form, dimension);
        return new ShownSides(
            new FindingValue.Amount(shownLeft, decimals, unit),
            new FindingValue.Amount(shownRight, decimals, unit),
            new FindingValue.Amount(shownLeft - shownRight, decimals, unit),
            new FindingValue.Amount(Math.Abs(shownLeft - shownRight), decimals, unit));
    }

    /// <summary>One figure alone: as the form prints it, with more decimals when those would print a zero that is none.</summary>
    public static FindingValue One(FormDefinition form, Measure figure)
    {
        var shown = form.Number(figure);
        var (decimals, most) = DecimalsOf(form, figure.Dimension);
        while (decimals < most && shown != 0m && Figures.Round(shown, decimals) == 0m) decimals += Step;
        return new FindingValue.Amount(shown, decimals, UnitOf(form, figure.Dimension));
    }

    private static string UnitOf(FormDefinition form, Dimension dimension) =>
        dimension == Dimension.Money ? form.Amounts.Unit.Title() : "";

    /// <summary>Decimals to begin with, and those that tell the 分: 万元 has six.</summary>
    private static (int Fewest, int Most) DecimalsOf(FormDefinition form, Dimension dimension)
    {
        if (dimension == Dimension.Plain) return (Usual, Most);
        var amounts = form.Amounts;
        return (amounts.Decimals, Math.Max(amounts.Decimals, amounts.Unit == MoneyUnit.Yuan ? Usual : Most));
    }

    private static bool AddsUp(decimal left, decimal right, int decimals)
    {
        var gap = Figures.Round(left - right, decimals);
        return (gap != 0m || left == right) && Figures.Round(left, decimals) - Figures.Round(right, decimals) == gap;
    }
}
