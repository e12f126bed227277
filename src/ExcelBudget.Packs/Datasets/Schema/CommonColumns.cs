using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>Columns that several tables share, so that they mean the same everywhere.</summary>
internal static class CommonColumns
{
    public static readonly ColumnSchema Year =
        new ColumnSchema(DatasetFields.Year, "年度", "预算年度，四位数；上一年度的行是上年数", ColumnKind.Year).AlsoCalled("年份", "预算年度");

    public static readonly ColumnSchema Unit = new(DatasetFields.UnitCode, "单位编码", "units 表中的单位编码", ColumnKind.UnitReference);

    public static readonly ColumnSchema Amount = new ColumnSchema(DatasetFields.Amount, "金额（元）", "金额，以元为单位",
        ColumnKind.Amount).AlsoCalled("金额");

    public static readonly ColumnSchema ProjectCode = new(DatasetFields.ProjectCode, "项目编码", "项目编码，同一单位同一年度内不重复", ColumnKind.Code);

    public static readonly ColumnSchema Fund = Choice(DatasetFields.Fund, "资金性质", "资金性质", ClosedLists.Funds).AlsoCalled("资金来源");

    public static readonly ColumnSchema Classified = Choice(DatasetFields.Classified, "是否涉密", "涉密填“是”，不公开内容；空白为否", ClosedLists.YesNo)
        .AlsoCalled("涉密").Optional();

    public static ColumnSchema Text(string name, string title, string meaning) => new(name, title, meaning, ColumnKind.Text);

    public static ColumnSchema Choice(string name, string title, string meaning, ClosedList choices) =>
        new(name, title, meaning, ColumnKind.Choice) { Choices = choices };
}
