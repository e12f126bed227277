using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>A workbook that is none of ours is called what it is.</summary>
public sealed class OtherTemplateTests
{
    [Theory]
    [InlineData("部门决算公开表|收入支出决算总表", "部门决算公开表")]
    [InlineData("2023 年度项目支出绩效自评表", "2023年度项目支出绩效自评表")]
    [InlineData("工资花名册|附表二", "工资花名册")]
    public void WorkbookOfAnotherTemplate_IsRefusedWithTheTitlesSeen(string titles, string named)
    {
        FlatSheet[] sheets = [.. titles.Split('|').Select((title, index) => new FlatSheet($"Sheet{index}",
            [FlatCell.OfText(1, 1, "附件"), FlatCell.OfText(2, 1, title), FlatCell.OfNumber(6, 3, 12.5m)]))];

        Read(sheets, out var reason).ShouldBeNull();

        reason!.Code.ShouldBe("wrong_template");
        reason.Sentence.ShouldContain("是别的表样");
        reason.Sentence.ShouldContain($"“{named}”");
        reason.Sentence.ShouldContain("重新报送");
    }

    [Fact]
    public void WorkbookWithoutAnyTitle_IsRefusedWithoutInventingOne()
    {
        var sheet = new FlatSheet("Sheet1", [FlatCell.OfNumber(1, 1, 3m), FlatCell.OfText(2, 1, "张三")]);

        Read([sheet], out var reason).ShouldBeNull();

        reason!.Sentence.ShouldNotContain("看到的是");
    }

    private static ReadWorkbook? Read(IReadOnlyList<FlatSheet> sheets, out UnreadableReason? reason) =>
        new WorkbookReader([Hebei.Book]).Read(new FlatWorkbook(sheets, [], new Dictionary<string, string>()), out reason);
}
