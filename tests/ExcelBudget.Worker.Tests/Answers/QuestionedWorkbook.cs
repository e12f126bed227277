using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.Answers;

/// <summary>
/// The clean sample's real workbook with findings of our making: a group, a 疑点 with figures, one without, and information.
/// </summary>
internal static class QuestionedWorkbook
{
    public const string CarRule = "T7-CARS";
    public const string TextRule = "NOTE-GAP";

    public static byte[] File => RealEngine.File("clean");

    /// <summary>The workbook as checked.</summary>
    /// <param name="cars">Figure of the first 疑点.</param>
    public static CheckedWorkbook Checked(string cars = "0.00")
    {
        var plain = RealEngine.Engine.Check("报送.xlsx", File);
        return plain with
        {
            Report =
            plain.Report with
            {
                Verdict = Verdict.Returned,
                Findings = [Group(), Cars(cars), Text(), Tail()],
                Changes = Changes(),
                Unchecked = Unchecked()
            }
        };
    }

    public static Finding Cars(string actual) => new()
    {
        Rule = CarRule,
        Category = "implausible_amount",
        Severity = Severity.Warning,
        Message = "资产表有公务用车 3 辆，三公经费中没有公务用车运行维护费。请核对是否漏填；确实不需要的，请说明经费从哪里列支。",
        Place = At("T3", "2013101", "4"),
        Expected = new FindingValue.Amount(12.00m),
        Actual = new FindingValue.Amount(decimal.Parse(actual, CultureInfo.InvariantCulture)),
        Difference = new FindingValue.Amount(-12.00m),
        Basis = "三公经费公开要求",
    };

    private static Finding Group()
    {
        var tie = new Finding
        {
            Rule = "T3-ROLLUP",
            Category = Category.TotalMismatch,
            Severity = Severity.Error,
            Message = "不等",
            Place =
            At("T3", "20131", "4"),
            Expected = new FindingValue.Amount(1683.10m),
            Actual = new FindingValue.Amount(1693.10m),
            Difference =
            new FindingValue.Amount(10.00m)
        };
        return tie with
        {
            Message = "“2013101 行政运行”行“基本支出”栏多了 10.00：改为 318.02 后，下列 4 项关系都相符。请先核对这一格。",
            Place = At("T3", "2013101", "4"),
            Expected = new FindingValue.Amount(318.02m),
            Actual = new FindingValue.Amount(328.02m),
            Related = [At("T3", "2013102", "4"), At("T5", "2013101", "4")],
            Ties =
            [
                tie, tie with { Place = At("T3", "201", "4") },
                tie with { Rule = "T1-BALANCE", Category = Category.CrossTableMismatch, Place = At("T1", "34", "2"), Expected =
                    new FindingValue.Amount(1693.10m), Actual = new FindingValue.Amount(1683.10m), Difference =
                    new FindingValue.Amount(-10.00m) },
                tie with { Rule = "T2-TOTAL", Place = At("T2", "合计", "3") },
            ],
        };
    }

    private static Finding Text() => new()
    {
        Rule = TextRule,
        Category = Category.MissingExplanation,
        Severity = Severity.Warning,
        Message = "“一般公共预算支出增减变化”没有填写，情况说明里会留下空缺。请在“情况说明文字”表的这一栏目下补充。",
        Place = At("T5", "2013101", "4"),
    };

    private static Finding Tail() => new()
    {
        Rule = "T2-ROW",
        Category = Category.RoundingTail,
        Severity = Severity.Info,
        Message = "2.18、31.80、15.90 之和为 49.88，表中为 49.89，属于四舍五入的尾差，不需要处理。",
        Place = At("T2", "2013101", "3"),
        Expected = new FindingValue.Amount(49.88m),
        Actual = new FindingValue.Amount(49.89m),
        Difference = new FindingValue.Amount(0.01m),
    };

    private static Change[] Changes() =>
    [
        new(At("T3", "2013101", "4"), "318.02", "328.02"),
        new(new Place("绩效目标", "B9", new CellAddress("projects", "130434P1", "goal")), "完成县委办公室日常运转，保障文件印制和会议服务，全年印发文件 1200 份以上。", ""),
    ];

    private static Unchecked[] Unchecked() =>
        [new("T1-BALANCE", "“T1 收支总表”的 B34 是文字“无”，不能计算"), new("T1-INCOME-TOTAL", "“T1 收支总表”的 B34 是文字“无”，不能计算"),
            new("T2-ROW", "工作簿里没有“T2 收入总表”")];

    private static Place At(string form, string row, string column) => RealEngine.At("clean", form, row, column);
}
