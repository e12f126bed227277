using ExcelBudget.Domain.Datasets;
using static ExcelBudget.Packs.Datasets.Schema.CommonColumns;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>The tables of income and spending, from which the nine forms follow.</summary>
internal static class MoneyTables
{
    private static readonly ColumnSchema FunctionCode =
        new ColumnSchema(DatasetFields.FunctionCode, "功能科目编码", "支出功能分类科目编码，3、5 或 7 位", ColumnKind.FunctionCode)
            .AlsoCalled("功能分类科目编码", "功能分类科目", "功能科目");

    private static readonly ColumnSchema EconomicCode =
        new ColumnSchema(DatasetFields.EconomicCode, "经济科目编码",
            $"部门预算支出经济分类科目编码，3 或 5 位；{string.Join("、", ClosedLists.Basic)}必须填写", ColumnKind.EconomicCode)
            .AlsoCalled("经济分类科目编码", "经济分类科目", "经济科目");

    public static readonly TableSchema Revenue = new(DatasetTables.Revenue, "收入", "一行一笔收入", Required: true,
    [
        Year,
        Unit,
        FunctionCode,
        Choice(DatasetFields.Source, "收入来源", "收入来源", ClosedLists.Sources).AlsoCalled("资金来源"),
        Amount,
        Choice(DatasetFields.Fund, "资金性质", $"{ClosedLists.CarryOver}的资金性质；空白时，只有该单位当年别的收入都属同一资金性质才能推定", ClosedLists.Funds).Optional(),
    ]);

    public static readonly TableSchema Expenditure = new(DatasetTables.Expenditure, "支出", "一行一笔支出", Required: true,
    [
        Year,
        Unit,
        FunctionCode.Optional() with { Meaning = $"支出功能分类科目编码，3、5 或 7 位；除{ClosedLists.YearEndBalance}外必须填写" },
        EconomicCode.Optional(),
        Choice(DatasetFields.Category, "支出类别", "支出类别", ClosedLists.Categories),
        ProjectCode.Optional(),
        Fund,
        Amount,
    ]);

    public static readonly TableSchema ThreePublic = new(DatasetTables.ThreePublic, "“三公”经费", "一行一项“三公”经费", Required: false,
    [
        Year,
        Unit,
        Choice(DatasetFields.Item, "项目", "“三公”经费的项目", ClosedLists.ThreePublicItems).AlsoCalled("三公经费项目"),
        Fund,
        Amount,
    ])
    {
        AlsoNamed = ["三公经费", "三公"],
    };
}
