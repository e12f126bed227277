using ExcelBudget.Packs.Datasets.Schema;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>A clerk names her sheets and files in Chinese.</summary>
public sealed class ChineseSheetNameTests
{
    [Theory]
    [InlineData("单位", "units")]
    [InlineData("收入", "revenue")]
    [InlineData("支出", "expenditure")]
    [InlineData("“三公”经费", "three_public")]
    [InlineData("三公经费", "three_public")]
    [InlineData(" 绩效指标", "indicators")]
    [InlineData("Revenue", "revenue")]
    public void Table_IsFound_ByItsChineseName(string name, string table) => DatasetSchema.Table(name)!.Name.ShouldBe(table);

    [Fact]
    public void Table_OfNoName_IsNone() => DatasetSchema.Table("收入表二").ShouldBeNull();
}
