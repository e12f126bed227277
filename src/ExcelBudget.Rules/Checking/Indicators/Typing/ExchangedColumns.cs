using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>
/// 数值和单位填反。= | 台 | 60: the unit in the column of figures and the figure in the column of units, in one or two rows of a table.
/// </summary>
internal static partial class ExchangedColumns
{
    /// <summary>More rows are a table whose columns stand in that order.</summary>
    private const int Most = 2;

    private static readonly string[] Points = ["分值", "权重", "得分"];

    /// <summary>The slip in a row; null for none.</summary>
    public static Mistyping? In(ReviewedProject project, ReviewedIndicator line)
    {
        if (Figure(project, line) is not var (unit, figure)
            || project.Indicators.Count(other => Figure(project, other) is not null) > Most) return null;
        return new Mistyping($"{unit} {figure}", figure + unit, "数值和计量单位两栏填反了") { IsDoubtful = true };
    }

    private static (string Unit, string Figure)? Figure(ReviewedProject project, ReviewedIndicator line)
    {
        var (value, unit) = (line.Indicator.Value, line.Indicator.Unit);
        if (line.Number is not null) return null;
        if (value.Length > 0 && unit.Length > 0 && char.IsAsciiDigit(unit[0]) && QuantityUnits.IsWholeUnit(value)
            && decimal.TryParse(unit, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)) return (value, unit);
        if (line.Indicator.Operator is not (TargetOperator.None or TargetOperator.Qualitative) || !project.IsFreeText) return null;
        // 台⇥10 beside a column of points is no figure in the unit's place
        if (WordList.IsIn(project.Text, Points)) return null;
        var raw = line.Indicator.Raw;
        var last = raw.LastIndexOf('\t') + 1;
        if (last == 0 || !QuantityUnits.IsWholeUnit(raw[last..].Trim())) return null;
        var at = project.Text.IndexOf(raw, StringComparison.Ordinal);
        if (at < 0) return null;
        var match = Behind().Match(project.Text, at + raw.Length);
        return match.Success ? (raw[last..].Trim(), match.Groups["figure"].Value) : null;
    }

    [GeneratedRegex(@"\G\t[ ]*(?<figure>[0-9]{1,9}(?:\.[0-9]{1,4})?)[ ]*(?=[\r\n]|$)")]
    private static partial Regex Behind();
}
