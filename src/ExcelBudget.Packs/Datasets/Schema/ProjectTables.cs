using ExcelBudget.Domain.Datasets;
using static ExcelBudget.Packs.Datasets.Schema.CommonColumns;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>The tables about projects: their money, their targets, what they buy.</summary>
internal static class ProjectTables
{
    public static readonly TableSchema Projects = new(DatasetTables.Projects, "项目", "一行一个项目", Required: false,
    [
        Year,
        Unit,
        ProjectCode,
        Text(DatasetFields.ProjectName, "项目名称", "项目名称"),
        Amount,
        Text(DatasetFields.Goal, "绩效目标", "绩效目标，可以分行").Optional(),
        Text(DatasetFields.IndicatorText, "绩效指标", "绩效指标的整段文字，没有 indicators 表时使用").Optional(),
        Classified,
    ]);

    public static readonly TableSchema Indicators = new(DatasetTables.Indicators, "绩效指标", "一行一个指标", Required: false,
    [
        Year,
        Unit,
        ProjectCode,
        Text(DatasetFields.Level1, "一级指标", "如：产出指标"),
        Text(DatasetFields.Level2, "二级指标", "如：数量指标"),
        Text(DatasetFields.Name, "三级指标", "指标名称").AlsoCalled("指标名称"),
        Text(DatasetFields.Description, "绩效指标描述", "指标描述").AlsoCalled("指标描述").Optional(),
        Choice(DatasetFields.Operator, "关系", "指标值的关系", ClosedLists.Operators).AlsoCalled("符号").Optional(),
        Text(DatasetFields.Value, "值", "指标值的数或词").AlsoCalled("目标值").Optional(),
        Text(DatasetFields.Unit, "指标单位", "指标值的单位").AlsoCalled("计量单位").Optional(),
        Text(DatasetFields.Target, "指标值", "表中印出的指标值，如 ≥90%；关系、值、单位空白时由此读出").Optional(),
        Text(DatasetFields.Basis, "指标值确定依据", "指标值确定依据").AlsoCalled("确定依据").Optional(),
        Classified,
    ]);

    public static readonly TableSchema Procurement = new(DatasetTables.Procurement, "政府采购", "一行一项采购的一种资金", Required: false,
    [
        Year,
        Unit,
        ProjectCode,
        Text(DatasetFields.Item, "采购物品名称", "采购物品名称").AlsoCalled("物品名称"),
        new ColumnSchema(DatasetFields.CatalogueCode, "政府采购目录序号", "政府采购目录序号", ColumnKind.Code).AlsoCalled("采购目录序号"),
        Text(DatasetFields.MeasureUnit, "计量单位", "计量单位，如：台"),
        new(DatasetFields.Quantity, "数量", "数量", ColumnKind.Number),
        new ColumnSchema(DatasetFields.UnitPrice, "单价（元）", "单价，以元为单位", ColumnKind.Amount).AlsoCalled("单价"),
        Choice(DatasetFields.Fund, "资金性质", "资金性质", ClosedLists.ProcurementFunds).AlsoCalled("资金来源"),
        Amount,
        new ColumnSchema(DatasetFields.SmeAmount, "预留中小微企业份额（元）", "其中预留中小微企业份额，以元为单位", ColumnKind.Amount)
            .AlsoCalled("预留中小微企业份额", "中小微企业份额").Optional(),
    ]);
}
