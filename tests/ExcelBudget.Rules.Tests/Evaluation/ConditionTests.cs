using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Evaluation;

/// <summary>Conditions on the clean sample: T1[1,2] is 2041.42, T1[2,2] and T1[33,2] are blank.</summary>
public sealed class ConditionTests
{
    [Theory]
    [InlineData("T1[1,2] > 0", true)]
    [InlineData("T1[2,2] > 0", false)]
    [InlineData("T1[2,2] ≠ 0", false)]
    [InlineData("T1[1,2] ≠ 0", true)]
    [InlineData("T1[2,2] < T1[1,2]", true)]
    [InlineData("T1[1,2] < T1[1,2]", false)]
    [InlineData("T1[1,2] > 0 且 T1[2,2] > 0", false)]
    [InlineData("T1[1,2] > 0 或 T1[2,2] > 0", true)]
    [InlineData("(T1[1,2] > 0 或 T1[2,2] > 0) 且 T1[33,2] > 0", false)]
    [InlineData("T1[1,2] > 0 或 T1[2,2] > 0 且 T1[33,2] > 0", true)]
    [InlineData("T1[1,2] ≤ 金额上限", true)]
    public void Condition_OnABudget_HoldsAsWritten(string text, bool holds) =>
        Figures().Judge(Parser.Condition(text, Hebei.Book.Names), default).ShouldBe((holds, null));

    [Theory]
    [InlineData("T1[33,2] = 0 且 T1[1,2] = 0", false, false)]
    [InlineData("T1[33,2] = 0 且 T1[1,2] > 0", false, true)]
    [InlineData("T1[33,2] = 0 或 T1[1,2] > 0", true, false)]
    [InlineData("T1[33,2] = 0 或 T1[1,2] = 0", false, true)]
    public void Condition_OverAnUnreadableCell_IsUnknownOnlyWhereThatDecides(string text, bool holds, bool isUnknown)
    {
        var figures = Figures(new CellAddress("T1", "33", "2"));

        var judged = figures.Judge(Parser.Condition(text, Hebei.Book.Names), default);

        judged.Holds.ShouldBe(holds);
        (judged.Unknown is not null).ShouldBe(isUnknown);
    }

    [Fact]
    public void Figures_WithinTheirRounding_AreNeitherAboveNorUnequal()
    {
        // typed with two decimals, each stands for ± 0.005
        var budget = Edit.Set(Hebei.BudgetOf("clean"), new CellAddress("T1", "4", "2"), new CellValue.Amount(10_000m, 50m));
        var typed = new BudgetFigures(Hebei.Book, Edit.Set(budget, new CellAddress("T1", "5", "2"), new CellValue.Amount(10_100m, 50m)));

        typed.Judge(Parser.Condition("T1[5,2] > T1[4,2]", Hebei.Book.Names), default).Holds.ShouldBeFalse();
        typed.Judge(Parser.Condition("T1[5,2] ≠ T1[4,2]", Hebei.Book.Names), default).Holds.ShouldBeFalse();
        typed.Judge(Parser.Condition("T1[5,2] = T1[4,2]", Hebei.Book.Names), default).Holds.ShouldBeTrue();
    }

    private static BudgetFigures Figures(params CellAddress[] unreadable) =>
        new(Hebei.Book, Hebei.BudgetOf("clean"), unreadable.ToDictionary(cell => cell, _ => "#REF!"));
}
