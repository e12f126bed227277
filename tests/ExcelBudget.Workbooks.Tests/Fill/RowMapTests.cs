using ExcelBudget.Workbooks.Layout;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>A region of three prototype rows from row 6 on: 6 合计, 7 类, 8 项; laid out as 合计 类 项 项 类 项.</summary>
public sealed class RowMapTests
{
    private readonly RowMap _map = new(6, 3, [0, 1, 2, 2, 1, 2]);

    [Fact]
    public void RowAboveTheRegion_StaysWhereItIs() => _map.All(5).ShouldBe([5]);

    [Fact]
    public void RowBelowTheRegion_MovesDownByTheAddedRows() => _map.All(9).ShouldBe([12]);

    [Fact]
    public void PrototypeRow_IsFoundWhereverItIsRepeated()
    {
        _map.All(7).ShouldBe([7, 10]);
        _map.All(8).ShouldBe([8, 9, 11]);
    }

    [Fact]
    public void RangeOverTheRegion_CoversEveryRow() => (_map.First(6), _map.Last(8)).ShouldBe((6, 11));

    [Fact]
    public void RangeOverTheRegionAndTheThinRow_CoversBoth() => (_map.First(6), _map.Last(9)).ShouldBe((6, 12));

    [Fact]
    public void RowsOfOnePrototype_JoinToStretches() => _map.Stretches(8, 8).ShouldBe([(8, 9), (11, 11)]);

    [Fact]
    public void PrototypeThatIsNotUsed_StartsAtTheNextOneThatIs() => new RowMap(6, 3, [0, 2]).First(7).ShouldBe(7);

    [Fact]
    public void PrototypeThatIsNotUsed_HasNoStretch() => new RowMap(6, 3, [0, 2]).Stretches(7, 7).ShouldBeEmpty();
}
