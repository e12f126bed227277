using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>What comes out of the printer when somebody prints the whole workbook.</summary>
[Trait("Category", "Slow")]
public sealed class PrintedPageTests
{
    private static readonly string[] Samples = ["clean", "full", "library", "blank"];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Printed = new(() =>
    {
        var names = Samples.Append("qinghai").Append("qinghai blank");
        var pages = LibreOffice.Pages(
            [.. Samples.Select(HebeiWorkbook.Of), Qinghai.Fill(Qinghai.Sample), Qinghai.Fill(Qinghai.Blank, isBlank: true)], "xlsx");
        return names.Zip(pages).ToDictionary(pair => pair.First, pair => pair.Second);
    });

    public static TheoryData<string> All => [.. Samples, "qinghai", "qinghai blank"];

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("blank")]
    public void Forms_OfOnePage_ArePrintedOnOne(string sample)
    {
        foreach (var form in Hebei.Book.Pack.Forms.Where(form => form.OnePage))
        {
            var titled = Pages(sample).Select((page, index) => (page, index)).Where(page => FirstLine(page.page) == form.Title).ToArray();
            var first = titled.ShouldHaveSingleItem(form.Title).index;
            // the page after it begins with a title of its own
            FirstLine(Pages(sample)[first + 1]).ShouldBeOneOf([.. Hebei.Book.Pack.Forms.Select(other => other.Title)]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Workbook_Printed_HasNeitherChecksNorCodesNorHelpers(string sample)
    {
        var first = Pages(sample).Select(FirstLine).ToArray();
        first.ShouldNotContain("校验");
        first.ShouldNotContain(line => line.Contains("科目编码", StringComparison.Ordinal) && line.Contains("科目名称", StringComparison.Ordinal));
        first.ShouldNotContain("项目绩效指标录入表");
        Pages(sample).ShouldNotContain(page => page.Contains("全部校验关系", StringComparison.Ordinal));
        Pages(sample).ShouldAllBe(page => page.Trim().Length > 0);
    }

    [Fact]
    public void Projects_FillTheirPages()
    {
        var pages = Pages("full")
            .Where(page => page.Contains("绩效目标表", StringComparison.Ordinal) && page.Contains("一级指标", StringComparison.Ordinal)).ToArray();
        pages.Length.ShouldBeLessThanOrEqualTo(6);
        // the last may hold what is left
        pages[..^1].ShouldAllBe(page => page.Split("一级指标").Length > 2);
    }

    private static IReadOnlyList<string> Pages(string sample) => Printed.Value[sample];

    private static string FirstLine(string page) =>
        page.Split('\n').Select(line => line.Replace(" ", "", StringComparison.Ordinal)).First(line => line.Length > 0);
}
