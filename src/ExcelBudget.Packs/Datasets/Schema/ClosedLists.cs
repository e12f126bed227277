namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>The closed lists of the dataset, as the contract fixes them.</summary>
internal static class ClosedLists
{
    /// <summary>上年结转, the only source that needs a fund.</summary>
    public const string CarryOver = "上年结转";

    /// <summary>年终结转结余, the only category without a function code.</summary>
    public const string YearEndBalance = "年终结转结余";

    /// <summary>单位资金。What every source outside the three budgets and the fiscal account counts as.</summary>
    public const string OwnFunds = "单位资金";

    /// <summary>资金性质 of expenditure, 三公 and carry-over.</summary>
    public static readonly ClosedList Funds = new(
        ["一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "财政专户管理资金", OwnFunds]);

    /// <summary>资金性质 of procurement: the five and the two carry-overs.</summary>
    public static readonly ClosedList ProcurementFunds = new([.. Funds.Values, "财政拨款结转", "非财政拨款结转结余"]);

    /// <summary>收入来源。</summary>
    public static readonly ClosedList Sources = new(
        ["一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款", "财政专户管理资金", "事业收入", "事业单位经营收入",
            "上级补助收入", "附属单位上缴收入", "其他收入", CarryOver]);

    /// <summary>支出类别。</summary>
    public static readonly ClosedList Categories = new(
        ["人员经费", "公用经费", "项目支出", "经营支出", "上解上级支出", "对附属单位补助支出", YearEndBalance]);

    /// <summary>“三公”经费的项目。</summary>
    public static readonly ClosedList ThreePublicItems = new(
        ["因公出国（境）费-教学科研", "因公出国（境）费-其他", "公务用车购置费", "公务用车运行维护费", "公务接待费"]);

    /// <summary>指标值的关系。</summary>
    public static readonly ClosedList Operators = new(
        ["≥", "≤", ">", "<", "=", "定性"],
        new Dictionary<string, string> { [">="] = "≥", ["<="] = "≤", ["⩾"] = "≥", ["⩽"] = "≤" });

    /// <summary>是否涉密。Read as 是 or 否.</summary>
    public static readonly ClosedList YesNo = new(
        ["是", "否"],
        new Dictionary<string, string>
        {
            ["1"] = "是",
            ["true"] = "是",
            ["√"] = "是",
            ["✓"] = "是",
            ["yes"] = "是",
            ["涉密"] = "是",
            ["0"] = "否",
            ["false"] = "否",
            ["×"] = "否",
            ["no"] = "否",
            ["不涉密"] = "否",
            ["非涉密"] = "否",
        });

    /// <summary>The fund that money of a source belongs to; 上年结转 has none of its own.</summary>
    public static string FundOf(string source) => Funds.Values.Contains(source) ? source : OwnFunds;
}
