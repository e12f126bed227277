using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Units of money inside formulas. A formula has one unit, that of the form it stands in or of the line it belongs to; a reference to
/// the amounts of a form in another unit is scaled to it where it is written, once.
/// </summary>
internal static class UnitScale
{
    /// <summary>
    /// A reference, or a sum of cells, of one column of a form, in the unit of the formula: «('T2'!D9/10000)» for 元 in a formula of 万元.
    /// </summary>
    /// <param name="reference">As Excel names it.</param>
    /// <param name="form">The form it names.</param>
    /// <param name="column">The column; only amounts have a unit.</param>
    /// <param name="formula">The unit of the formula.</param>
    public static string Of(string reference, FormDefinition form, FormColumn column, MoneyUnit formula) =>
        column.Kind == CellKind.Amount ? Of(reference, form.Amounts.Unit, formula) : reference;

    /// <summary>
    /// A figure of one unit, in the unit of the formula and in brackets, so that it can stand anywhere. One that is a sum must come in
    /// brackets of its own.
    /// </summary>
    public static string Of(string figure, MoneyUnit unit, MoneyUnit formula) =>
        unit == formula ? figure
        // a division by a whole number keeps more of a binary fraction than a product with 0.0001
        : unit.In(formula) is var ratio && ratio >= 1m ? $"({figure}*{Text(ratio)})"
        : $"({figure}/{Text(formula.In(unit))})";

    /// <summary>A number as a formula writes it: money in the unit of the formula.</summary>
    public static string Of(Measure number, MoneyUnit formula) =>
        Text(number.Dimension == Dimension.Money ? number.Value / formula.InYuan() : number.Value);

    /// <summary>
    /// Half of the last digit of a form's amounts in the unit of the formula, as a number: 0.005, 0.5; «0» where amounts are exact.
    /// </summary>
    public static string HalfLastDigit(FormDefinition form, MoneyUnit formula) => Text(form.Amounts.HalfLastDigit / formula.InYuan());

    /// <summary>Decimals to which a figure of a unit is rounded against binary noise: 万元 to the 分, 元 to a hundredth of it.</summary>
    public static int Noise(MoneyUnit unit) => unit == MoneyUnit.Yuan ? 4 : 6;

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
