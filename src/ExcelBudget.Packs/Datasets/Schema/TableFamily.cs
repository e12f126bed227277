using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>
/// 一组表。Tables that stand together in one folder of CSV files or in one workbook, and what their files and sheets may be called.
/// </summary>
public sealed class TableFamily
{
    /// <summary>Name of the sheet in our own empty workbooks that explains how the others are filled in.</summary>
    public const string Guide = "填表说明";

    private readonly Dictionary<string, TableSchema> _byName;

    /// <summary>A family of its tables.</summary>
    /// <param name="title">What messages call it: 数据集.</param>
    /// <param name="tables">Its tables, in the order in which faults are listed.</param>
    public TableFamily(string title, IReadOnlyList<TableSchema> tables)
    {
        (Title, Tables) = (title, tables);
        // where a pack's own table has the name of another one, the first counts
        _byName = tables.SelectMany(table => table.FileNames.Select(TextFolding.Key).Distinct(), (table, key) => (key, table))
            .DistinctBy(pair => pair.key).ToDictionary(pair => pair.key, pair => pair.table, StringComparer.Ordinal);
    }

    /// <summary>What messages call it.</summary>
    public string Title { get; }

    /// <summary>The tables, in the order in which faults are listed.</summary>
    public IReadOnlyList<TableSchema> Tables { get; }

    /// <summary>
    /// The table a file or sheet of this name holds, whatever its case, width and spaces; null when it is none of the family.
    /// </summary>
    public TableSchema? Find(string name) => _byName.GetValueOrDefault(TextFolding.Key(name));

    /// <summary>True for the name of a sheet or file that explains the tables: it is passed over in silence.</summary>
    public static bool IsGuide(string name) => TextFolding.Key(name) == TextFolding.Key(Guide);
}
