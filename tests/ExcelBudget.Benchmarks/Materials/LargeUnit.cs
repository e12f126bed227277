using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>
/// A made-up unit larger than any real one: at least 200 rows in the forms by function code, 60 projects with seven indicators each.
/// </summary>
internal static class LargeUnit
{
    private const string UnitCode = "301";
    private const int Year = 2024;
    private const int Codes = 150;
    private const int Projects = 60;
    private const string Fund = "一般公共预算拨款";

    private static readonly (string Level1, string Level2, string Name, string Target)[] Indicators =
    [
        ("产出指标", "数量指标", "开展活动次数", "≥12次"), ("产出指标", "质量指标", "活动完成率", "≥95%"), ("产出指标", "时效指标", "按期完成率", "≥95%"),
        ("产出指标", "成本指标", "项目总成本", "≤10万元"), ("效益指标", "社会效益指标", "服务覆盖率", "≥90%"), ("效益指标", "可持续影响指标", "工作机制", "健全"),
        ("满意度指标", "服务对象满意度指标", "群众满意度", "≥95%"),
    ];

    /// <summary>The unit's budget.</summary>
    public static Budget Of(RuleBook book) => new BudgetProjection(book.Pack, new Dataset(Tables(book))).Of(UnitCode, Year);

    private static Dictionary<string, IReadOnlyList<DatasetRow>> Tables(RuleBook book)
    {
        var list = book.Pack.CodeLists["functional"];
        var leaves = list.Entries.Select(entry => entry.Code).Where(list.IsLeaf).Order(StringComparer.Ordinal).ToArray();
        var codes = Enumerable.Range(0, Codes).Select(index => leaves[index * leaves.Length / Codes]).ToArray();
        return new Dictionary<string, IReadOnlyList<DatasetRow>>(StringComparer.Ordinal)
        {
            ["units"] = [Row("units", ("unit_code", UnitCode), ("unit_name", "示例县综合事务局"))],
            ["revenue"] = [.. codes.Select(
                (code, index) => Row("revenue", Yearly(("function_code", code), ("source", Fund), ("amount_yuan", Amount(index)))))],
            ["expenditure"] = [.. codes.Select(
                (code, index) => Row("expenditure",
                    Yearly(("function_code", code), ("category", "项目支出"), ("fund", Fund), ("amount_yuan", Amount(index)))))],
            ["projects"] = [.. Enumerable.Range(1, Projects).Select(number => Row("projects", Yearly(
                ("project_code", Code(number)), ("project_name", $"综合事务专项{Code(number)}"), ("amount_yuan", "100000"),
                ("goal", $"完成第{Code(number)}项综合事务，保障相关工作按计划开展。"))))],
            ["indicators"] = [.. from number in Enumerable.Range(1, Projects)
                                 from indicator in Indicators
                                 select Row("indicators", Yearly(("project_code", Code(number)), ("level1", indicator.Level1),
                                     ("level2", indicator.Level2), ("name", indicator.Name), ("target", indicator.Target)))],
        };
    }

    private static string Amount(int index) => (200_000 + (index * 1_357)).ToString(CultureInfo.InvariantCulture);

    private static string Code(int number) => number.ToString("000", CultureInfo.InvariantCulture);

    private static (string, string)[] Yearly(params (string, string)[] fields) =>
        [("year", Year.ToString(CultureInfo.InvariantCulture)), ("unit_code", UnitCode), .. fields];

    private static DatasetRow Row(string table, params (string Field, string Value)[] fields) =>
        FactRow.Of(DatasetSchema.Table(table)!, "large", 1, fields.Select(field => KeyValuePair.Create(field.Field, field.Value)));
}
