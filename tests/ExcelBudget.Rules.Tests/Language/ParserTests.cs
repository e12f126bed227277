using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Language;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("T3[2013101,4] +", 16)]
    [InlineData("T33[1,2]", 1)]
    [InlineData("T1[99,2]", 4)]
    [InlineData("T1[1,99]", 6)]
    [InlineData("SUMME(T1[1,2])", 1)]
    [InlineData("ROUND(T1[1,2])", 1)]
    [InlineData("T1[1,2] T1[2,2]", 9)]
    [InlineData("T1[下级,2]", 4)]
    [InlineData("T1[1;2]", 4)]
    [InlineData("T1[\"1,2]", 4)]
    [InlineData("", 1)]
    public void Figure_ThatCannotBeUnderstood_NamesTheCharacter(string text, int column) =>
        Should.Throw<LanguageException>(() => Parser.Figure(text, Hebei.Book.Names)).Column.ShouldBe(column);

    [Fact]
    public void Relation_WithoutAComparison_NamesThePlaceWhereItBelongs() =>
        Should.Throw<LanguageException>(() => Parser.Relation("T1[1,2] + T1[2,2]", Hebei.Book.Names)).Column.ShouldBe(18);

    [Theory]
    [InlineData("T1[1,2]＝T1[2,2]", Comparison.Equal)]
    [InlineData("T1［1，2］<=T1[2,2]", Comparison.AtMost)]
    [InlineData("T1[1,2] ≥ T1【2，2】", Comparison.AtLeast)]
    public void Relation_TypedOnAChineseKeyboard_ReadsTheSame(string text, Comparison comparison)
    {
        var relation = Parser.Relation(text, Hebei.Book.Names);
        relation.Comparison.ShouldBe(comparison);
        relation.Left.ShouldBeOfType<Expression.Cells>().Rows.ShouldBe(new RowSelector.Key(new RowKey("1")));
    }

    [Theory]
    [InlineData("T1[33,4] < 0", 10)]
    [InlineData("T1[33,4] <> 0", 10)]
    [InlineData("T1[33,4] = 0 且 T1[33,2] = 0", 14)]
    public void Relation_WithWhatOnlyAConditionMayHave_NamesItsPlace(string text, int column) =>
        Should.Throw<LanguageException>(() => Parser.Relation(text, Hebei.Book.Names)).Column.ShouldBe(column);

    [Theory]
    [InlineData("T1[33,4] 0", 10)]
    [InlineData("T1[33,4] = 0 且", 15)]
    [InlineData("(T1[33,4] = 0 或 T1[33,2] = 0", 29)]
    [InlineData("T1[33,4] = 上限", 12)]
    public void Condition_ThatCannotBeUnderstood_NamesTheCharacter(string text, int column) =>
        Should.Throw<LanguageException>(() => Parser.Condition(text, Hebei.Book.Names)).Column.ShouldBe(column);

    [Theory]
    [InlineData("T1[1,2] > 0 或 T1[2,2] > 0 且 T1[3,2] > 0")]
    [InlineData("T1[1,2] > 0 OR (T1[2,2] > 0 and T1[3,2] > 0)")]
    public void Condition_OfOrAndAnd_BindsAndTighter(string text)
    {
        var any = Parser.Condition(text, Hebei.Book.Names).ShouldBeOfType<Condition.Any>();
        any.Parts.Count.ShouldBe(2);
        any.Parts[1].ShouldBeOfType<Condition.All>().Parts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("T1[1,2] ＜ 1", Comparison.Below)]
    [InlineData("(T1[1,2] + T1[2,2]) > 0", Comparison.Above)]
    [InlineData("T1[1,2] ≠ 0", Comparison.Unequal)]
    [InlineData("T1[1,2] <> 0", Comparison.Unequal)]
    [InlineData("T1[1,2] ≥ 增减幅度", Comparison.AtLeast)]
    public void Condition_OfOneComparison_ReadsEverySign(string text, Comparison comparison) =>
        Parser.Condition(text, Hebei.Book.Names).ShouldBeOfType<Condition.Compares>().Comparing.Comparison.ShouldBe(comparison);

    [Fact]
    public void Limit_OfThePack_IsAFigureInExpressions() =>
        Parser.Figure("增减幅度", Hebei.Book.Names).ShouldBe(new Expression.Literal(new Measure(Hebei.Book.Pack.Limits["增减幅度"].Number)));

    [Theory]
    [InlineData("T9[9,2] <= assets[车辆,quantity]", "金额不能和数量")]
    [InlineData("T9[9,2] + assets[车辆,quantity] <= 50", "金额不能和数量")]
    [InlineData("T9[9,2] * T9[1,2] <= 50", "相乘")]
    [InlineData("SUM(assets[车辆,quantity:amount]) <= 50", "不能相加")]
    [InlineData("50 / T9[9,2] <= 1", "单位")]
    [InlineData("assets[车辆,quantity] <= 50万元", "金额不能和数量")]
    public void Relation_BetweenMoneyAndCounts_IsRefused(string relation, string problem) =>
        Should.Throw<LanguageException>(() => Parser.Relation(relation, Hebei.Book.Names)).Problem.ShouldContain(problem);

    [Theory]
    [InlineData("T9[9,2] / assets[车辆,quantity] <= 50")]
    [InlineData("T9[9,2] / T9[1,2] <= 0.5")]
    [InlineData("assets[车辆,quantity] <= 50")]
    [InlineData("assets[车辆,quantity] * 5万元 >= T9[9,2]")]
    [InlineData("RATE(T9[9,2], T9[1,2]) <= 增减幅度")]
    [InlineData("ROUND(T9[9,2], 1) <= 50")]
    public void Relation_OfLikeFigures_IsUnderstood(string relation) =>
        Should.NotThrow(() => Parser.Relation(relation, Hebei.Book.Names));

    [Fact]
    public void Figure_TimesBeforePlus_BindsTighter()
    {
        var sum = Parser.Figure("1 + 2 * 3", Hebei.Book.Names).ShouldBeOfType<Expression.Binary>();
        sum.Operator.ShouldBe('+');
        sum.Right.ShouldBeOfType<Expression.Binary>().Operator.ShouldBe('*');
    }

    [Theory]
    [InlineData("T9[公务接待费,合计]", "9", "2")]
    [InlineData("T1[本年收入合计,2]", "32", "2")]
    [InlineData("T3[208,合计]", "208", "3")]
    [InlineData("T9[“三公”经费小计,2]", "2", "2")]
    [InlineData("T9[“公务接待费”,\"合计\"]", "9", "2")]
    public void Cells_ByLabelOrHeading_AreThoseOfTheNumber(string text, string row, string column)
    {
        var cells = Parser.Figure(text, Hebei.Book.Names).ShouldBeOfType<Expression.Cells>();
        cells.Rows.ShouldBe(new RowSelector.Key(new RowKey(row)));
        cells.Columns.ShouldBe(new ColumnSelector.One(new ColumnId(column)));
    }
}
