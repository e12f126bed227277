using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Indicators;

/// <summary>One row of a form in which indicators are entered field by field.</summary>
internal static class EntryRow
{
    /// <summary>The indicator a row enters. Without an operator the value is read as printed; 定性 without a value is a statement.</summary>
    public static Indicator Read(FormRow row, IndicatorPlaces places)
    {
        var name = Text(row, places, "name");
        var target = Target(Text(row, places, "operator"), Text(row, places, "value"), Text(row, places, "unit"), name);
        return new Indicator
        {
            Level1 = Text(row, places, "level1"),
            Level2 = Text(row, places, "level2"),
            Name = name,
            Operator = target.Operator,
            Value = target.Value,
            Unit = target.Unit,
        };
    }

    /// <summary>The cells that enter an indicator.</summary>
    /// <param name="owner">The column that names the project.</param>
    /// <param name="project">项目编码。</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="places">Where the fields stand.</param>
    public static Dictionary<ColumnId, CellValue> Write(ColumnId owner, string project, Indicator indicator, IndicatorPlaces places)
    {
        var isStatement = indicator.Operator == TargetOperator.Qualitative && indicator.Value == indicator.Name;
        var cells = new Dictionary<ColumnId, CellValue>();
        Put(owner, project);
        Field("level1", indicator.Level1);
        Field("level2", indicator.Level2);
        Field("name", indicator.Name);
        Field("operator", indicator.Operator.Sign());
        Field("value", isStatement ? "" : indicator.Value);
        Field("unit", indicator.Unit);
        return cells;

        void Field(string field, string text)
        {
            if (places.Columns.TryGetValue(field, out var column)) Put(new ColumnId(column), text);
        }

        void Put(ColumnId column, string text)
        {
            if (PlainText.Paragraphs(text) is { Length: > 0 } kept) cells[column] = new CellValue.Text(kept);
        }
    }

    /// <summary>The target that three fields enter.</summary>
    /// <param name="sign">计算符号 as chosen; may be blank.</param>
    /// <param name="value">指标值。</param>
    /// <param name="unit">计量单位。</param>
    /// <param name="name">三级指标, which is its own value in a statement.</param>
    public static IndicatorTarget Target(string sign, string value, string unit, string name)
    {
        // one word in every field (涉密) is that word
        if (unit == value) unit = "";
        if (sign == value) sign = "";
        // a cell that shows 95% has said its unit already
        if (unit.Length > 0 && value.Length > unit.Length && value.EndsWith(unit, StringComparison.Ordinal))
        {
            value = value[..^unit.Length].TrimEnd();
        }
        if (sign.Length == 0 || TargetSigns.Parse(sign) is not { } target) return IndicatorTarget.Read(sign + value + unit);
        if (target == TargetOperator.Qualitative && value.Length == 0) return new(target, name, "");
        return new(value.Length == 0 && unit.Length == 0 ? TargetOperator.None : target, value, unit);
    }

    private static string Text(FormRow row, IndicatorPlaces places, string field) =>
        places.Columns.TryGetValue(field, out var column) ? row.Text(column).Trim() : "";
}
