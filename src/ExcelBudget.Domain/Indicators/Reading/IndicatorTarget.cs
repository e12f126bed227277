using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>指标值 as a form with its own column prints it: ≥90%, 5万元, 涉密, 2023年12月31日前.</summary>
/// <param name="Operator">计算符号。</param>
/// <param name="Value">The value without its unit; for a qualitative target the words.</param>
/// <param name="Unit">计量单位; empty when none is printed.</param>
public sealed record IndicatorTarget(TargetOperator Operator, string Value, string Unit)
{
    /// <summary>Reads a printed target. Blank gives <see cref="TargetOperator.None"/>; words without a number are qualitative.</summary>
    public static IndicatorTarget Read(string printedTarget)
    {
        ArgumentNullException.ThrowIfNull(printedTarget);
        var cell = MarkupRemoval.Clean(printedTarget.Trim());
        if (!cell.Folded.Any(char.IsLetterOrDigit)) return new(TargetOperator.None, "", "");
        var clauses = new ClauseReader(cell).Read(0, cell.Length);
        if (clauses is not [var only]) return Words(cell);
        if (only.Operator is TargetOperator.Qualitative or TargetOperator.None) return Words(cell);
        var isDatePlusWords = only.Unit.Length == 0 && only.Name.Length > 0 && only.Operator == TargetOperator.Equal;
        return isDatePlusWords ? new(only.Operator, Targets.Words.Whole(cell.Printed.Trim()), "")
            : new(only.Operator, only.Value, only.Unit);
    }

    /// <summary>As printed in a form: the sign of a bound, value, unit; no sign for = and 定性.</summary>
    public override string ToString() => TargetSigns.Bound(Operator) + Value + Unit;

    private static IndicatorTarget Words(CellText cell) => new(TargetOperator.Qualitative, Targets.Words.Whole(cell.Printed.Trim()), "");
}
