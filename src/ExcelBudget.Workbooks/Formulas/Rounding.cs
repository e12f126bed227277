using ExcelBudget.Domain.Money;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>Rounding and signs. Figures are rounded as they are shown: 四舍五入, half away from zero.</summary>
internal static class Rounding
{
    private const int MostDecimals = 15;

    public static FormulaValue Round(FormulaCall call) => ToDecimals(call, static value => Figures.Round(value, 0));

    public static FormulaValue RoundUp(FormulaCall call) =>
        ToDecimals(call, static value => value < 0m ? Math.Floor(value) : Math.Ceiling(value));

    public static FormulaValue RoundDown(FormulaCall call) => ToDecimals(call, Math.Truncate);

    public static FormulaValue Floor(FormulaCall call) => Of(call, Math.Floor);

    public static FormulaValue Abs(FormulaCall call) => Of(call, Math.Abs);

    public static FormulaValue Sign(FormulaCall call) => Of(call, static value => Math.Sign(value));

    public static FormulaValue Mod(FormulaCall call)
    {
        var (number, divisor) = (call.Number(0), call.Number(1));
        if (number.IsFailure || divisor.IsFailure) return number.IsFailure ? number : divisor;
        if (divisor.Number == 0m) return FormulaValue.ByZero;
        var rest = number.Number % divisor.Number;
        return FormulaValue.Of(rest != 0m && rest < 0m != divisor.Number < 0m ? rest + divisor.Number : rest);
    }

    public static FormulaValue Power(FormulaCall call) => FormulaOperators.Apply(FormulaOperator.Power, call.Number(0), call.Number(1));

    private static FormulaValue Of(FormulaCall call, Func<decimal, decimal> compute) =>
        call.Number(0) is { Kind: FormulaKind.Number } number
            ? FormulaValue.Of(compute(FormulaValue.WithoutNoise(number.Number))) : call.Number(0);

    private static FormulaValue ToDecimals(FormulaCall call, Func<decimal, decimal> toWhole)
    {
        var (number, decimals) = (call.Number(0), call.Number(1));
        if (number.IsFailure || decimals.IsFailure) return number.IsFailure ? number : decimals;
        var places = (int)Math.Clamp(Math.Truncate(decimals.Number), -MostDecimals, MostDecimals);
        var power = 1m;
        for (var place = Math.Abs(places); place > 0; place--) power *= 10m;
        var value = FormulaValue.WithoutNoise(number.Number);
        // a figure too large to have that many decimals is already round
        if (places > 0 && Math.Abs(value) > decimal.MaxValue / power) return FormulaValue.Of(value);
        return FormulaValue.Of(places >= 0 ? toWhole(value * power) / power : toWhole(value / power) * power);
    }
}
