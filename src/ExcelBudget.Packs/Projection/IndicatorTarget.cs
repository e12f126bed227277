using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Packs.Projection;

/// <summary>指标值 of an indicator that gives operator, value and unit instead of the printed target.</summary>
internal static class IndicatorTarget
{
    /// <summary>The row with a target: «≥» + «90» + «%» prints «≥90%»; «=» and 定性 print no operator.</summary>
    public static DatasetRow Complete(DatasetRow row)
    {
        if (row.Text("target").Length > 0 || row.Text("value").Length == 0) return row;
        var sign = TargetSigns.Parse(row.Text("operator")) is { } known ? TargetSigns.Bound(known) : row.Text("operator");
        return row with { Fields = new Dictionary<string, string>(row.Fields) { ["target"] = sign + row.Text("value") + row.Text("unit") } };
    }
}
