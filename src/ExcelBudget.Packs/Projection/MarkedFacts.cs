using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;

namespace ExcelBudget.Packs.Projection;

/// <summary>Texts of a dataset that carry markup («&lt;p&gt;», «$\geq$»): they are laid out as lines, and whoever delivered them is
/// told.</summary>
/// <param name="pack">The pack.</param>
/// <param name="year">Budget year.</param>
internal sealed class MarkedFacts(Pack pack, int year)
{
    private readonly Dictionary<string, Dictionary<string, FactTally>> _tables =
        pack.Tables.ToDictionary(table => table, _ => new Dictionary<string, FactTally>(StringComparer.Ordinal), StringComparer.Ordinal);

    private readonly FactFiles _files = new(pack);

    /// <summary>Takes a row in.</summary>
    public void Add(string table, DatasetRow row)
    {
        _files.Add(table, row);
        if (!_tables.TryGetValue(table, out var fields) || (row.Year is { } own && own != year)) return;
        foreach (var (field, value) in row.Filled)
        {
            if (!value.IsText || !MarkedText.HasMarkup(value.Text)) continue;
            if (!fields.TryGetValue(field, out var marked)) fields[field] = marked = new FactTally();
            marked.Add(row);
        }
    }

    /// <summary>One remark for each table and field, at its first row.</summary>
    public IReadOnlyList<DatasetFault> Faults()
    {
        var faults = new FaultLog();
        foreach (var (field, marked) in _tables.Values.SelectMany(fields => fields))
        {
            var first = marked.First!;
            faults.Warn(new FaultPlace(first.File, first.Line, field, Value: first.Text(field)),
                $"有 {marked.Count} 行带有网页或公式标记（如 <p>、&nbsp;、$…$），已去掉标记、按行填入工作簿。请核对填好的文字。");
        }

        return faults.InOrder(_files.InOrder());
    }
}
