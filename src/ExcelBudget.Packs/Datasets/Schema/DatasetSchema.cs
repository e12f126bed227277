using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>
/// 数据集的表样。All tables and columns of a dataset: the reader follows it, messages quote it, and documentation is generated from it.
/// </summary>
public static class DatasetSchema
{
    /// <summary>
    /// Name of the virtual table 机构设置 that the reader derives from <c>units.members</c>: fields unit_code, unit_name, unit_nature,
    /// unit_rank, funding. A unit without members has one row, itself. See <see cref="MemberRow"/> for the format of the cell.
    /// </summary>
    public const string MembersTable = DatasetTables.Members;

    /// <summary>The tables, in the order in which faults are listed.</summary>
    public static readonly IReadOnlyList<TableSchema> Tables =
    [
        UnitTables.Units,
        MoneyTables.Revenue,
        MoneyTables.Expenditure,
        MoneyTables.ThreePublic,
        ProjectTables.Projects,
        ProjectTables.Indicators,
        ProjectTables.Procurement,
        UnitTables.Assets,
        UnitTables.Narrative,
    ];

    /// <summary>The tables as one family, with the names their files and sheets may have.</summary>
    public static readonly TableFamily Family = new("数据集", Tables);

    /// <summary>The table of a name, fixed or Chinese, whatever its case; null when the dataset has no such table.</summary>
    public static TableSchema? Table(string name) => Family.Find(name);
}
