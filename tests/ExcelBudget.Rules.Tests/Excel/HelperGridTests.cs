using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Rules.Tests.Excel;

/// <summary>Formulas that are alike are written once, and only those.</summary>
public sealed class HelperGridTests
{
    [Theory]
    [InlineData("SUM(A$1:A$9)", "SUM(B$1:B$9)")]
    [InlineData("IF($F38=0,0,Z38)", "IF($F38=0,0,AA38)")]
    [InlineData("INDEX('T2 收入总表'!AZ$7:AZ$50,ROW()-37)", "INDEX('T2 收入总表'!BA$7:BA$50,ROW()-37)")]
    [InlineData("IF(C2=\"A1\",B2,\"\")", "IF(D2=\"A1\",C2,\"\")")]
    public void NeighbouringColumns_ThatDifferByTheColumnAlone_ShareOneFormula(string left, string right) =>
        Firsts(left, right).ShouldBe(1);

    [Theory]
    [InlineData("SUM(A$1:A$9)", "SUM(A$1:A$9)")]
    [InlineData("SUM(A$1:A$9)", "SUM(B$1:C$9)")]
    [InlineData("SUM($A$1:$A$9)", "SUM($B$1:$B$9)")]
    [InlineData("IF(C2=\"A1\",B2,\"\")", "IF(D2=\"B1\",C2,\"\")")]
    [InlineData("SUM(A1)", "SUM(B2)")]
    [InlineData("EB_states+A1", "EB_stateT+B1")]
    public void NeighbouringColumns_ThatDifferOtherwise_HaveEachTheirOwn(string left, string right) => Firsts(left, right).ShouldBe(2);

    [Fact]
    public void SharedFormula_OverRowsAndColumns_FillsTheWholeRectangle()
    {
        var grid = new HelperGrid();
        grid.PutDown(2, 4, 1, "A9");
        grid.PutDown(2, 4, 2, "B9");
        var rows = grid.Rows();
        rows[1][0].ShouldBeOfType<HelperCell.SharedFirst>().Range.ShouldBe("A2:B4");
        rows.Skip(1).SelectMany(row => row).OfType<HelperCell.Shared>().Count().ShouldBe(5);
    }

    [Fact]
    public void Formula_InTheLastColumnOfALateRow_StandsThereAlone()
    {
        var grid = new HelperGrid();
        grid.Put(70_000, 16_384, "A1");
        grid.PutDown(70_000, 70_001, 1, "B1");
        var rows = grid.Rows();
        rows.Count.ShouldBe(70_001);
        rows[69_999][16_383].ShouldBe(new HelperCell.Formula("A1"));
        rows[69_999][0].ShouldBeOfType<HelperCell.SharedFirst>().Range.ShouldBe("A70000:A70001");
    }

    private static int Firsts(string left, string right)
    {
        var grid = new HelperGrid();
        grid.Put(1, 5, left);
        grid.Put(1, 6, right);
        return grid.Rows()[0].Count(cell => cell is HelperCell.SharedFirst or HelperCell.Formula);
    }
}
