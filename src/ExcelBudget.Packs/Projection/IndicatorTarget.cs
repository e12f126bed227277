using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Packs.Projection;

/// <summary>指标值 of an indicator: a dataset prints it as a whole, or gives operator, value and unit; a pack may have either.</summary>
internal static class IndicatorTarget
{
    /// <summary>The row with both sides. A target alone is read: «≥90%» gives «≥», «90» and «%»; the three fields alone are printed: «≥» + «90» + «%» gives «≥90%»; «=» and 定性 print no operator.</summary>
    public static DatasetRow Complete(DatasetRow row)
    {
        if (row.Text("target").Length > 0) return HasFields(row) ? row : Read(row);
        if (row.Text("value").Length == 0) return row;
        var sign = TargetSigns.Parse(row.Text("operator")) is { } known ? TargetSigns.Bound(known) : row.Text("operator");
        return row with { Fields = new Dictionary<string, string>(row.Fields) { ["target"] = sign + row.Text("value") + row.Text("unit") } };
    }

    private static bool HasFields(DatasetRow row) => row.Text("operator").Length > 0 || row.Text("value").Length > 0 || row.Text("unit").Length > 0;

    private static DatasetRow Read(DatasetRow row)
    {
        var target = Domain.Indicators.IndicatorTarget.Read(row.Text("target"));
        return row with
        {
            Fields = new Dictionary<string, string>(row.Fields) { ["operator"] = target.Operator.Sign(), ["value"] = target.Value, ["unit"] = target.Unit },
        };
    }
}
