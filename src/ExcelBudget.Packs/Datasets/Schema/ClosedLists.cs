namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>
/// The closed lists of the dataset, as the contract fixes them. Their words are data that packs share:
/// templates/common/dataset-words.txt.
/// </summary>
internal static class ClosedLists
{
    private const string Resource = "dataset-words.txt";

    private static readonly Dictionary<string, string[]> Words = Read();

    /// <summary>上年结转, the only source that needs a fund.</summary>
    public static readonly string CarryOver = Words["carryOver"][0];

    /// <summary>年终结转结余, the only category without a function code.</summary>
    public static readonly string YearEndBalance = Words["yearEndBalance"][0];

    /// <summary>单位资金。What every source outside the three budgets and the fiscal account counts as.</summary>
    public static readonly string OwnFunds = Words["ownFunds"][0];

    /// <summary>Categories of 基本支出, which need an economic code.</summary>
    public static readonly IReadOnlyList<string> Basic = Words["basic"];

    /// <summary>资金性质 of expenditure, 三公 and carry-over.</summary>
    public static readonly ClosedList Funds = new(Words["funds"]);

    /// <summary>资金性质 of procurement: the five and the two carry-overs.</summary>
    public static readonly ClosedList ProcurementFunds = new([.. Funds.Values, .. Words["procurementFunds"]]);

    /// <summary>收入来源。</summary>
    public static readonly ClosedList Sources = new(Words["sources"]);

    /// <summary>支出类别。</summary>
    public static readonly ClosedList Categories = new(Words["categories"]);

    /// <summary>“三公”经费的项目。</summary>
    public static readonly ClosedList ThreePublicItems = new(Words["threePublic"]);

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

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(ClosedLists).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built in");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Split('|'), StringComparer.Ordinal);
    }
}
