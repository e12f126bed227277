using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Domain.Tests.Codes;

public sealed class CodeListTests
{
    private static readonly CodeList Functional =
        new("functional", [3, 5, 7], [new("201", "一般公共服务支出"), new("20131", "党委办公厅（室）及相关机构事务"), new("2013101", "行政运行")]);

    [Fact]
    public void Item_Ancestors_AreItsSectionAndClassWithTheClassFirst() =>
        Functional.Ancestors("2013101").ShouldBe(["201", "20131"]);

    [Theory]
    [InlineData("201", 0)]
    [InlineData("20131", 1)]
    [InlineData("2013101", 2)]
    [InlineData("2013", -1)]
    public void Code_ByItsLength_HasALevel(string code, int level) => Functional.LevelOf(code).ShouldBe(level);

    [Fact]
    public void CodeNotInTheList_HasNoName() => Functional.NameOf("2999999").ShouldBeNull();
}
