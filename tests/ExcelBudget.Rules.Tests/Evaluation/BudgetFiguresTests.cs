using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Evaluation;

public sealed class BudgetFiguresTests
{
    private readonly BudgetFigures _clean = new(Hebei.Book, Hebei.BudgetOf("clean"));

    [Theory]
    [InlineData("T3[201,3]", 1974.41)]
    [InlineData("SUM(T3[类,3])", 2041.42)]
    [InlineData("SUM(T3[款,3])", 2041.42)]
    [InlineData("SUM(T3[末级,3])", 2041.42)]
    [InlineData("T1[34,2] - T1[34,4]", 0)]
    [InlineData("SUM(T1[1:9,2])", 2041.42)]
    [InlineData("-T6[合计,5]", -46.76)]
    [InlineData("ROUND(T3[208,3], 1)", 49.9)]
    [InlineData("MAX(T6[合计,4], T6[合计,5])", 311.56)]
    [InlineData("MIN(T6[合计,4], T6[合计,5])", 46.76)]
    [InlineData("ABS(T6[合计,5] - T6[合计,4])", 264.80)]
    [InlineData("RATE(110, 100)", 10)]
    [InlineData("RATE(90, -100)", 190)]
    [InlineData("RATE(5, 0)", 0)]
    [InlineData("7 / 0", 0)]
    [InlineData("T3[2299999,3]", 0)]
    public void Expression_OnTheCleanBudget_HasThisFigure(string expression, double expected) =>
        Math.Round(InTenThousandYuan(Evaluate(_clean, expression)), 2, MidpointRounding.AwayFromZero).ShouldBe((decimal)expected);

    [Theory]
    [InlineData("SUM(T3[所属末级,3])", 49.89)]
    [InlineData("SUM(T3[下级,3])", 49.89)]
    [InlineData("T3[本行,3] - T5[本行,3]", 0)]
    [InlineData("T3[本行,本栏]", 49.89)]
    public void Expression_InTheRowOfACode_MeansThatRow(string expression, double expected)
    {
        var form = Hebei.Book.Pack[new FormId("T3")];
        var place = new RowContext(form, _clean.View(form)[new RowKey("208")], new ColumnId("3"));
        var figure = _clean.Evaluate(Parser.Figure(expression, Hebei.Book.Names, form), place);
        Math.Round(InTenThousandYuan(figure), 2, MidpointRounding.AwayFromZero).ShouldBe((decimal)expected);
    }

    [Fact]
    public void FiguresTypedWithTwoDecimals_InASum_AddTheirIntervals()
    {
        var budget = Typed(Typed(Hebei.BudgetOf("clean"), "2080501", 21_800m), "2080505", 318_000m);
        var sum = Evaluate(new BudgetFigures(Hebei.Book, budget), "T5[208,4]");
        // two of the three amounts are known to ±50 yuan, the third to the yuan
        sum.Value.HalfWidth.ShouldBe(100m);
    }

    [Fact]
    public void FormThatIsMissing_LeavesTheFigureUnknown()
    {
        var figures = new BudgetFigures(Hebei.Book, Edit.Without(Hebei.BudgetOf("clean"), new FormId("T3")));
        Evaluate(figures, "T1[1,4] + 1").IsKnown.ShouldBeFalse();
        Evaluate(figures, "T1[1,2]").IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void CellThatCannotBeRead_LeavesItsTotalsUnknown()
    {
        var unreadable = new Dictionary<CellAddress, string> { [new("T3", "2013101", "4")] = "不是数字" };
        var budget = Edit.Set(Hebei.BudgetOf("clean"), new CellAddress("T3", "2013101", "4"), null);
        var figures = new BudgetFigures(Hebei.Book, budget, unreadable);
        Evaluate(figures, "T3[201,4]").Unknown.ShouldBe("不是数字");
        Evaluate(figures, "T3[208,4]").IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void ComputedCellThatIsTypedOver_CountsAsTyped() =>
        Evaluate(new BudgetFigures(Hebei.Book, Edit.Apply(Hebei.BudgetOf("clean"), "T3[208,4]=50")), "T3[208,4]")
            .Value.ShouldBe(Measure.Money(500_000m));

    [Theory]
    [InlineData("T9[9,2] + 50 - T9[9,2]", "50万元")]
    [InlineData("T9[9,2] + 2 * 25 - T9[9,2]", "50万元")]
    [InlineData("T9[9,2] + 500000元 - T9[9,2]", "50万元")]
    [InlineData("T9[9,2] + 0.005亿元 - T9[9,2]", "500千元")]
    [InlineData("MAX(T9[9,2] - T9[9,2], 50) * 1", "50万元")]
    public void Number_BesideMoney_IsMoneyInThePacksUnit(string expression, string amount)
    {
        Evaluate(_clean, expression).Value.ShouldBe(Evaluate(_clean, amount).Value);
        Evaluate(_clean, amount).Value.ShouldBe(Measure.Money(500_000m));
    }

    private static decimal InTenThousandYuan(Evaluated figure) =>
        figure.Value.Dimension == Dimension.Money ? figure.Value.Value / 10_000m : figure.Value.Value;

    private static Budget Typed(Budget budget, string code, decimal yuan) =>
        Edit.Set(budget, new CellAddress("T5", code, "4"), new CellValue.Amount(yuan, 50m));

    private static Evaluated Evaluate(BudgetFigures figures, string expression) =>
        figures.Evaluate(Parser.Figure(expression, Hebei.Book.Names), default);
}
