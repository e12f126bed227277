using ExcelBudget.Domain.Datasets;
using static ExcelBudget.Packs.Datasets.Schema.CommonColumns;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>The tables that describe units: who they are, what they own, what they write.</summary>
internal static class UnitTables
{
    public static readonly TableSchema Units = new(DatasetTables.Units, "单位", "一行一个单位，每个单位生成一本工作簿", Required: true,
    [
        new(DatasetFields.UnitCode, "单位编码", "单位编码，全表不重复", ColumnKind.Code),
        Text(DatasetFields.UnitName, "单位名称", "单位全称，用于表题和说明"),
        new ColumnSchema(DatasetFields.DepartmentCode, "部门编码", "主管部门编码", ColumnKind.Code).Optional(),
        Text(DatasetFields.DepartmentName, "部门名称", "主管部门名称").Optional(),
        Text(DatasetFields.UnitNature, "单位性质", "如：行政单位、事业单位").Optional(),
        Text(DatasetFields.UnitRank, "单位规格", "如：正科级").Optional(),
        Text(DatasetFields.Funding, "经费保障形式", "如：财政拨款").Optional(),
        new ColumnSchema(DatasetFields.Members, "机构设置", MemberRow.Format, ColumnKind.Members).AlsoCalled("所属单位").Optional(),
    ]);

    public static readonly TableSchema Assets = new(DatasetTables.Assets, "固定资产占用情况", "一行一项资产", Required: false,
    [
        new ColumnSchema(DatasetFields.AsOf, "截止日期", "资产的截止日期，如 2022-12-31", ColumnKind.Date).AlsoCalled("截止时间"),
        Unit,
        Text(DatasetFields.Item, "资产项目", "资产项目名称，与表样中的项目一致").AlsoCalled("项目"),
        new ColumnSchema(DatasetFields.Quantity, "数量", "数量，可以空白", ColumnKind.Number).BlankAllowed(),
        Amount.AlsoCalled("价值（元）", "价值").BlankAllowed(),
    ])
    {
        AlsoNamed = ["固定资产", "资产"],
    };

    public static readonly TableSchema Narrative = new(DatasetTables.Narrative, "文字说明", "一行一段文字", Required: false,
    [
        Year,
        Unit,
        Text(DatasetFields.Section, "段落", "表样包规定的段落标识"),
        Text(DatasetFields.Text, "文字", "段落文字，可以分行").AlsoCalled("内容"),
    ]);
}
