using System.Collections.Concurrent;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Projection;

/// <summary>指标值 of an indicator: a dataset prints it as a whole, or gives operator, value and unit; a pack may have either.</summary>
internal static class PrintedTarget
{
    // «≥90%» stands in every other row of a county
    private const int MostKnown = 20_000;

    private static readonly ConcurrentDictionary<string, IndicatorTarget> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// The row with both sides. A target alone is read: «≥90%» gives «≥», «90» and «%»; the three fields alone are printed: «≥» + «90» +
    /// «%»
    /// gives «≥90%»; «=» and 定性 print no operator.
    /// </summary>
    public static DatasetRow Complete(DatasetRow row)
    {
        if (!row[Target].IsBlank) return HasFields(row) ? row : Read(row);
        if (row[Value].IsBlank) return row;
        var sign = TargetSigns.Parse(row.Text(Operator)) is { } known ? TargetSigns.Bound(known) : row.Text(Operator);
        return row.With((Target, FieldValue.Of(sign + row.Text(Value) + row.Text(Unit))));
    }

    private static bool HasFields(DatasetRow row) => !row[Operator].IsBlank || !row[Value].IsBlank || !row[Unit].IsBlank;

    private static DatasetRow Read(DatasetRow row)
    {
        var text = row.Text(Target);
        if (!Known.TryGetValue(text, out var target))
        {
            target = IndicatorTarget.Read(text);
            if (Known.Count >= MostKnown) Known.Clear();
            Known[text] = target;
        }

        return row.With(
            (Operator, FieldValue.Of(target.Operator.Sign())), (Value, FieldValue.Of(target.Value)), (Unit, FieldValue.Of(target.Unit)));
    }
}
