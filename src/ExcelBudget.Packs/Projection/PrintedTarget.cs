using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Projection;

/// <summary>指标值 of an indicator that gives operator, value and unit instead of the printed target.</summary>
internal static class PrintedTarget
{
    /// <summary>The row with a target: «≥» + «90» + «%» prints «≥90%»; «=» and 定性 print no operator.</summary>
    public static DatasetRow Complete(DatasetRow row)
    {
        if (!row[Target].IsBlank || row[Value].IsBlank) return row;
        var sign = TargetSigns.Parse(row.Text(Operator)) is { } known ? TargetSigns.Bound(known) : row.Text(Operator);
        return row.With(Target, FieldValue.Of(sign + row.Text(Value) + row.Text(Unit)));
    }
}
