using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>
/// 部门机构设置情况的一行。The cell <c>units.members</c> holds such rows: rows separated by ； or ; or a line break, the parts of a row by |
/// or ｜ in the order 单位名称|单位性质|单位规格|经费保障形式. Parts at the end may be missing, the name may not:
/// <c>魏县县委办公室|行政|正科级|财政拨款；魏县档案馆|事业</c>.
/// </summary>
/// <param name="Name">单位名称。Never blank.</param>
/// <param name="Nature">单位性质。May be blank.</param>
/// <param name="Rank">单位规格。May be blank.</param>
/// <param name="Funding">经费保障形式。May be blank.</param>
internal sealed record MemberRow(string Name, string Nature, string Rank, string Funding)
{
    /// <summary>The format of the cell in one Chinese line, for messages and documentation.</summary>
    public const string Format = "机构设置，每个单位写成“单位名称|单位性质|单位规格|经费保障形式”，单位之间用“；”或换行分开；空白时就是本单位";

    /// <summary>The columns of table 机构设置: whose member, and the four parts.</summary>
    internal static readonly RowShape Shape = new(
        [DatasetFields.UnitCode, DatasetFields.UnitName, DatasetFields.UnitNature, DatasetFields.UnitRank, DatasetFields.Funding]);

    private static readonly char[] BetweenRows = ['；', ';', '\n', '\r'];
    private static readonly char[] BetweenParts = ['|', '｜'];

    /// <summary>The rows of a cell; null when one of them has no name or more than four parts.</summary>
    public static IReadOnlyList<MemberRow>? ReadAll(string text)
    {
        var rows = text.Split(BetweenRows, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        return rows.Contains(null) ? null : rows.OfType<MemberRow>().ToList();
    }

    /// <summary>机构设置 of a unit: the rows of its members cell, or the unit itself.</summary>
    public static IEnumerable<DatasetRow> Of(DatasetRow unit)
    {
        var written = ReadAll(unit.Text(DatasetFields.Members)) ?? [];
        var members = written.Count > 0
            ? written
            : [new(unit.Text(DatasetFields.UnitName), unit.Text(DatasetFields.UnitNature), unit.Text(DatasetFields.UnitRank),
                unit.Text(DatasetFields.Funding))];
        return members.Select(member => new DatasetRow(unit.File, unit.Line, Shape,
        [
            unit[DatasetFields.UnitCode],
            FieldValue.Of(member.Name),
            FieldValue.Of(member.Nature),
            FieldValue.Of(member.Rank),
            FieldValue.Of(member.Funding),
        ]));
    }

    private static MemberRow? Read(string text)
    {
        var parts = text.Split(BetweenParts, StringSplitOptions.TrimEntries);
        if (parts.Length > 4 || parts[0].Length == 0) return null;
        string Part(int index) => index < parts.Length ? parts[index] : "";
        return new(parts[0], Part(1), Part(2), Part(3));
    }
}
