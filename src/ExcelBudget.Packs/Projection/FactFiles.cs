using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Projection;

/// <summary>The files that rows came from, in the order of their tables.</summary>
/// <param name="pack">The pack.</param>
internal sealed class FactFiles(Pack pack)
{
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Takes a row in.</summary>
    public void Add(string table, DatasetRow row) => _files.TryAdd(table, row.File);

    /// <summary>The files of tables that have rows.</summary>
    public IReadOnlyList<string> InOrder() =>
        [.. PackSchema.Of(pack).Select(table => _files.GetValueOrDefault(table.Name)).OfType<string>()];
}
