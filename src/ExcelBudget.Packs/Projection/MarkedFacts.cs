using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Projection;

/// <summary>Texts of a dataset that carry markup («&lt;p&gt;», «$\geq$»): they are laid out as lines, and whoever delivered them is
/// told.</summary>
public static class MarkedFacts
{
    /// <summary>One remark for each table and field, at its first row.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="dataset">The facts.</param>
    /// <param name="year">Budget year.</param>
    public static IReadOnlyList<DatasetFault> Find(Pack pack, Dataset dataset, int year)
    {
        var faults = new FaultLog();
        foreach (var table in pack.Tables)
        {
            var marked = from row in dataset[table]
                         where row.Year is null || row.Year == year
                         from field in row.Filled
                         where MarkedText.HasMarkup(field.Value.Text)
                         group row by field.Field;
            foreach (var field in marked)
            {
                var (first, count) = (field.First(), field.Count());
                faults.Warn(new FaultPlace(first.File, first.Line, field.Key, Value: first.Text(field.Key)),
                    $"有 {count} 行带有网页或公式标记（如 <p>、&nbsp;、$…$），已去掉标记、按行填入工作簿。请核对填好的文字。");
            }
        }

        return faults.InOrder([.. PackSchema.Of(pack).Select(table => dataset[table.Name]).Where(rows => rows.Count > 0).Select(rows =>
            rows[0].File)]);
    }
}
